"""Blocks: which styles, which words, in which order."""

import pytest
from msgspec.structs import replace

from aibrief_report.errors import RenderError
from aibrief_report.model.blocks import (
    Box,
    CodeBlock,
    Exhibits,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    ListBlock,
    Paragraph,
    Quote,
    References,
    Table,
)
from aibrief_report.model.charts import Image
from aibrief_report.model.document import Reference
from aibrief_report.model.inlines import Emphasis
from aibrief_report.model.walk import plain
from aibrief_report.ooxml.text import text_of
from aibrief_report.render.docx.numbering import BULLETS, HEADINGS, UNCOUNTED
from tests.documents import n, p, png, t, torture
from tests.render.docx.written import body, find, outline, part, style_of

NUMBERING = ("w:numId", "w:ilvl")
FIGURE, TABLE, STRIP = (
    next(block for block in torture().blocks if isinstance(block, kind))
    for kind in (Figure, Table, KeyFigures)
)


def test_a_paragraph_is_in_the_default_style_and_within_its_bookmark():
    found = body(Paragraph(t("Text."), "p-1a2b"))
    assert find(found, "w:p[w:bookmarkStart/@w:name='_p_1a2b' and not(w:pPr/w:pStyle)]")


def test_headings_are_of_the_built_in_styles():
    headings = [Heading(level, t(str(level)), f"h{level}") for level in (1, 2, 3)]
    assert outline(body(*headings))[-3:] == ["Heading1: 1", "Heading2: 2", "Heading3: 3"]


def test_word_counts_headings_where_it_comes_to_the_printed_numbers():
    found = body(Heading(1, t("A"), "a", "1"), Heading(2, t("B"), "b", "1.1"), Heading(1, t("C"), "c"))
    assert numbering(found) == [
        ("Heading1", HEADINGS, 0),
        ("Heading2", HEADINGS, 1),
        ("Heading1", UNCOUNTED, 0),
    ]
    assert outline(found)[-3:] == ["Heading1: A", "Heading2: B", "Heading1: C"]


def test_headings_are_in_no_list_where_none_is_numbered():
    assert numbering(body(Heading(1, t("A"), "a"), References(t("References")))) == []


def test_the_styles_of_headings_count_where_headings_are_numbered():
    levels = "w:style[starts-with(@w:styleId, 'Heading')]/w:pPr/w:numPr/w:ilvl/@w:val"
    links = f"w:abstractNum[@w:abstractNumId='{HEADINGS}']/w:lvl/w:pStyle/@w:val"
    for number, wanted in (("1", 3), ("", 0)):
        document = replace(torture(), blocks=(Heading(1, t("A"), "a", number),))
        assert len(find(part("word/styles.xml", document), levels)) == wanted
        assert len(find(part("word/numbering.xml", document), links)) == wanted


@pytest.mark.parametrize("numbers", [("A", "B"), ("2", "3"), ("1", "3"), ("I", "II"), ("0.1", "1")])
def test_numbers_that_word_would_count_otherwise_are_printed_as_text(numbers):
    found = body(*(Heading(1, t("Title"), f"h{one}", one) for one in numbers))
    assert outline(found)[-2:] == [f"Heading1: {one}\tTitle" for one in numbers]
    assert not find(found, ".//w:numPr")


def test_lists_are_of_the_built_in_styles_on_each_level():
    inner = ListBlock(((p("b"),),), ordered=True)
    assert outline(body(ListBlock(((p("a"), inner, p("c")),))))[-3:] == [
        "ListBullet: a",
        "ListNumber2: b",
        "ListContinue: c",
    ]


def test_a_bullet_deeper_than_the_styles_go_is_on_its_own_level():
    nested = ListBlock(((p("7"),),))
    for depth in range(6, 0, -1):
        nested = ListBlock(((p(str(depth)), nested),))
    found = body(nested)
    assert outline(found)[-3:] == ["ListBullet5: 5", "ListBullet5: 6", "ListBullet5: 7"]
    assert numbering(found) == [("ListBullet5", BULLETS, 5), ("ListBullet5", BULLETS, 6)]


def test_a_list_goes_on_behind_a_list_within_it():
    inner = ListBlock(((p("a"),),), ordered=True)
    outer = ListBlock(((p("1"), inner), (p("2"), inner)), ordered=True)
    first = UNCOUNTED + 1
    assert numbering(body(outer)) == [
        ("ListNumber", first, 0),
        ("ListNumber2", first + 1, 1),
        ("ListNumber", first, 0),
        ("ListNumber2", first + 2, 1),
    ]


