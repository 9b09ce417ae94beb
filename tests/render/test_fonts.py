from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO

from fontTools.ttLib import TTFont

from aibrief_report.render.html.fonts import characters, font_css
from aibrief_report.store.cache import Cache
from tests.documents import plain_theme, theme


def faces(css):
    found = re.findall(r'font-family:"([^"]+)";font-weight:(\d+);font-style:(\w+).*?base64,([^)]+)\)', css)
    return [
        (name, int(weight), style, TTFont(BytesIO(b64decode(data)))) for name, weight, style, data in found
    ]


def test_every_face_of_the_theme_is_there():
    found = {one[:3] for one in faces(font_css(theme(), "", Cache(None)))}
    assert found == {(f.family, f.weight, "italic" if f.italic else "normal") for f in theme().fonts.faces}


def test_plain_latin_is_one_subset_whatever_is_printed():
    few, many = (font_css(plain_theme(), text, Cache(None)) for text in ("a", "aéz€≠"))
    assert few == many


def test_other_characters_are_a_second_subset():
    latin, other = faces(font_css(plain_theme(), "aЖω", Cache(None)))
    assert {ord(one) for one in "aé€–≠"} <= set(latin[3].getBestCmap())
    assert set(other[3].getBestCmap()) == {ord("Ж"), ord("ω")}


def test_the_second_subset_serves_its_characters_only():
    assert font_css(plain_theme(), "Жω", Cache(None)).endswith(";unicode-range:U+416,U+3C9}")


def test_characters_that_no_face_has_need_no_subset():
    assert len(faces(font_css(plain_theme(), "人工智能", Cache(None)))) == 1


def test_subsets_are_woff2_with_small_capitals_and_the_licence():
    ((*_, font),) = faces(font_css(plain_theme(), "", Cache(None)))
    assert font.flavor == "woff2"
    assert "smcp" in {one.FeatureTag for one in font["GSUB"].table.FeatureList.FeatureRecord}
    assert "Open Font License" in font["name"].getDebugName(13)


def test_characters_are_those_that_a_reader_sees():
    assert characters('<p class="Ω">b&amp;a</p>') == "&ab"


def test_subsets_come_from_the_cache(tmp_path, monkeypatch):
    cache = Cache(tmp_path)
    first = font_css(plain_theme(), "a", cache)
    monkeypatch.setattr("aibrief_report.render.html.fonts._cut", None)
    assert font_css(plain_theme(), "a", cache) == first
