from __future__ import annotations

import pytest
from msgspec.structs import replace
from weasyprint.layout import page as pagination

from aibrief_report.model.blocks import Column, Heading, Row, Table
from aibrief_report.model.inlines import Note
from aibrief_report.render.html.page import paper_page
from aibrief_report.render.pdf.faces import only_faces
from aibrief_report.render.pdf.layout import lay_out
from tests.documents import bar_chart, p, t, theme, torture
from tests.render.pdfs import document, opened, page_texts, rendered, torture_pdf

FILLER = "A sentence of filler takes up room on the page, and says nothing else to anyone who reads it. "


def sizes(data):
    return [(round(float(page.mediabox[2])), round(float(page.mediabox[3]))) for page in opened(data).pages]


def test_a_page_is_a4_unless_told():
    assert sizes(rendered(p("x")))[0] == (595, 842)


def test_a_page_may_be_letter():
    assert set(sizes(rendered(p("x"), page="Letter"))) == {(612, 792)}


def test_a_landscape_table_turns_its_page_and_only_that():
    turned = [wide > high for wide, high in sizes(torture_pdf())]
    assert turned.count(True) == 1
    assert not turned[0]
    assert not turned[-1]


def test_the_foot_tells_title_version_and_page():
    first, second, *rest = page_texts(torture_pdf())
    for text in (second, *rest):
        assert "Counting the AI race" in text
        assert "0a1b2c3d4e5f" in text
    assert f"page 2 of {len(rest) + 2}" in second
    assert "Institute for Counting · CC BY 4.0" in first


def test_a_footnote_stands_on_the_page_of_its_mark():
    pages = page_texts(torture_pdf())
    for mark, note in (("rose by a fifth", "rounds above"), ("no measurement at all", "Targets are printed")):
        assert [mark in text for text in pages] == [note in text for text in pages]


def test_notes_fill_up_from_the_foot_page_after_page():
    blocks = [p(f"mark {k}", Note((p(f"note {k}."),), f"fn{k}", k), ". ", FILLER * 6) for k in range(1, 16)]
    pages = ["".join(text.split()) for text in page_texts(rendered(*blocks))]
    for k in range(1, 16):
        assert [f"mark{k}{k}." in text for text in pages] == [f"note{k}." in text for text in pages]


def long_table(rows):
    columns = (Column(t("Head of areas")), Column(t("Value"), align="decimal"))
    lines = []
    for place in range(rows):
        if place % 9 == 0:
            lines.append(Row((t(f"Group {place // 9}"),), group=True))
        name = f"begin {place} and a name so very long that it takes up two lines of the table, end {place}"
        lines.append(Row((t(name), t(f"{place}.5"))))
    return Table(columns, tuple(lines), t("Long"), "tab-long", label="Table 7")


def test_a_long_table_repeats_its_head_and_splits_no_row():
    pages = [text for text in page_texts(rendered(long_table(90))) if "begin" in text]
    assert len(pages) > 2
    for text in pages:
        assert "Head of areas" in text
        for place in range(90):
            assert (f"begin {place} and" in text) == (f"end {place} {place}.5" in text)


def last_lines(layout):
    """The element in which the last line of each page stands, without notes and feet."""
    for page in layout.pages:
        lines = list(lines_of(page._page_box))
        yield max(lines, key=lambda line: line.position_y) if lines else None


def lines_of(box):
    for child in getattr(box, "children", ()):
        kind = type(child).__name__
        if kind == "LineBox":
            yield child
        elif kind not in ("MarginBox", "FootnoteAreaBox"):
            yield from lines_of(child)


@pytest.fixture(scope="module")
def fonts():
    with only_faces(theme().fonts) as found:
        yield found


@pytest.mark.parametrize("lines", range(30, 46, 3))
def test_no_heading_or_caption_ends_a_page(lines, fonts):
    chart = next(block for block in torture().blocks if getattr(block, "content", None) is not None)
    filler = [p(f"Line {place} of filler.") for place in range(lines)]
    blocks = (*filler, Heading(1, t("Finding"), "a", "1"), p(FILLER * 3), Heading(2, t("Part"), "b"), chart)
    layout = lay_out(paper_page(document(*blocks, long_table(8)), theme()), fonts)
    for line in last_lines(layout):
        assert line.element_tag not in ("h1", "h2", "h3", "h4")
        assert line.element.get("scope") not in ("col", "rowgroup")
        assert "title" not in (line.element.get("class") or "")


