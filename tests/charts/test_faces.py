"""A drawing has the theme's faces and no others, whatever a machine has and whatever was drawn before."""

import json
from pathlib import Path

from msgspec.structs import replace

from aibrief_report.charts.bitmap import bitmap, chart_bitmap, in_faces
from aibrief_report.charts.draw import draw
from aibrief_report.charts.faces import own_names
from aibrief_report.store.cache import Cache
from aibrief_report.theme.tokens import Face, Theme
from tests.charts.making import THEME, WIDTH, bitmap_of, investment

NO_CACHE = Cache(None)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20">{}</svg>'


def with_sans(theme: Theme, file: str) -> Theme:
    """Return a theme whose sans is another font under the same name."""
    import fontpkg_fira_sans

    data = (Path(fontpkg_fira_sans.__file__).parent / "files" / file).read_bytes()
    sans = theme.fonts.sans
    faces = tuple(replace(one, data=data) if one.family == sans else one for one in theme.fonts.faces)
    return replace(theme, fonts=replace(theme.fonts, faces=faces))


THEMES = (THEME, with_sans(THEME, "FiraSans-Light.ttf"), with_sans(THEME, "FiraSans-Black.ttf"))


def own(theme: Theme, family: str) -> str:
    return own_names([family], theme.fonts.faces)[0]


def test_a_family_of_the_same_name_in_another_theme_is_another():
    first, *others = (
        chart_bitmap(draw(investment(), theme, NO_CACHE, WIDTH), theme, NO_CACHE) for theme in THEMES
    )
    assert len({first, *others}) == 3
    assert bitmap_of(draw(investment(), THEME, NO_CACHE, WIDTH)) == first


def test_an_author_s_own_chart_is_laid_out_by_the_widths_of_the_theme_s_faces():
    spec = json.dumps({"mark": "bar", "encoding": {"y": {"field": "series"}}})
    own = replace(investment("vega"), spec=spec)
    assert len({draw(own, theme, NO_CACHE, WIDTH).svg for theme in THEMES}) == 3


def test_the_names_that_vl_convert_knows_are_told_nowhere():
    drawing = draw(investment(), THEME, NO_CACHE, WIDTH)
    assert "aibrief-" not in drawing.svg + drawing.vega
    assert f'font-family="{THEME.fonts.sans}, ' in drawing.svg


def test_a_family_without_a_face_keeps_its_name():
    assert own_names(["Nobody’s"], (Face("Sans", 400, False, "a.ttf", b"a"),)) == ("Nobody’s",)


def test_a_drawing_of_others_asks_for_the_families_of_the_theme_that_it_names():
    text = SVG.format(
        '<text font-family="Arial, Source Serif Pro">a</text><text style="font-family:serif">b</text>'
    )
    serif, sans = own(THEME, THEME.fonts.text), own(THEME, THEME.fonts.sans)
    assert in_faces(text, THEME.fonts).count(f"{serif}, {sans}") == 2


def test_text_of_no_family_is_set_in_the_theme_s_sans():
    plain, named, unknown = (
        bitmap(SVG.format(f'<text y="15"{more}>Words</text>'), THEME.fonts, 2)
        for more in ("", f' font-family="{THEME.fonts.sans}"', ' font-family="Comic Neue"')
    )
    assert plain == named == unknown
    assert plain != bitmap(SVG.format(""), THEME.fonts, 2)