def test_every_numbered_list_starts_anew():
    lists = [ListBlock(((p("a"),),), ordered=True, start=start) for start in (1, 3)]
    numbers = find(body(*lists), ".//w:pPr[w:pStyle/@w:val='ListNumber']/w:numPr/w:numId/@w:val")
    assert numbers == [str(UNCOUNTED + 1), str(UNCOUNTED + 2)]


def test_a_quotation_is_slanted_and_what_it_stresses_upright():
    found = body(Quote((p("a ", Emphasis(t("b"))),)))
    assert outline(found)[-1] == "Quote: a b"
    assert [find(one, "string(w:rPr/w:i/@w:val)") for one in find(found, "w:p[last()]/w:r")] == ["", "0"]


def test_code_keeps_its_lines():
    assert outline(body(CodeBlock("a\n\tb\n")))[-1] == "BriefCode: a\n\tb"


def test_a_figure_has_caption_drawing_and_sources_in_this_order():
    styles = [style_of(one) for one in find(body(FIGURE), "w:p")][-5:]
    assert styles == ["Caption", "BriefCaptionDetail", "BriefFigure", "BriefNote", "BriefNote"]


def test_a_caption_is_counted_by_word_and_hangs_its_label():
    caption = find(body(FIGURE), "w:p[w:pPr/w:pStyle/@w:val='Caption']")[0]
    assert text_of(caption).startswith("Figure\u00a01\tInvestment in the United States")
    assert find(caption, ".//w:instrText/text()") == [" SEQ Figure \\* ARABIC "]


def test_what_is_measured_stands_below_the_title():
    caption = find(body(FIGURE), "w:p[w:pPr/w:pStyle/@w:val='Caption']")[0]
    assert text_of(caption).endswith("China’s")
    assert text_of(caption.getnext()) == "Private investment in AI, US$ billion, 2023 and 2024"


def test_a_table_without_label_and_title_tells_what_is_measured_and_no_more():
    bare = replace(TABLE, label="", title=(), anchor="")
    captions = [one for one in outline(body(bare)) if "Caption" in one]
    assert captions == [f"BriefCaptionDetail: {plain(TABLE.subtitle)}"]


def test_the_bookmark_of_a_figure_encloses_its_label_only():
    caption = find(body(FIGURE), "w:p[w:pPr/w:pStyle/@w:val='Caption']")[0]
    start = find(caption, "w:bookmarkStart[@w:name='_fig_gap']")[0]
    number = start.get(start.tag.replace("bookmarkStart", "id"))
    before_end = find(caption, f"w:bookmarkEnd[@w:id='{number}']/preceding-sibling::w:r/w:t/text()")
    assert "".join(before_end) == "Figure\u00a01"


@pytest.mark.parametrize(
    ("label", "instructions"), [("Figure 7", ["\\r 7"]), ("Exhibit A", []), ("图1", [""])]
)
def test_a_label_is_counted_as_far_as_it_is_a_count(label, instructions):
    found = find(body(replace(FIGURE, label=label)), "w:p[w:pPr/w:pStyle/@w:val='Caption']")[0]
    shown = find(found, ".//w:instrText/text()")
    assert [one.partition("ARABIC")[2].strip() for one in shown] == instructions
    assert text_of(found).replace("\u00a0", " ").startswith(f"{label}\t")


# A chart that Word has no form for, and so shows as it was drawn.
DRAWN = replace(FIGURE, content=replace(FIGURE.content, kind="vega"))


def test_a_drawing_tells_its_finding_and_is_stored_as_svg_and_bitmap():
    found = body(DRAWN)
    assert find(found, "string(.//wp:docPr/@descr)") == FIGURE.content.alt
    assert find(found, ".//a:blip/@r:embed")
    assert find(found, ".//asvg:svgBlip/@r:embed")


def test_a_drawing_wider_than_the_page_is_made_smaller():
    wide = replace(FIGURE.content.drawing, width=2000.0, height=1000.0)
    found = body(replace(FIGURE, content=replace(DRAWN.content, drawing=wide)))
    width, height = (int(find(found, f"string(.//wp:extent/@{one})")) for one in ("cx", "cy"))
    assert width <= 595 * 12700
    assert width == pytest.approx(2 * height, abs=2)


def test_a_chart_that_was_not_drawn_is_an_error_with_its_place():
    undrawn = replace(FIGURE, content=replace(FIGURE.content, drawing=None))
    with pytest.raises(RenderError, match="the chart of 'fig-gap' was not drawn"):
        body(undrawn)


