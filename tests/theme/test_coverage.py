"""Which characters a theme's fonts have."""

from __future__ import annotations

from importlib.resources import files

import pytest
from msgspec.structs import replace

from aibrief_report.store.cache import Cache
from aibrief_report.theme.coverage import _read, lacking, stand_in, yielded
from aibrief_report.theme.tokens import Face, Fonts
from tests.documents import theme


def with_chinese() -> Fonts:
    data = (files("pylopdf_fonts_zh_cn") / "NotoSansSC-Regular.otf").read_bytes()
    face = Face("Noto Sans SC", 400, False, "sc.otf", data)
    fonts = theme().fonts
    return replace(fonts, faces=(*fonts.faces, face), fallback={"sans": ("Noto Sans SC",)})


def test_characters_are_lacking_that_no_face_has():
    assert lacking("a人é工", theme().fonts) == ("人", "工")
    assert lacking("a人é工", with_chinese()) == ()


@pytest.mark.parametrize("unseen", ["\u00a0", "\u2009", "\u202f", "\u00ad", "\u200b", "\n"])
def test_what_has_no_shape_is_never_lacking(unseen):
    assert lacking(unseen, theme().fonts) == ()


def test_a_theme_without_files_leaves_all_to_the_reader():
    assert lacking("人", replace(theme().fonts, faces=())) == ()


def test_a_family_stands_in_for_the_role_that_names_it():
    assert stand_in(with_chinese(), "sans", "中") == "Noto Sans SC"
    assert stand_in(with_chinese(), "text", "中") == ""
    assert stand_in(with_chinese(), "sans", "א") == ""


@pytest.mark.parametrize(
    ("language", "left"), [("zh-CN", True), ("ja", True), ("en-GB", False), ("de", False)]
)
def test_marks_are_left_to_the_fallback_where_they_are_a_full_em_wide(language, left):
    assert ("“" in yielded(with_chinese(), language)) == left
    assert "’" not in yielded(with_chinese(), language)  # the apostrophe of foreign names


def test_what_no_fallback_has_is_left_to_none():
    assert yielded(theme().fonts, "zh") == ""


def test_coverage_comes_from_the_cache(tmp_path, monkeypatch):
    cache, data = Cache(tmp_path), theme().fonts.faces[0].data
    first = _read(data, cache)
    monkeypatch.setattr("aibrief_report.theme.coverage._runs", None)
    assert _read(data, cache) == first
    assert "a" in first
    assert "人" not in first
