from __future__ import annotations

import logging
from collections import Counter
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from msgspec.structs import replace

from aibrief_report.model.blocks import Column, Row, Table
from aibrief_report.render.pdf import render_pdf
from aibrief_report.theme.tokens import Face
from tests.documents import p, small, t, theme
from tests.render.pdfs import elements, kids, opened, page_texts, rendered, torture_pdf


@pytest.fixture(scope="module")
def pdf():
    return opened(torture_pdf())


def test_it_claims_pdf_ua_and_keeps_what_that_asks(pdf):
    assert pdf.open_metadata()["pdfuaid:part"] == "1"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.Root.Lang) == "en-GB"
    assert all(page.Tabs == "/S" for page in pdf.pages)


def test_it_says_what_it_is(pdf):
    info = {key: str(value) for key, value in pdf.docinfo.items()}
    assert info["/Title"] == "Counting the AI race: where figures lead, lag & disagree"
    assert info["/Author"] == "Ada Example, Bo Muster"
    assert info["/Keywords"] == "artificial intelligence, United States, China"
    assert info["/CreationDate"] == info["/ModDate"] == "D:20251120"
    assert info["/Creator"] == "aibrief-report"


def test_the_structure_has_headings_tables_figures_lists_and_notes(pdf):
    tags = Counter(str(one.S) for one in elements(pdf))
    for tag in ("/H1", "/H2", "/H3", "/H4", "/Table", "/Figure", "/L", "/LI", "/BlockQuote", "/Note"):
        assert tags[tag], tag
    assert tags["/H1"] == 1
    assert tags["/Table"] == 3


def test_lists_hold_items_only(pdf):
    for one in elements(pdf):
        if one.S == "/L":
            assert {str(kid.S) for kid in kids(one)} == {"/LI"}


def test_every_table_head_has_its_scope(pdf):
    scopes = Counter(str(one.A.Scope) for one in elements(pdf) if one.S == "/TH")
    assert set(scopes) == {"/Column", "/Row"}


def test_every_picture_tells_its_alt_text(pdf):
    found = [str(one.Alt) for one in elements(pdf) if one.S == "/Figure"]
    assert [text.split()[0] for text in found] == ["Bars:", "Three", "A"]


def test_every_link_is_tagged_and_says_where_it_leads(pdf):
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    tagged = {int(numbers[place]): numbers[place + 1] for place in range(0, len(numbers), 2)}
    links = [note for page in pdf.pages for note in page.get("/Annots", ())]
    assert len(links) > 100
    assert {str(tagged[int(link.StructParent)].S) for link in links} == {"/Link"}
    assert "$67.2 billion" in {str(link.Contents) for link in links}
    assert not any(str(link.Contents).startswith(("ref-", "from-", "data-")) for link in links)


def test_nothing_is_drawn_outside_of_tags(pdf):
    for page in pdf.pages:
        depth = 0
        for step in pikepdf.parse_content_stream(page):
            operator = str(step.operator)
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
            assert depth or operator not in {"f", "S", "f*", "B", "Tj", "TJ", "Do", "sh"}


def test_headings_are_bookmarks(pdf):
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        assert [item.title for item in outline.root[0].children] == [
            "1.1 What the AI Index counts",
            "1.2 A scorecard",
        ]
    assert titles[:2] == [
        "1 The investment gap widened in 2024",
        "2 China’s $7.76 billion depends on who counts",
    ]
    assert titles[-2:] == ["References", "Where each number comes from"]


def test_only_the_themes_fonts_are_embedded(pdf):
    names = {str(font.BaseFont).split("+")[1] for page in pdf.pages for font in page.Resources.Font.values()}
    assert names
    assert all(name.startswith(("Source-Sans-Pro", "Source-Serif-Pro")) for name in names)


def test_a_number_leads_to_the_annex_and_the_annex_to_its_page(pdf):
    text = " ".join("\r\n".join(page_texts(torture_pdf())).split("\r\n"))
    assert "Printed in: Key findings (p.\u00a01); Table\u00a01 (p.\u00a03)" in text
    targets = {str(link.Dest) for page in pdf.pages for link in page.get("/Annots", ()) if "/Dest" in link}
    assert {"from-q12", "n1", "ref-hai2024", "fn1", "fn1-mark"} <= targets


def test_nothing_is_run(pdf):
    assert "/OpenAction" not in pdf.Root
    assert "/JavaScript" not in pdf.Root.Names