def test_a_picture_that_word_cannot_show_is_an_error():
    with pytest.raises(RenderError, match=r"cannot show a\.webp"):
        body(replace(FIGURE, content=Image("a.webp", "image/webp", b"", "alt", 10, 10)))


def test_a_picture_in_svg_gets_a_bitmap_as_well():
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    found = body(replace(FIGURE, content=Image("a.svg", "image/svg+xml", svg, "alt", 9, 9)))
    assert len(find(found, ".//a:blip/@r:embed | .//asvg:svgBlip/@r:embed")) == 2


def test_a_picture_is_stored_once_however_often_it_is_shown():
    picture = Image("a.png", "image/png", png(2, 2), "alt", 10, 10)
    found = body(*(replace(FIGURE, content=picture, anchor=anchor) for anchor in "ab"))
    assert len(set(find(found, ".//a:blip/@r:embed"))) == 1
    assert len(set(find(found, ".//wp:docPr/@id"))) == 2


def test_a_box_has_its_label_and_title_beside_its_text():
    found = body(Box(t("Sources"), (p("Text."),), "box-a", "box", "Box 1"))
    cells = [text_of(one) for one in find(found, "w:tbl[last()]//w:tc")]
    assert cells == ["Box\u00a01\nSources", "Text."]


def stays_whole(role, *blocks):
    """Whether a box of these blocks stays on one page."""
    return bool(find(body(Box(t("T"), blocks, role=role)), "w:tbl[last()]/w:tr/w:trPr/w:cantSplit"))


def test_findings_and_short_boxes_stay_on_one_page_and_long_ones_may_run_over():
    long = p("A sentence of some length, one of very many in this box. " * 40)
    assert stays_whole("findings", long)
    assert stays_whole("box", p("Text."), ListBlock(((p("One."),), (p("Two."),))))
    assert not stays_whole("box", long)
    assert not stays_whole("method", p("Text."), TABLE)


def test_neither_end_of_a_list_stands_alone_on_a_page():
    items = find(
        body(ListBlock(tuple((p(one),) for one in "abcd"))), "w:p[w:pPr/w:pStyle/@w:val='ListBullet']"
    )
    assert [bool(find(one, "w:pPr/w:keepNext")) for one in items] == [True, False, True, False]


def test_a_list_of_one_item_is_not_kept_with_what_follows():
    assert not find(body(ListBlock(((p("a"),),))), "w:p[w:pPr/w:pStyle/@w:val='ListBullet']/w:pPr/w:keepNext")


def test_the_columns_of_key_figures_are_as_wide_as_their_numbers_need():
    short, long = KeyFigure(t("4"), t("x")), KeyFigure(t("$109.1 billion"), t("x"))
    strip = body(KeyFigures((long, short, short, short)))
    widths = [int(one) for one in find(strip, "w:tbl[last()]/w:tblGrid/w:gridCol/@w:w")]
    assert widths[0] > widths[1] == widths[2] == widths[3]
    assert not find(strip, ".//w:p[w:pPr/w:pStyle/@w:val='BriefKeyFigure']//w:sz")


def test_the_columns_of_key_figures_hold_the_words_beneath_them():
    long = KeyFigure(t("$109.1 billion"), t("x"))
    short = KeyFigure(t("4"), t("figures"), t("of\u00a0unreconcilable\u00a0sources"))
    widths = find(body(KeyFigures((long, long, short))), "w:tbl[last()]/w:tblGrid/w:gridCol/@w:w")
    assert int(widths[2]) > 20 * 8 * 0.5 * len("of unreconcilable sources")


def test_more_than_four_key_figures_go_on_in_a_second_row():
    rows = find(body(KeyFigures((KeyFigure(t("4"), t("x")),) * 6)), "w:tbl[last()]/w:tr")
    assert [[text_of(cell).partition("\n")[0] for cell in find(row, "w:tc")] for row in rows] == [
        ["4", "4", "4", "4"],
        ["4", "4", "", ""],
    ]


def test_key_figures_are_a_table_of_a_cell_a_number():
    found = body(STRIP)
    cells = find(found, "w:tbl[last()]/w:tr/w:tc")
    assert text_of(cells[0]) == "$109.1 bn\nprivate AI investment, United States\n2024 · Maslej 2025"
    assert len(cells) == 4


def test_a_long_key_figure_is_set_smaller_so_that_it_does_not_break():
    long = KeyFigures(tuple(KeyFigure(t("$123,456.7 billion"), t("x")) for _ in range(4)))
    sizes = find(body(long), ".//w:p[w:pPr/w:pStyle/@w:val='BriefKeyFigure']//w:sz/@w:val")
    assert all(int(size) < 44 for size in sizes)
    assert len(sizes) == 4


