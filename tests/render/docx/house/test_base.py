"""What of a house template becomes part of a document, and what does not."""

import pytest
from msgspec.structs import replace

from aibrief_report.ooxml.parsing import parse
from aibrief_report.ooxml.text import text_of
from aibrief_report.render.docx.house.looks import house_theme
from aibrief_report.render.docx.house.pages import house_pages
from aibrief_report.render.docx.house.settings import ORDER
from aibrief_report.render.docx.settings import settings_part
from aibrief_report.render.docx.writer import render_docx
from aibrief_report.theme.manners import PLAIN, Cover
from aibrief_report.theme.tokens import Word
from tests.documents import small, theme, torture
from tests.render.docx.house.templates import changed, foreign, german, house, own, parsed, written
from tests.render.docx.written import bare, find

SETTINGS = "word/settings.xml"
TEMPLATES = {"python-docx": foreign, "German": german, "own": own}


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
def test_a_document_in_a_house_template_is_valid(template, tmp_path, assert_valid_docx):
    file = tmp_path / "brief.docx"
    file.write_bytes(render_docx(torture(), replace(theme(), word=Word(template=house(template())))))
    assert_valid_docx(file)


def test_the_same_template_gives_the_same_bytes():
    once, again = (render_docx(small(), replace(bare(), word=Word(template=house(foreign())))) for _ in "ab")
    assert once == again


def test_the_template_s_text_and_all_that_is_not_for_layout_is_left_behind():
    def with_text(xml):
        return xml.replace("<w:body>", "<w:body><w:p><w:r><w:t>Old</w:t></w:r></w:p>")

    parts = written(house(changed(foreign(), **{"word/document.xml": with_text})))
    assert "Old" not in text_of(parsed(parts, "word/document.xml"))
    dropped = ("docProps/thumbnail.jpeg", "word/webSettings.xml", "word/stylesWithEffects.xml")
    assert not set(dropped) & set(parts)


def test_settings_for_layout_are_the_template_s_and_those_that_lock_or_ask_are_left_out():
    def locked(xml):
        more = '<w:trackRevisions/><w:documentProtection w:edit="readOnly"/><w:evenAndOddHeaders/>'
        return xml.replace("<w:defaultTabStop", f"{more}<w:defaultTabStop", 1)

    root = parsed(written(house(changed(foreign(), **{SETTINGS: locked}))), SETTINGS)
    names = [one.tag.rpartition("}")[2] for one in root]
    assert "evenAndOddHeaders" in names
    assert not {"trackRevisions", "documentProtection", "autoHyphenation", "rsids"} & set(names)
    assert find(root, "string(w:themeFontLang/@w:val)") == "en-US"


def test_the_order_of_settings_knows_all_of_ours():
    names = [one.tag.rpartition("}")[2] for one in parse(settings_part("de", True), "settings")]
    assert names == sorted(names, key=ORDER.index)


def test_the_font_of_literal_text_is_added_to_the_template_s():
    table = parsed(written(house(foreign())), "word/fontTable.xml")
    names = find(table, "w:font/@w:name")
    assert names.count(theme().fonts.code) == 1
    assert "Times New Roman" in names


def test_lent_styles_and_charts_take_the_template_s_colours_and_font():
    found = house_theme(theme(), house(foreign()))
    assert found.fonts.text == found.fonts.sans == "Cambria"
    assert found.colours.muted == "#1f497d"
    assert found.colours.areas == theme().colours.areas


def test_a_colour_in_which_text_could_not_be_read_is_not_taken():
    def light(xml):
        return xml.replace('<a:srgbClr val="4F81BD"/>', '<a:srgbClr val="FFEE99"/>')

    found = house_theme(theme(), house(changed(foreign(), **{"word/theme/theme1.xml": light})))
    assert found.colours.accent == found.colours.ink == "#000000"


BAND = replace(theme(), manners=replace(theme().manners, cover=Cover(style="band")))


def test_a_foreign_title_does_not_stand_on_a_band_of_ours():
    assert house_theme(BAND, house(foreign())).manners == PLAIN
    assert house_theme(BAND, house(own())).manners == BAND.manners


def test_a_template_of_a_theme_with_a_band_keeps_its_side_column():
    """Titles stand on the band there, and do not hang out."""
    template = house(render_docx(torture(), replace(BAND, fonts=bare().fonts)))
    assert house_pages(template, "A4").side == pytest.approx(house_pages(house(own()), "A4").side, abs=0.1)
