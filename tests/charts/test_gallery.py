"""What holds for every kind of chart: nothing clipped, nothing over anything else, nothing from elsewhere."""

import re
import struct
from itertools import combinations

import pytest

from aibrief_report.charts.bitmap import PIXELS_PER_INCH
from aibrief_report.charts.draw import draw
from aibrief_report.charts.faces import own_names, register
from aibrief_report.model.charts import Chart
from aibrief_report.store.cache import Cache
from tests.charts.awkward import NOTED, PANELS
from tests.charts.gallery import GALLERY, KINDS
from tests.charts.making import THEME, WIDTH, bitmap_of, boxes, drawn, spec

LEAST_TYPE = 7.0
"""Points, at the size of print: what footnotes of journals keep to."""
EVERY = pytest.mark.parametrize("one", GALLERY.values(), ids=GALLERY)


@EVERY
def test_a_picture_is_as_wide_as_the_text(one: Chart):
    assert drawn(one).width == pytest.approx(WIDTH, abs=0.01)


@EVERY
def test_no_text_is_clipped(one: Chart):
    drawing = drawn(one)
    outside = [
        box.text
        for box in boxes(drawing)
        if box.left < -0.5
        or box.right > drawing.width + 0.5
        or box.top < -0.5
        or box.bottom > drawing.height + 0.5
    ]
    assert outside == []


@EVERY
def test_no_text_lies_over_another(one: Chart):
    pairs = combinations(boxes(drawn(one)), 2)
    assert [(first.text, second.text) for first, second in pairs if first.meets(second)] == []


@EVERY
def test_nothing_comes_from_elsewhere(one: Chart):
    svg = drawn(one).svg.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert "http" not in svg
    assert "xlink" not in svg
    assert not re.search(r"<(script|image|a|style|foreignObject)\b", svg)


@EVERY
def test_every_series_is_named_or_stands_for_the_whole_chart(one: Chart):
    said = " ".join(box.text for box in boxes(drawn(one)))
    if len(one.series) > 1 and one.kind != "vega":
        assert all(series.name.split()[0] in said for series in one.series)


@EVERY
def test_the_font_is_the_themes(one: Chart):
    named = "Source Sans Pro, Source Serif Pro, sans-serif"
    assert set(re.findall(r'font-family="([^"]*)"', drawn(one).svg)) == {named}


@EVERY
def test_type_can_be_read_in_print(one: Chart):
    sizes = {float(size) for size in re.findall(r'font-size="([\d.]+)px"', drawn(one).svg)}
    assert min(sizes) >= LEAST_TYPE


@EVERY
def test_the_bitmap_is_dense_enough_to_print(one: Chart):
    drawing = drawn(one)
    width, height = struct.unpack(">II", bitmap_of(drawing)[16:24])
    assert width / drawing.width * 72 == pytest.approx(PIXELS_PER_INCH, rel=0.01)
    assert height / drawing.height * 72 == pytest.approx(PIXELS_PER_INCH, rel=0.01)


EACH = [*{one.kind: one for one in KINDS.values()}.values(), *NOTED.values(), *PANELS.values()]


@pytest.mark.parametrize("one", EACH)
def test_a_specification_is_vega_lite(one: Chart):
    import altair

    found = spec(one)
    forms = {"layer": altair.LayerChart, "concat": altair.ConcatChart}
    form = next((forms[key] for key in forms if key in found), altair.Chart)
    form.from_dict(dict(found), validate=True)


@pytest.mark.parametrize("one", [one for one in EACH if one.kind != "vega"])
def test_vega_places_nothing_by_the_widths_of_texts(one: Chart, monkeypatch):
    faces = THEME.fonts.faces
    register(faces)
    monkeypatch.setattr("aibrief_report.charts.draw.STAND_IN", *own_names([THEME.fonts.text], faces))
    assert draw(one, THEME, Cache(None), WIDTH) == drawn(one)