def test_the_layout_understands_every_line_of_the_style_sheet(caplog):
    with caplog.at_level(logging.WARNING, "weasyprint"):
        render_pdf(small(), theme())
        rendered(p("x"), page="Letter")
    assert [record.getMessage() for record in caplog.records] == []


def test_a_document_without_a_version_is_named_by_its_bytes():
    first, second = opened(render_pdf(replace(small(), version=""), theme())).trailer.ID
    assert bytes(first) == bytes(second)


def cid_keyed_font() -> bytes:
    """A font whose glyphs are numbered otherwise than they stand, as one that was cut from a larger one."""
    return (Path(__file__).parents[2] / "torture/templates/themes/torture/EastAsian.otf").read_bytes()


def test_glyphs_are_found_by_their_places_in_fonts_that_number_them_otherwise():
    face = Face("Cut", 400, False, "EastAsian.otf", cid_keyed_font())
    fonts = replace(theme().fonts, faces=(*theme().fonts.faces, face))
    brief = replace(small(), blocks=(p("Widgets are called "), *small().blocks))
    with_chinese = replace(brief, meta=replace(brief.meta, subtitle=t("人工智能")))
    found = opened(render_pdf(with_chinese, replace(theme(), fonts=replace(fonts, text="Cut"))))
    embedded = [font.DescendantFonts[0] for page in found.pages for font in page.Resources.Font.values()]
    data = next(one for one in embedded if "/FontFile3" in one.FontDescriptor).FontDescriptor.FontFile3
    numbers = TTFont(BytesIO(data.read_bytes()))["CFF "].cff.topDictIndex[0].charset
    assert numbers[1:] == [f"cid{place:05d}" for place in range(1, len(numbers))]


def test_it_names_both_standards_and_explains_the_one_that_archives_do_not_know(pdf):
    told = pdf.open_metadata()
    assert (told["pdfaid:part"], told["pdfaid:conformance"], told["pdfuaid:part"]) == ("3", "A", "1")
    packet = pdf.Root.Metadata.read_bytes().decode()
    assert "http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>" in packet
    assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"


def test_its_metadata_tell_language_publisher_licence_and_version(pdf):
    told = pdf.open_metadata()
    assert told["dc:language"] == {"en-GB"}
    assert told["dc:publisher"] == {"Institute for Counting"}
    assert told["dc:subject"] == {"artificial intelligence", "United States", "China"}
    assert told["xmpRights:WebStatement"] == "https://creativecommons.org/licenses/by/4.0/"
    assert told["dc:identifier"] == "0a1b2c3d4e5f"


def test_passages_say_their_language(pdf):
    assert {"fr", "de"} <= {str(one.Lang) for one in elements(pdf) if "/Lang" in one}


def test_bookmarks_are_the_headings_in_their_order(pdf):
    def titles(items):
        for item in items:
            yield item.title
            yield from titles(item.children)

    with pdf.open_outline() as outline:
        told = list(titles(outline.root))
    assert len(told) == sum(one.S in ("/H2", "/H3", "/H4") for one in elements(pdf))


def test_every_font_tells_what_its_glyphs_read_as(pdf):
    fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
    assert all("/ToUnicode" in font for font in fonts)


def test_every_note_has_a_name_of_its_own_and_stands_behind_its_mark(pdf):
    names = [str(one.ID) for one in elements(pdf) if one.S == "/Note"]
    assert names
    assert len(names) == len(set(names))
    for one in elements(pdf):
        within = [str(kid.S) for kid in kids(one) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        for place, kind in enumerate(within):
            assert kind != "/Note" or within[place - 1] == "/Link"


def test_links_are_printed(pdf):
    assert all(int(note.F) == 4 for page in pdf.pages for note in page.get("/Annots", ()))


def test_a_table_over_pages_is_one_table_with_one_head():
    columns = (Column(t("Name")), Column(t("Value"), align="decimal"))
    rows = tuple(Row((t(f"row {place}"), t(f"{place}.5"))) for place in range(90))
    found = opened(rendered(Table(columns, rows, t("Long"), "tab-long", label="Table 7")))
    tags = Counter(str(one.S) for one in elements(found))
    assert len(found.pages) > 2
    assert (tags["/Table"], tags["/THead"], tags["/TR"]) == (1, 1, 91)


def test_a_paragraph_over_pages_is_one_paragraph():
    words = "A sentence of filler takes up room on the page. " * 150
    found = opened(rendered(p(words)))
    assert sum(one.S == "/P" and goes_on(one) for one in elements(found)) == 1


def goes_on(one: pikepdf.Dictionary) -> bool:
    """Whether an element has content on a page after its first."""
    return any(isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR" for kid in kids(one))
