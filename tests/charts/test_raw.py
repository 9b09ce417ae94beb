"""Raw Vega-Lite: over the chart's own values, and nothing from anywhere else."""

import json
from typing import Any

import pytest

from aibrief_report.errors import ChartError
from aibrief_report.model.charts import Chart
from tests.charts.making import chart, drawn, investment, spec

PLAIN = {"mark": "bar", "encoding": {"x": {"field": "x"}, "y": {"field": "y", "type": "quantitative"}}}


def raw(own: Any, alt: str = "What it shows.") -> Chart:
    text = own if isinstance(own, str) else json.dumps(own)
    return Chart(**{**_fields(chart("vega", *investment().series, spec=text)), "alt": alt})


def _fields(one: Chart) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__slots__}


def test_it_draws_the_charts_values():
    found = spec(raw(PLAIN))
    assert found["data"] == {"name": "values"}
    assert [one["y"] for one in found["datasets"]["values"]] == [67.2, 109.1, 7.76, 9.3]
    assert drawn(raw(PLAIN)).svg.count("<title>") == 4


def test_a_series_is_a_data_set_under_its_key():
    found = spec(raw({**PLAIN, "data": {"name": "CHN"}}))
    assert found["data"] == {"name": "CHN"}
    assert [one["y"] for one in found["datasets"]["CHN"]] == [7.76, 9.3]


def test_the_themes_configuration_lies_under_the_authors():
    found = spec(raw({**PLAIN, "config": {"axis": {"ticks": True}}}))["config"]
    assert found["axis"]["ticks"] is True
    assert found["axis"]["gridColor"] == "#c9ced6"


@pytest.mark.parametrize(
    ("own", "fault"),
    [
        ({**PLAIN, "data": {"url": "https://example.org/a.csv"}}, "data.url: a raw chart has no 'url'"),
        ({**PLAIN, "data": {"values": [{"x": 1}]}}, "data: data must be named"),
        ({**PLAIN, "data": {"sequence": {"start": 0, "stop": 9}}}, "data: data must be named"),
        ({**PLAIN, "data": {"name": "other"}}, "data: data must be named, as one of USA, CHN, values"),
        ({**PLAIN, "datasets": {"values": []}}, "datasets: a raw chart has no 'datasets'"),
        ({"layer": [{**PLAIN, "data": {"url": "a.csv"}}]}, r"layer\[0\].data.url"),
        ({**PLAIN, "transform": [{"lookup": "x", "from": {"data": {"url": "a.csv"}}}]}, "from.data.url"),
        ({**PLAIN, "encoding": {"href": {"field": "x"}}}, "encoding.href: a raw chart has no 'href'"),
        ({"mark": {"type": "bar", "href": "https://example.org"}}, "mark.href"),
        ({"mark": {"type": "image"}}, "mark.type: a raw chart shows no images"),
        ({**PLAIN, "usermeta": {"embedOptions": {}}}, "usermeta"),
        ("[]", "the specification is not a JSON object"),
        ("{", "the specification is not JSON"),
    ],
)
def test_what_would_reach_outside_is_refused(own: Any, fault: str):
    with pytest.raises(ChartError, match=fault):
        spec(raw(own))


def test_all_faults_are_told_at_once():
    with pytest.raises(ChartError) as caught:
        spec(raw({"mark": "image", "data": {"url": "a.csv"}}, alt=" "))
    assert len(caught.value.faults) == 4


def test_one_without_alt_text_is_refused():
    with pytest.raises(ChartError, match="a raw chart has no alt text"):
        spec(raw(PLAIN, alt=""))


def test_one_that_vega_cannot_read_is_refused():
    with pytest.raises(ChartError, match="Vega-Lite cannot draw this chart"):
        drawn(raw({"mark": "no such mark"}))


def test_one_that_is_wider_than_the_text_is_refused():
    wide = {"hconcat": [{**PLAIN, "width": 300}, {**PLAIN, "width": 300}]}
    with pytest.raises(ChartError, match=r"the chart is .* pt wide, the text 414 pt"):
        drawn(raw(wide))


def test_ids_are_the_charts_own_whatever_was_drawn_before():
    clipped = raw({"mark": {"type": "line", "clip": True}, "encoding": PLAIN["encoding"]})
    first = drawn(clipped).svg
    drawn.cache_clear()
    assert 'id="c' in first
    assert drawn(clipped).svg == first