@pytest.mark.parametrize("lines", range(20, 24))
def test_a_paragraph_leaves_no_lonely_line(lines, fonts):
    filler = [p(f"Line {place} of filler.") for place in range(lines)]
    layout = lay_out(paper_page(document(*filler, *(p(FILLER * 4) for _ in range(8))), theme()), fonts)
    counts = [
        sum(1 for line in lines_of(page._page_box) if line.element is element)
        for page in layout.pages
        for element in {line.element for line in lines_of(page._page_box) if "filler takes" in FILLER}
        if element.tag == "p" and "filler takes" in "".join(element.itertext())
    ]
    assert min(counts) >= 2


def test_decimal_marks_stand_beneath_one_another(fonts):
    cells = ("7.76", "15", "109.1", "1,234.05", "–")
    rows = tuple(Row((t(f"r{place}"), t(cell))) for place, cell in enumerate(cells))
    table = Table((Column(t("A")), Column(t("B"), align="decimal")), rows, t("T"), "tab", label="Table 1")
    layout = lay_out(paper_page(document(table), theme()), fonts)
    places = {
        round(box.position_x, 2)
        for page in layout.pages
        for box in page._page_box.descendants()
        if box.element is not None and box.element.get("class") == "frac"
    }
    assert len(places) == 1


def test_a_theme_with_wide_margins_needs_no_side_column():
    from aibrief_report.render.pdf import render_pdf

    narrow = replace(theme(), margins=replace(theme().margins, left=50, right=50))
    blocks = (Heading(1, t("Finding"), "a", "1"), p(FILLER), long_table(4))
    assert render_pdf(document(*blocks), narrow).startswith(b"%PDF-1.7")


def test_a_chart_is_drawn_with_its_words(fonts):
    assert bar_chart().drawing is not None
    assert "United States" in page_texts(torture_pdf())[1]


PAGED = """<!doctype html><html lang="en"><head><style>@page{size:100px 100px;margin:0}
section{break-before:page}a::after{content:target-counter(attr(href),page)}</style></head><body>%s</body></html>"""


def page_words(layout):
    """The words of each page."""
    return [
        "".join(getattr(box, "text", "") for box in page._page_box.descendants()) for page in layout.pages
    ]


def laid_out(html, fonts, monkeypatch):
    """The words of each page, and how often one was laid out."""
    made = []
    once = pagination.remake_page
    monkeypatch.setattr(pagination, "remake_page", lambda *given: made.append(given[0]) or once(*given))
    return page_words(lay_out((PAGED % html).encode(), fonts)), made


def test_what_leads_backwards_is_laid_out_once(fonts, monkeypatch):
    html = '<p id="a">one</p><section id="b">two</section>'
    html += '<section>a <a href="#a"></a>, b <a href="#b"></a></section>'
    assert laid_out(html, fonts, monkeypatch) == (["one", "two", "a 1, b 2"], [0, 1, 2])


def test_what_leads_backwards_on_its_own_page_is_told_there(fonts, monkeypatch):
    html = '<p id="a">one</p><section id="b">two<p>a <a href="#a"></a>, b <a href="#b"></a></p></section>'
    html += '<section>b <a href="#b"></a></section>'
    words, made = laid_out(html, fonts, monkeypatch)
    assert words == ["one", "twoa 1, b 2", "b 2"]
    assert [made.count(page) for page in (0, 2)] == [1, 1]


def test_what_leads_forwards_is_laid_out_again(fonts, monkeypatch):
    html = '<p>b <a href="#b"></a></p><section id="b">two</section><section>b <a href="#b"></a></section>'
    words, made = laid_out(html, fonts, monkeypatch)
    assert words == ["b 2", "two", "b 2"]
    assert [made.count(page) for page in (1, 2)] == [1, 1]


def test_a_page_that_moves_is_told_anew(fonts, monkeypatch):
    # Once the numbers are known, the first page overflows, and all that follows moves by one.
    links = "".join('<a href="#b" style="display:block;line-height:50px"></a>' for _ in range(3))
    html = f'{links}<section id="b">two</section><section>b <a href="#b"></a></section>'
    assert laid_out(html, fonts, monkeypatch)[0] == ["3", "33", "two", "b 3"]


def test_an_entry_of_the_annex_is_not_parted_from_its_facts(fonts):
    layout = lay_out(paper_page(document(*(p(FILLER) for _ in range(23))), theme()), fonts)
    *before, _ = last_lines(layout)  # on the last page, an entry of which there is no more to say
    for line in before:
        assert line.element.find("b") is None
