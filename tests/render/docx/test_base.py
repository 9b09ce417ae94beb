"""The base document, promise by promise."""

import pytest

from aibrief_report.model.blocks import Heading
from aibrief_report.ooxml.style_sheets import StyleSheet, name_of
from tests.documents import t, theme, torture
from tests.render.docx.house.templates import parsed
from tests.render.docx.written import body, find, package, torture_body, torture_parts

STYLES, NUMBERING, DRAWN = "word/styles.xml", "word/numbering.xml", "word/theme/theme1.xml"
SHEET = StyleSheet(parsed(torture_parts(), STYLES))
PARAGRAPHS = (
    *("Normal", "Title", "Subtitle", "heading 1", "heading 2", "heading 3", "caption", "Quote"),
    *("List Bullet", "List Bullet 2", "List Bullet 3", "List Number", "List Number 2", "List Number 3"),
    *("List Continue", "footnote text", "TOC Heading", "toc 1", "toc 2", "table of figures"),
    *("Bibliography", "header", "footer"),
)
CHARACTERS = ("Hyperlink", "Strong", "Emphasis", "footnote reference", "Default Paragraph Font")


def style(name, kind="paragraph"):
    found = SHEET.find(name, kind)
    assert found is not None, name
    return found


@pytest.mark.parametrize(
    ("name", "kind"), [*((n, "paragraph") for n in PARAGRAPHS), *((n, "character") for n in CHARACTERS)]
)
def test_styles_bear_word_s_own_names(name, kind):
    found = style(name, kind)
    assert name_of(found) == name
    assert not find(found, "@w:customStyle")


def test_styles_that_this_document_does_not_define_stay_hidden():
    (latent,) = find(SHEET.root, "w:latentStyles")
    assert find(latent, "@w:defSemiHidden") == ["1"]
    assert find(latent, "@w:defUnhideWhenUsed") == ["1"]


@pytest.mark.parametrize("name", ["heading 1", "heading 2", "heading 3", "caption", "TOC Heading"])
def test_headings_and_captions_stay_whole_and_with_what_follows(name):
    assert find(style(name), "w:pPr/w:keepNext")
    assert find(style(name), "w:pPr/w:keepLines")


def test_headings_have_their_level_in_the_outline():
    levels = [find(style(f"heading {one}"), "string(w:pPr/w:outlineLvl/@w:val)") for one in (1, 2, 3)]
    assert levels == ["0", "1", "2"]


def test_no_first_or_last_line_stands_alone():
    assert find(SHEET.root, "w:docDefaults/w:pPrDefault/w:pPr/w:widowControl[not(@w:val)]")


def test_fonts_and_colours_are_those_of_the_document_s_theme():
    root = parsed(torture_parts(), DRAWN)
    fonts = [find(root, f"string(.//a:{kind}Font/a:latin/@typeface)") for kind in ("major", "minor")]
    assert fonts == [theme().fonts.sans, theme().fonts.text]
    accent = find(root, "string(.//a:accent1/a:srgbClr/@val)")
    assert f"#{accent}" == theme().colours.accent
    named = find(style("heading 1"), "string(w:rPr/w:rFonts/@w:asciiTheme)")
    assert named == "majorHAnsi"
    assert find(style("Hyperlink", "character"), "string(w:rPr/w:color/@w:themeColor)") == "hyperlink"


@pytest.mark.parametrize(("size", "wide", "high"), [("A4", 11906, 16838), ("Letter", 12240, 15840)])
def test_pages_are_a4_or_letter(size, wide, high):
    (sheet,) = find(body(Heading(1, t("A"), "a"), page=size), ".//w:sectPr/w:pgSz")
    assert [int(find(sheet, f"string(@w:{one})")) for one in ("w", "h")] == [wide, high]


def test_the_first_page_has_a_foot_of_its_own():
    first = find(torture_body(), ".//w:sectPr")[0]
    assert find(first, "w:titlePg")
    assert set(find(first, "w:footerReference/@w:type")) == {"default", "first"}


def test_lists_have_nine_levels_of_one_definition():
    root = parsed(torture_parts(), NUMBERING)
    for definition in find(root, "w:abstractNum"):
        assert find(definition, "w:multiLevelType/@w:val") == ["multilevel"]
        assert len(find(definition, "w:lvl")) == 9


def test_tables_of_data_have_a_heading_row_and_no_banding():
    looks = find(torture_body(), ".//w:tbl[w:tblPr/w:tblStyle/@w:val='BriefTable']/w:tblPr/w:tblLook")
    assert looks
    assert all(find(one, "string(@w:firstRow)") == "1" for one in looks)
    assert all(find(one, "string(@w:noHBand)") == find(one, "string(@w:noVBand)") == "1" for one in looks)
    assert find(style("Brief Table", "table"), "w:tblStylePr/@w:type") == ["firstRow"]


def test_the_key_figures_are_a_table_and_boxes_are_of_one_row():
    for name in ("BriefKeyFigures", "BriefBox", "BriefFindings", "BriefPlainBox"):
        tables = find(torture_body(), f".//w:tbl[w:tblPr/w:tblStyle/@w:val='{name}']")
        assert tables, name
        assert all(len(find(one, "w:tr")) == 1 for one in tables)


def test_the_document_says_it_is_word_s_of_today():
    settings = parsed(package(torture()), "word/settings.xml")
    mode = find(settings, "w:compat/w:compatSetting[@w:name='compatibilityMode']/@w:val")
    assert mode == ["15"]
