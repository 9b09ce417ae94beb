"""Fonts of the DOCX: which are named, which travel in it, and which may."""

import pytest
from fontTools.ttLib import TTFont
from msgspec.structs import replace

from aibrief_report.render.docx.fonts import may_embed
from aibrief_report.theme.tokens import Word
from tests.documents import small, theme, torture
from tests.render.docx.house.templates import parsed
from tests.render.docx.written import find, package

TABLE, SETTINGS, DRAWN = "word/fontTable.xml", "word/settings.xml", "word/theme/theme1.xml"


def licensed(kind, tmp_path):
    """A font of the theme, with other bits in its licence."""
    source, target = tmp_path / "source.ttf", tmp_path / "font.ttf"
    source.write_bytes(theme().fonts.faces[0].data)
    font = TTFont(source)
    font["OS/2"].fsType = kind
    font.save(target)
    return target.read_bytes()


@pytest.mark.parametrize(
    ("kind", "allowed"),
    [
        (0x0000, True),  # installable
        (0x0008, True),  # editable
        (0x0108, True),  # editable, whole only: it is never cut down here
        (0x000C, True),  # an old font that says both: the least restrictive counts
        (0x0002, False),  # restricted
        (0x0004, False),  # for viewing and printing: it would lock the document
        (0x0208, False),  # its bitmaps only
    ],
)
def test_a_font_travels_as_far_as_its_licence_allows(kind, allowed, tmp_path):
    assert may_embed(licensed(kind, tmp_path)) is allowed


def test_what_is_no_truetype_does_not_travel():
    assert not may_embed(b"OTTO" + bytes(200))
    assert not may_embed(b"")


def test_fonts_travel_unless_the_theme_says_otherwise():
    without = package(small(), replace(theme(), word=Word(embed_fonts=False)))
    assert [name for name in package(small(), theme()) if name.endswith(".odttf")]
    assert not [name for name in without if name.endswith(".odttf")]
    assert find(parsed(without, TABLE), "w:font/@w:name") == ["Source Serif Pro", "Source Sans Pro"]
    assert not find(parsed(without, SETTINGS), "w:embedTrueTypeFonts")


def test_the_theme_can_name_other_fonts_for_word():
    parts = package(small(), replace(theme(), word=Word(text="Georgia", sans="Calibri")))
    fonts = find(parsed(parts, DRAWN), ".//a:fontScheme/*/a:latin/@typeface")
    assert fonts == ["Calibri", "Georgia"]
    entries = {one.get(next(iter(one.attrib))): one for one in find(parsed(parts, TABLE), "w:font")}
    assert find(entries["Georgia"], "string(w:family/@w:val)") == "roman"
    assert find(entries["Calibri"], "string(w:family/@w:val)") == "swiss"
    assert not find(entries["Georgia"], "w:embedRegular")
    # Literal text keeps the theme's font, and so its files.
    assert find(entries["Source Sans Pro"], "w:embedRegular")


def test_charts_are_lettered_in_the_fonts_that_word_is_given():
    parts = package(torture(), replace(theme(), word=Word(sans="Calibri", embed_fonts=False)))
    charts = [part for name, part in parts.items() if name.startswith("word/charts/chart")]
    assert charts
    assert all(b"Source Sans Pro" not in chart for chart in charts)