def test_references_are_entries_that_citations_lead_to():
    found = body(References(t("References")))
    entry = find(found, "w:p[w:pPr/w:pStyle/@w:val='Bibliography']")[0]
    assert find(entry, "w:bookmarkStart/@w:name") == ["_ref_blog2024"]


def test_a_numbered_style_has_its_marks_in_a_column():
    base = replace(torture(), references=(Reference("a", t("Entry."), label="[1]"),))
    found = body(References(t("References")), base=base)
    assert outline(found)[-1] == "Bibliography: [1]\tEntry."


def test_the_contents_list_what_headings_say_and_lead_to_them():
    headings = [Heading(1, t(f"Part {one}"), f"part-{one}", str(one)) for one in (1, 2, 3, 4)]
    found = body(*headings)
    (control,) = find(found, "w:sdt")
    assert outline(control) == ["TOCHeading: Contents", *(f"TOC1: {one}\tPart {one}" for one in (1, 2, 3, 4))]
    assert find(control, ".//w:hyperlink/@w:anchor") == ["_part_1", "_part_2", "_part_3", "_part_4"]
    assert find(control, ".//w:instrText/text()") == [' TOC \\o "1-2" \\n \\h \\z \\u ']


@pytest.mark.parametrize(("count", "wanted"), [(3, True), (9, False)])
def test_a_brief_of_few_headings_or_that_wants_none_has_no_contents(count, wanted):
    headings = [Heading(1, t("Part"), f"part-{one}") for one in range(count)]
    assert not find(body(*headings, contents=wanted), "w:sdt")


def test_contents_stand_after_findings_and_key_figures_and_before_the_text():
    headings = [Heading(1, t("Part"), f"part-{one}") for one in range(4)]
    findings = Box(t("Key findings"), (p("One."),), "findings", "findings")
    order = [one.tag.rpartition("}")[2] for one in body(findings, STRIP, p("Text."), *headings)]
    assert order[-9:] == ["p", "tbl", "sdt", "p", "p", "p", "p", "p", "sectPr"]


def test_a_table_is_followed_by_its_note_and_sources():
    assert [one.partition(":")[0] for one in outline(body(TABLE))[-2:]] == ["BriefNote", "BriefNote"]
    assert outline(body(TABLE))[-1] == "BriefNote: Sources: Maslej 2024; Maslej 2025"


def test_one_source_is_a_source():
    one = replace(FIGURE, sources=FIGURE.sources[:1])
    assert outline(body(one))[-1] == "BriefNote: Source: Maslej 2024"


def test_a_list_of_figures_says_what_captions_say_and_leads_to_them():
    found = body(Exhibits("figures", t("Figures")), FIGURE)
    entries = find(found, "w:p[w:pPr/w:pStyle/@w:val='TableOfFigures']")
    caption = find(found, "w:p[w:pPr/w:pStyle/@w:val='Caption']")[0]
    assert [text_of(one) for one in entries] == [text_of(caption)]
    assert find(entries[0], "w:hyperlink/@w:anchor") == ["_fig_gap"]
    assert find(entries[0], ".//w:instrText/text()") == [' TOC \\n \\h \\z \\c "Figure" ']


def test_a_list_parts_label_and_title_as_the_caption_does_in_a_box_too():
    found = body(Exhibits("tables", t("Tables")), TABLE, Box(t("Box"), (replace(TABLE, anchor="in-box"),)))
    entries = find(found, "w:p[w:pPr/w:pStyle/@w:val='TableOfFigures']")
    captions = find(found, ".//w:p[w:pPr/w:pStyle/@w:val='Caption']")
    assert [text_of(one) for one in entries] == [text_of(one) for one in captions]
    assert ["\t" in text_of(one) for one in captions] == [True, False]


def test_entries_tell_that_a_number_is_contested_and_carry_none_of_its_controls():
    contested = replace(FIGURE, title=(n("q13", "$7.76 billion", 1), *t(" or more")))
    found = body(Exhibits("figures", t("Figures")), contested)
    entry = find(found, "w:p[w:pPr/w:pStyle/@w:val='TableOfFigures']")[0]
    assert text_of(entry) == "Figure\u00a01\t$7.76 billion≠ or more"
    assert not find(entry, ".//w:sdt")


def numbering(found):
    """The styles, lists and levels of paragraphs that name a list."""
    return [
        (style_of(one), *(int(str(find(one, f"string(w:pPr/w:numPr/{name}/@w:val)"))) for name in NUMBERING))
        for one in find(found, ".//w:p[w:pPr/w:numPr]")
    ]
