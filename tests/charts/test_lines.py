"""Lines, areas, scatters and dots: gaps, dashes, names at ends, axes of time."""

import pytest
from msgspec.structs import replace

from aibrief_report.errors import ChartError
from aibrief_report.model.charts import Axis, Chart
from tests.charts.making import P, boxes, chart, drawn, inline, investment, layers, series, spec, texts


def strokes(one: Chart) -> list[tuple[str, bool, float]]:
    return [(record["run"], record["dashed"], record["at"]) for record in inline(spec(one), "line")]


def test_a_forecast_is_reached_by_a_dashed_line():
    one = chart("line", series("CHN", P("2022", "12"), P("2023", "15"), P("2026", "26", status="forecast")))
    assert strokes(one) == [
        ("CHN 0", False, 2022),
        ("CHN 0", False, 2023),
        ("CHN 1", True, 2023),
        ("CHN 1", True, 2026),
    ]
    dashed = [layer["mark"].get("strokeDash") for layer in layers(spec(one), "line")]
    assert dashed == [None, [3, 2]]


def test_a_missing_value_is_a_gap():
    one = chart(
        "line", series("CHN", P("2020", "1"), P("2021", "2"), P("2022", None), P("2023", "4"), P("2024", "5"))
    )
    assert [(run, at) for run, _, at in strokes(one)] == [
        ("CHN 0", 2020),
        ("CHN 0", 2021),
        ("CHN 1", 2023),
        ("CHN 1", 2024),
    ]


def test_a_point_between_two_gaps_is_still_a_point():
    one = chart("line", series("CHN", P("2020", None), P("2021", "2", "2"), P("2022", None)))
    assert strokes(one) == []
    assert "China, 2021: 2" in drawn(one).svg


def test_points_are_joined_in_the_order_of_time():
    one = chart("line", series("CHN", P("2024", "3"), P("2022", "1"), P("2023", "2")))
    assert [at for _, _, at in strokes(one)] == [2022, 2023, 2024]


def test_lines_are_named_at_their_ends():
    found = {box.text: box for box in boxes(drawn(investment("line")))}
    assert found["United States"].left > found["2024"].left
    assert found["United States"].top < found["China"].top


def test_lines_too_near_each_other_have_a_key_at_the_top():
    points = (("2020", 0.0), ("2022", 50.0))
    near = chart(
        "line",
        *(series(name, *(P(x, str(y + at / 10)) for x, y in points)) for at, name in enumerate("ABCDEFGH")),
    )
    found = {box.text: box for box in boxes(drawn(near))}
    assert found["A"].top == found["H"].top < found["US$ billion"].top


def test_few_points_carry_their_values():
    assert {"67.2", "109.1", "7.76", "9.3"} <= set(texts(investment("line")))


def test_the_first_value_keeps_off_the_numbers_of_the_axis():
    one = chart("line", series("CHN", P("2020", "195", "about 195"), P("2022", "20", "20")))
    found = {box.text: box for box in boxes(drawn(one))}
    number, value = found["200"], found["about 195"]
    assert value.left > number.right or value.top > number.bottom or value.bottom < number.top


def test_many_points_leave_the_last_value_at_the_line_s_end():
    one = chart("line", series("CHN", *(P(str(y), str(y - 1990), str(y - 1990)) for y in range(2000, 2024))))
    found = texts(one)
    assert "China 33" in found
    assert "12" not in found


def test_a_line_begins_at_zero():
    one = chart("line", series("CHN", P("2022", "40"), P("2023", "100")))
    assert layers(spec(one), "line")[0]["encoding"]["y"]["scale"]["domain"][0] == 0


def test_a_line_far_from_zero_does_not():
    one = chart("line", series("CHN", P("2022", "90"), P("2023", "100")))
    assert layers(spec(one), "line")[0]["encoding"]["y"]["scale"]["domain"] == [90, 100]


