"""Drawings: kept once made, the same everywhere, light to fetch."""

import json
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace

from aibrief_report.charts.bitmap import PIXELS_PER_INCH, chart_bitmap
from aibrief_report.charts.draw import draw, ingredients, size_of, sketch, text_width_of
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.png import packed
from aibrief_report.charts.wording import Wording
from aibrief_report.store.cache import Cache
from tests.charts.making import SVG, THEME, WIDTH, P, bitmap_of, chart, drawn, investment, series, texts

ROOT = Path(__file__).parents[2]

_ELSEWHERE = """
import sys
sys.path.insert(0, sys.argv[1])
from tests.charts.gallery import GALLERY
from tests.charts.making import bitmap_of, drawn
from aibrief_report.digest import sha256
for name in ("timeline", "range-dot", "vega", "line", "grouped-bar"):
    one = drawn(GALLERY[name])
    print(name, sha256(one.vega.encode()), sha256(one.svg.encode()), sha256(bitmap_of(one)))
"""

_WARM = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from tests.charts.making import THEME, WIDTH, investment
from aibrief_report.charts.draw import draw
from aibrief_report.store.cache import Cache
drawing = draw(investment(), THEME, Cache(Path(sys.argv[2])), WIDTH)
assert drawing.svg.startswith("<svg")
print([name for name in ("altair", "vl_convert", "pandas", "fontTools") if name in sys.modules])
"""


def run(script: str, *arguments: str, **environment: str) -> str:
    command = [sys.executable, "-c", script, str(ROOT), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return done.stdout


@pytest.mark.torture  # whole builds are disturbed by far more in tests/same_bytes
def test_the_same_chart_is_the_same_bytes_under_any_seed_zone_and_locale():
    here = run(_ELSEWHERE, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C")
    there = run(_ELSEWHERE, PYTHONHASHSEED="2", TZ="Asia/Shanghai", LC_ALL="C.UTF-8")
    assert here == there


def test_a_kept_drawing_is_fetched_without_altair_and_vl_convert(tmp_path: Path):
    made = draw(investment(), THEME, Cache(tmp_path), WIDTH)
    assert run(_WARM, str(tmp_path)) == "[]\n"
    assert draw(investment(), THEME, Cache(tmp_path), WIDTH) == made


@pytest.mark.parametrize(
    "sheet",
    [
        Sheet(THEME, 400),
        Sheet(THEME, WIDTH, Wording("de")),
        Sheet(replace(THEME, colours=replace(THEME.colours, ink="#000000")), WIDTH),
        Sheet(replace(THEME, fonts=replace(THEME.fonts, faces=THEME.fonts.faces[:1])), WIDTH),
        Sheet(replace(THEME, sizes=replace(THEME.sizes, small=9.0)), WIDTH),
    ],
    ids=["width", "language", "colours", "faces", "sizes"],
)
def test_whatever_shapes_a_drawing_is_in_its_key(sheet: Sheet):
    assert ingredients(investment(), sheet) != ingredients(investment(), Sheet(THEME, WIDTH))


def test_a_chart_that_is_drawn_has_the_key_of_the_one_that_was_not():
    plain = investment()
    assert ingredients(replace(plain, drawing=drawn(plain)), Sheet(THEME, WIDTH)) == ingredients(
        plain, Sheet(THEME, WIDTH)
    )


def test_the_svg_says_its_size_in_points():
    drawing = drawn(investment())
    root = etree.fromstring(drawing.svg.encode())
    assert root.get("width") == "414pt"
    assert root.get("viewBox") == f"0 0 414 {drawing.height:g}"


def test_the_png_is_the_svg_at_its_density():
    drawing = drawn(investment())
    png = bitmap_of(drawing)
    width, height = struct.unpack(">II", png[16:24])
    assert width == pytest.approx(drawing.width / 72 * PIXELS_PER_INCH, abs=1)
    assert height == pytest.approx(drawing.height / 72 * PIXELS_PER_INCH, abs=1)
    assert struct.pack(">II", 8661, 8661) in png


def test_a_png_packed_twice_is_the_same():
    png = bitmap_of(drawn(investment()))
    assert packed(png, PIXELS_PER_INCH) == png


def test_a_bitmap_comes_from_the_cache(tmp_path: Path, monkeypatch):
    drawing, cache = drawn(investment()), Cache(tmp_path)
    made = chart_bitmap(drawing, THEME, cache)
    monkeypatch.setattr("aibrief_report.charts.bitmap.bitmap", None)
    assert chart_bitmap(drawing, THEME, cache) == made


def test_the_ground_is_transparent():
    assert 'fill="#ffffff"' not in drawn(investment()).svg


def test_a_mark_tells_its_value_and_its_row():
    root = etree.fromstring(drawn(investment()).svg.encode())
    told = {
        mark.get("data-row"): mark.findtext(f"{SVG}title") for mark in root.iter() if mark.get("data-row")
    }
    assert told == {
        "r1": "United States, 2023: 67.2",
        "r2": "United States, 2024: 109.1",
        "r3": "China, 2023: 7.76",
        "r4": "China, 2024: 9.3",
    }


def test_the_picture_has_no_title():
    found = json.loads(drawn(investment()).vega)
    assert "title" not in found


def test_text_from_data_is_text_and_nothing_else():
    one = chart("bar", series("CHN", P("2023", "1", "<script>alert(1)</script> & “more”"), name='"<b>"'))
    svg = drawn(one).svg
    assert "<script" not in svg
    assert "<script>alert(1)</script> & “more”" in texts(one)


def test_names_are_in_the_language_of_the_brief():
    one = chart(
        "bar",
        series(
            "CHN",
            P("2023", "1", "1"),
            P("2026", None, status="forecast"),
            P("2027", "1", "1", status="forecast"),
        ),
    )
    svg = draw(one, THEME, Cache(None), WIDTH, Wording("de", missing="k. A.", forecast="Prognose")).svg
    assert ">k. A.<" in svg
    assert ">Prognose<" in svg


def test_axis_numbers_are_in_the_language_of_the_brief():
    one = chart("line", series("CHN", P("2022", "1200"), P("2023", "1900")))
    assert ">2.000<" in draw(one, THEME, Cache(None), WIDTH, Wording("de")).svg


def test_a_sketch_is_as_narrow_as_it_was_asked_to_be():
    assert size_of(sketch(investment(), THEME, Cache(None), 240))[0] == 240


def test_a_sketch_comes_from_the_cache(tmp_path: Path, monkeypatch):
    cache = Cache(tmp_path)
    made = sketch(investment(), THEME, cache, 240)
    monkeypatch.setattr("aibrief_report.charts.draw._svg", None)
    assert sketch(investment(), THEME, cache, 240) == made


def test_a_chart_of_a_width_of_its_own_has_no_sketch():
    wide = {"width": 400, "mark": "point", "data": {"values": [{"a": 1}]}, "encoding": {"x": {"field": "a"}}}
    assert sketch(chart("vega", spec=json.dumps(wide)), THEME, Cache(None), 240) == ""


def test_the_text_of_a_theme_is_as_wide_as_its_page_less_its_margins():
    assert text_width_of(THEME) == pytest.approx(146 / 25.4 * 72)
