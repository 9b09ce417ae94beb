"""Timelines: lanes that keep events apart, dates as fine as they are known, targets hollow."""

import pytest

from aibrief_report.charts.parts.lanes import lanes
from tests.charts.gallery import EVENTS
from tests.charts.making import P, boxes, chart, drawn, inline, layers, series, spec, texts


def timeline(*points):
    return chart("timeline", series("CHN", *points), unit="")


@pytest.mark.parametrize(
    ("stretches", "expected"),
    [
        ([(0, 10), (20, 30)], [0, 0]),
        ([(0, 10), (5, 30)], [0, 1]),
        ([(0, 10), (12, 30)], [0, 1]),
        ([(0, 30), (5, 10), (40, 50)], [0, 1, 1]),
        ([], []),
    ],
)
def test_lanes_keep_events_apart_and_in_order(stretches, expected):
    assert lanes(stretches, gap=4) == expected


def test_a_day_is_a_dot_at_its_place():
    [record] = spec(timeline(P("2023-07-01", None, "An event")))["datasets"]["values"]
    assert record["at"] == pytest.approx(2023.5, abs=0.005)


def test_a_year_is_a_bar_with_its_dot_amid():
    found = spec(timeline(P("2017", None, "A plan"), P("2020-05", None, "An event")))
    assert found["datasets"]["values"][0]["at"] == pytest.approx(2017.5, abs=0.01)
    bars = [one for one in inline(found, "rule") if one["y"] == one["y2"]]
    year = found["width"] / 4
    assert [round(one["x2"] - one["x"]) for one in bars] == [round(year)]


def test_what_lasts_is_a_bar_from_its_beginning():
    found = spec(timeline(P("2017", None, "A plan", end="2018"), P("2020-05", None, "An event")))
    assert found["datasets"]["values"][0]["at"] == pytest.approx(2017)
    [bar] = [one for one in inline(found, "rule") if one["y"] == one["y2"]]
    assert bar["x2"] - bar["x"] == pytest.approx(found["width"] / 2, abs=1)


def test_dates_are_printed_as_fine_as_they_are_known():
    found = texts(
        timeline(
            P("2017", None, "A"), P("2018-03", None, "B"), P("2019-Q2", None, "C"), P("2020-05-06", None, "D")
        )
    )
    assert {"2017", "Mar 2018", "Q2 2019", "May 6, 2020"} <= set(found)


def test_targets_are_hollow():
    found = spec(timeline(P("2017", None, "A plan"), P("2030", None, "A goal", status="target")))
    dots = [layer for layer in layers(found, "point") if "data" not in layer]
    assert [layer["mark"]["filled"] for layer in dots] == [True, False]


def test_areas_have_their_lanes_and_colours():
    found = {box.text: box for box in boxes(drawn(EVENTS))}
    assert found["United States"].top < found["Chip export controls"].top < found["China"].top
    colours = {record["colour"] for record in spec(EVENTS)["datasets"]["values"]}
    assert colours == {"#1f5f99", "#c8501e"}


def test_events_go_down_in_the_order_of_their_dates():
    one = timeline(
        P("2023-03-05", None, "Third"), P("2023-01-05", None, "First"), P("2023-02-05", None, "Second")
    )
    found = {box.text: box.top for box in boxes(drawn(one))}
    assert found["First"] < found["Second"] < found["Third"]


def test_words_that_do_not_fit_at_the_right_stand_at_the_left():
    one = timeline(P("2017-01", None, "Early"), P("2035-12", None, "A goal far to the right"))
    found = {box.text: box for box in boxes(drawn(one))}
    assert found["A goal far to the right"].right < drawn(one).width


def test_long_words_over_a_long_bar_stand_above_it():
    one = timeline(P("2017", None, "A plan that goes on for as long as the picture is wide", end="2035"))
    assert any(text.startswith("A plan that goes on") for text in texts(one))