def test_an_area_always_begins_at_zero():
    one = chart("area", series("CHN", P("2022", "90"), P("2023", "100")))
    [fill] = layers(spec(one), "area")
    assert fill["encoding"]["y"]["scale"]["domain"][0] == 0
    assert fill["encoding"]["y2"] == {"datum": 0}


def test_stacked_areas_refuse_a_gap():
    one = chart(
        "area", series("CHN", P("2022", None), P("2023", "4")), series("USA", P("2022", "1"), P("2023", "4"))
    )
    with pytest.raises(ChartError, match="a part of a stack is missing"):
        spec(one)


def test_years_stand_at_their_own_mark():
    one = chart("line", series("CHN", P("2022", "1"), P("2025", "2")))
    assert [record["at"] for record in spec(one)["datasets"]["values"]] == [2022, 2025]
    assert {"2022", "2023", "2024", "2025"} <= set(texts(one))


def test_periods_of_different_length_stand_at_their_middle():
    one = chart(
        "dots", series("CHN", P("2023", "1", "1"), P("2024-01/2024-06", "2", "2"), P("2025-07", "3", "3"))
    )
    found = [record["at"] for record in spec(one)["datasets"]["values"]]
    assert found == pytest.approx([2023.5, 2024.25, 2025.54], abs=0.01)


def test_what_is_no_period_is_refused():
    one = chart("line", series("CHN", P("mid-2023", "1")))
    with pytest.raises(ChartError, match="'mid-2023' is not a period"):
        spec(one)


def test_what_is_no_number_is_refused():
    one = chart("line", series("CHN", P("2023", "14,6")))
    with pytest.raises(ChartError, match="'14,6' is not a number"):
        spec(one)


def test_a_chart_without_values_is_refused():
    with pytest.raises(ChartError, match="a chart has no values"):
        spec(chart("bar"))


def test_scattered_points_are_named_and_both_axes_say_what_they_measure():
    axes = Axis("quantity", "GDP per head", "thousand US$"), Axis("quantity", "Investment per head", "US$")
    one = Chart(
        "scatter", *axes, (series("USA", P("80", "200", "United States"), P("54", "150", "Israel")),), ""
    )
    assert {"GDP per head, thousand US$", "Investment per head, US$", "Israel"} <= set(texts(one))


def test_dots_over_time_are_not_joined_and_say_who_counts():
    one = chart(
        "dots",
        series(
            "CHN", P("2023-06", "40", "40%", detail="CLSA"), P("2025-07", "40.2", "40.2%", detail="CAICT")
        ),
    )
    assert layers(spec(one), "line") == []
    assert {"40%", "CLSA", "40.2%", "CAICT"} <= set(texts(one))
    assert layers(spec(one), "point")[0]["encoding"]["y"]["scale"]["domain"][0] == 0


@pytest.mark.parametrize(
    ("x", "bound", "shape"),
    [
        ("category", "over", "triangle-right"),
        ("category", "under", "triangle-left"),
        ("period", "over", "triangle-up"),
        ("period", "under", "triangle-down"),
    ],
)
def test_a_bound_points_to_where_the_true_value_may_lie(x, bound, shape):
    points = (P("2023", "36", "36"), replace(P("2024", "40", "more than 40"), bound=bound))
    one = chart("dots", series("CHN", *points), x=x)
    assert [layer["mark"].get("shape") for layer in layers(spec(one), "point")] == [None, shape]
    filters = [layer["transform"][0]["filter"] for layer in layers(spec(one), "point")]
    assert [f"datum.bound === '{bound}'" in one for one in filters] == [False, True]


def test_dots_by_category_lie_on_a_line_each():
    one = chart(
        "dots",
        series("USA", P("Work", "42", "42"), P("Origin", "18", "18")),
        series("CHN", P("Work", "28", "28")),
        x="category",
    )
    encoding = layers(spec(one), "point")[0]["encoding"]
    assert (encoding["y"]["field"], encoding["y"]["sort"]) == ("x", ["Work", "Origin"])
