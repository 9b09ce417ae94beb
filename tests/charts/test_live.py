"""Live charts: valid Vega-Lite that says what the drawing says, and a script that draws it."""

from __future__ import annotations

import json
from typing import Any

import altair
import pytest
import vl_convert

from aibrief_report.charts.live import live_chart, live_config
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.runtime import EVENT, bundle, runtime
from aibrief_report.charts.values import records
from aibrief_report.charts.wording import number_locale
from aibrief_report.store.cache import Cache
from tests.charts.gallery import GALLERY
from tests.charts.making import THEME, P, chart, investment, series

SHEET = Sheet(THEME, 480.0)
LIVE = {
    **{name: GALLERY[name] for name in ("bar", "grouped-bar", "horizontal-bar", "stacked-bar", "line, two")},
    **{name: GALLERY[name] for name in ("area, stacked", "scatter", "range-dot, two", "dots by category")},
}


def spec(one: Any) -> dict[str, Any]:
    found = live_chart(one, SHEET)
    assert found is not None
    return found


def drawn(found: dict[str, Any], **shown: list[str]) -> str:
    """The SVG of a live chart 600 pixels wide, all or some series shown."""
    params = [{"name": "shown", "value": shown.get("shown", found["params"][0]["value"])}]
    whole = {**found, "width": 600, "params": params, "config": live_config(THEME)}
    svg: str = vl_convert.vegalite_to_svg(whole)
    return svg


@pytest.mark.parametrize("name", LIVE)
def test_every_kind_is_valid_vega_lite_that_tells_each_value(name):
    found = spec(LIVE[name])
    altair.Chart.from_dict(found)
    told = {one["tip"] for one in records(LIVE[name], SHEET)}
    assert {one["tip"] for one in found["data"]["values"]} == told
    assert json.dumps(found).count('{"field": "tip"}') >= 2


@pytest.mark.parametrize("name", ["grouped-bar", "stacked-bar", "line, two", "scatter", "range-dot, two"])
def test_a_series_that_is_not_shown_is_gone(name):
    found = spec(LIVE[name])
    first, *others = found["params"][0]["value"]
    lone = [one["tip"] for one in found["data"]["values"] if one["series"] == first and one["y"] is not None]
    assert all(f'aria-label="{tip}"' in drawn(found) for tip in lone)
    assert not any(f'aria-label="{tip}"' in drawn(found, shown=others) for tip in lone)


def test_a_missing_value_has_no_mark():
    one = chart("line", series("USA", P("2021", "1", "1"), P("2022", None), P("2023", "3", "3")))
    assert [value["y"] for value in spec(one)["data"]["values"]] == [1.0, None, 3.0]


def test_what_was_not_counted_yet_is_hollow():
    one = chart("line", series("USA", P("2023", "1", "1"), P("2024", "2", "2", status="forecast")))
    assert [value.get("hollow", False) for value in spec(one)["data"]["values"]] == [False, True]


def test_bars_begin_at_zero_and_lines_where_the_drawing_does():
    high = chart("line", series("USA", P("2023", "90", "90"), P("2024", "99", "99")))
    assert spec(investment())["encoding"]["y"]["scale"]["zero"]
    assert spec(investment("line"))["encoding"]["y"]["scale"]["zero"]
    assert not spec(high)["encoding"]["y"]["scale"]["zero"]


@pytest.mark.parametrize("name", ["timeline", "vega"])
def test_kinds_that_are_no_better_alive_are_drawn_only(name):
    assert live_chart(GALLERY[name], SHEET) is None


def test_a_single_mark_is_drawn_only():
    assert live_chart(chart("bar", series("USA", P("2023", "1", "1"))), SHEET) is None


def test_the_script_lies_here_as_vl_convert_makes_it(monkeypatch):
    made = bundle()
    monkeypatch.setattr("aibrief_report.charts.runtime.bundle", None)
    assert runtime(Cache(None)) == made


def test_the_script_of_another_version_is_made_once(tmp_path, monkeypatch):
    monkeypatch.setattr("aibrief_report.charts.runtime.version", lambda _: "0.1")
    monkeypatch.setattr("aibrief_report.charts.runtime.bundle", lambda: "made")
    assert runtime(Cache(tmp_path)) == "made"
    monkeypatch.setattr("aibrief_report.charts.runtime.bundle", None)
    assert runtime(Cache(tmp_path)) == "made"


def test_the_script_hands_over_what_draws():
    made = runtime(Cache(None))
    assert f'new CustomEvent("{EVENT}",{{detail:' in made[-80:]
    assert "expressionInterpreter" in made


@pytest.mark.parametrize(
    ("language", "decimal", "thousands"), [("en-GB", ".", ","), ("de", ",", "."), ("fr", ",", "\u202f")]
)
def test_numbers_of_an_axis_are_in_the_language_of_the_page(language, decimal, thousands):
    locale = number_locale(language)
    assert (locale["decimal"], locale["thousands"]) == (decimal, thousands)
