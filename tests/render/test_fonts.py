from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from msgspec.structs import replace

from aibrief_report.errors import RenderError
from aibrief_report.render.glyphs import characters
from aibrief_report.render.html.fonts import faces_used, font_css
from aibrief_report.store.cache import Cache
from tests.documents import plain_theme, theme


def faces(css):
    found = re.findall(r'font-family:"([^"]+)";font-weight:(\d+);font-style:(\w+).*?base64,([^)]+)\)', css)
    return [
        (name, int(weight), style, TTFont(BytesIO(b64decode(data)))) for name, weight, style, data in found
    ]


def test_every_face_that_text_may_need_is_there():
    used = faces_used(theme(), "<em><strong>a</strong></em>")
    assert [one for one in theme().fonts.faces if one not in used] == [semibold()]


def semibold():
    """The face that only charts use in the default theme, whose headings are bold."""
    (found,) = (one for one in theme().fonts.faces if one.weight == 600)
    return found


def test_a_semibold_face_comes_where_headings_are_set_in_it():
    headings = replace(theme().manners.headings, weight=600)
    chosen = replace(theme(), manners=replace(theme().manners, headings=headings))
    assert semibold() in faces_used(chosen, "a")
    assert semibold() not in faces_used(theme(), "a")


def test_a_rule_names_family_weight_and_style():
    ((family, weight, style, _),) = faces(font_css(plain_theme(), "a", "en", Cache(None)))
    assert (family, weight, style) == ("Source Serif Pro", 400, "normal")


@pytest.mark.parametrize(
    ("body", "needed"),
    [
        ("<em>a</em> <strong>b</strong>", False),
        ("<em>a <b>b</b></em>", True),
        ("<h2>a <em>b</em></h2>", True),
        ("<blockquote>a</blockquote><strong>b</strong>", False),
    ],
)
def test_bold_italic_comes_only_where_the_two_meet(body, needed):
    found = {(one.weight, one.italic) for one in faces_used(theme(), body)}
    assert ((700, True) in found) == needed


def test_plain_text_is_one_subset_whatever_is_printed():
    few, many = (font_css(plain_theme(), text, "en", Cache(None)) for text in ("a", "az–≠"))
    assert few == many


def test_letters_of_western_europe_are_a_subset_of_their_own():
    plain, latin = faces(font_css(plain_theme(), "aé", "en", Cache(None)))
    assert {ord(one) for one in "a–≠÷"} <= set(plain[3].getBestCmap())
    assert {ord(one) for one in "éß€"} <= set(latin[3].getBestCmap())
    assert font_css(plain_theme(), "é", "en", Cache(None)) == font_css(plain_theme(), "ß", "en", Cache(None))


def test_other_characters_are_a_last_subset():
    *_, other = faces(font_css(plain_theme(), "aéЖω", "en", Cache(None)))
    assert set(other[3].getBestCmap()) == {ord("Ж"), ord("ω")}


def test_a_further_subset_serves_its_characters_only():
    assert font_css(plain_theme(), "АБВω", "en", Cache(None)).endswith(";unicode-range:U+3C9,U+410-412}")


def test_characters_that_no_face_has_need_no_subset():
    assert len(faces(font_css(plain_theme(), "人工智能", "en", Cache(None)))) == 1


def test_subsets_are_woff2_with_the_licence():
    ((*_, font),) = faces(font_css(plain_theme(), "", "en", Cache(None)))
    assert font.flavor == "woff2"
    assert "Open Font License" in font["name"].getDebugName(13)


@pytest.mark.parametrize(("body", "there"), [("a", False), ('<span class="small-caps">a</span>', True)])
def test_small_capitals_come_only_where_they_are_used(body, there):
    ((*_, font),) = faces(font_css(plain_theme(), body, "en", Cache(None)))
    features = {one.FeatureTag for one in font["GSUB"].table.FeatureList.FeatureRecord}
    assert ("smcp" in features) == there


def test_a_subset_holds_no_other_features_or_names_than_are_of_use():
    ((*_, font),) = faces(font_css(plain_theme(), "a", "en", Cache(None)))
    features = {one.FeatureTag for one in font["GSUB"].table.FeatureList.FeatureRecord}
    assert features <= {"ccmp", "liga", "lnum", "locl", "tnum"}
    assert {one.nameID for one in font["name"].names} <= {0, 1, 2, 13, 14}


def test_characters_are_those_that_a_reader_sees():
    assert characters('<p class="Ω">b&amp;a</p>') == "&ab"


def test_subsets_come_from_the_cache(tmp_path, monkeypatch):
    cache = Cache(tmp_path)
    first = font_css(plain_theme(), "a", "en", cache)
    monkeypatch.setattr("aibrief_report.render.html.fonts._cut", None)
    assert font_css(plain_theme(), "a", "en", cache) == first


def test_a_damaged_font_is_told_by_its_name(tmp_path):
    face, chosen = plain_theme().fonts.faces[0], plain_theme()
    head = face.data.index(b"head", 12, 400)  # its entry in the directory: tag, checksum, offset, length
    at = int.from_bytes(face.data[head + 8 : head + 12], "big")
    broken = face.data[:at] + b"\xff" * 54 + face.data[at + 54 :]
    fonts = replace(chosen.fonts, faces=(replace(face, data=broken),))
    with pytest.raises(RenderError, match=f"the font {face.name} is damaged"):
        font_css(replace(chosen, fonts=fonts), "a", "en", Cache(None))
