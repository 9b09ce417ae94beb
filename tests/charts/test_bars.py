"""Bars and stacks: where they begin, what is hollow, what is missing, in which order."""

import pytest

from aibrief_report.errors import ChartError
from tests.charts.making import P, boxes, chart, drawn, investment, layers, series, spec, texts


def test_bars_begin_at_zero():
    [bars] = layers(spec(investment()), "bar")
    assert bars["encoding"]["y"]["scale"]["domain"] == [0, 109.1]


def test_bars_begin_at_zero_where_all_values_are_near_each_other():
    one = chart("bar", series("CHN", P("2022", "98", "98"), P("2023", "99", "99")))
    [bars] = layers(spec(one), "bar")
    assert bars["encoding"]["y"]["scale"]["domain"][0] == 0


def test_negative_bars_go_down_from_zero():
    one = chart("bar", series("CHN", P("2022", "-4", "−4"), P("2023", "9", "9")))
    [bars] = layers(spec(one), "bar")
    assert bars["encoding"]["y"]["scale"]["domain"] == [-4, 9]


def test_areas_stand_side_by_side_in_the_order_of_the_series():
    [bars] = layers(spec(investment()), "bar")
    assert bars["encoding"]["xOffset"]["sort"] == ["United States", "China"]


def test_each_bar_has_its_areas_colour():
    found = spec(investment())
    assert [(one["x"], one["colour"]) for one in found["datasets"]["values"]] == [
        ("2023", "#1f5f99"),
        ("2024", "#1f5f99"),
        ("2023", "#c8501e"),
        ("2024", "#c8501e"),
    ]


def test_values_that_fit_stand_above_their_bars_and_need_no_axis():
    found = spec(investment())
    assert layers(found, "bar")[0]["encoding"]["y"]["axis"] is None
    assert {"67.2", "109.1", "7.76", "9.3"} <= set(texts(investment()))


def test_values_that_do_not_fit_leave_an_axis():
    many = chart("bar", series("CHN", *(P(str(year), "1234567", "1,234,567") for year in range(2000, 2020))))
    assert "1,234,567" not in texts(many)
    assert layers(spec(many), "bar")[0]["encoding"]["y"]["axis"]["values"] == [0, 500000, 1000000, 1500000]


def test_a_missing_value_says_so_and_has_no_bar():
    one = chart("bar", series("CHN", P("2022", None), P("2023", "9", "9")))
    assert "n/a" in texts(one)
    assert spec(one)["datasets"]["values"][0]["y"] is None
    assert drawn(one).svg.count("<title>") == 1


def test_a_forecast_is_hollow_and_dashed_and_the_key_says_so():
    one = chart("bar", series("CHN", P("2023", "9", "9"), P("2026", "12", "12", status="forecast")))
    hollow = layers(spec(one), "bar")[1]
    assert hollow["mark"]["fillOpacity"] < 0.3
    assert hollow["mark"]["strokeDash"] == [3, 2]
    assert "Forecast" in texts(one)


def test_a_target_is_hollow_without_dashes():
    one = chart("bar", series("CHN", P("2030", "90", "90", status="target")))
    assert "strokeDash" not in layers(spec(one), "bar")[1]["mark"]
    assert "Target" in texts(one)


def test_categories_that_name_their_series_need_no_key():
    one = chart(
        "bar",
        *(series(key, P(name, "5", "5")) for key, name in (("USA", "United States"), ("CHN", "China"))),
        x="category",
    )
    assert texts(one).count("China") == 1


def test_names_too_long_to_stand_lie():
    long = "Telekommunikationsdienstleistungen"
    one = chart("bar", *(series(long + key, P(long + key, "5", "5")) for key in "ABCDEFGH"), x="category")
    assert layers(spec(one), "bar")[0]["encoding"]["x"]["field"] == "y"


def test_years_too_many_to_be_named_are_named_in_steps():
    one = chart("bar", series("CHN", *(P(str(year), "5", "5") for year in range(1990, 2025))))
    shown = layers(spec(one), "bar")[0]["encoding"]["x"]["axis"]["values"]
    assert shown[:3] == ["1990", "1992", "1994"]


def test_lying_bars_keep_the_order_that_they_are_given():
    one = chart("horizontal-bar", series("CHN", P("B", "1", "1"), P("A", "2", "2")), x="category")
    assert layers(spec(one), "bar")[0]["encoding"]["y"]["sort"] == ["B", "A"]


def shares(*values: str):
    return chart(
        "stacked-bar",
        *(series(str(at), P("2023", y, y), name=f"Part {at}") for at, y in enumerate(values)),
        unit="%",
    )


def test_parts_lie_on_each_other_from_zero():
    found = spec(shares("22.6", "20.9", "56.5"))["datasets"]["values"]
    assert [(one["low"], one["high"]) for one in found] == [(0, 22.6), (22.6, 43.5), (43.5, 100)]


def test_shares_that_come_to_a_hundred_but_for_rounding_end_at_a_hundred():
    [bars] = layers(spec(shares("22.6", "20.9", "56.4")), "bar")
    assert bars["encoding"]["x"]["scale"]["domain"] == [0, 100]


def test_shares_that_do_not_come_to_a_hundred_end_where_they_end():
    [bars] = layers(spec(shares("22.6", "20.9")), "bar")
    assert bars["encoding"]["x"]["scale"]["domain"] == [0, 43.5]


def test_few_stacks_lie_and_many_years_stand():
    standing = chart("stacked-bar", series("CHN", *(P(str(year), "5", "5") for year in range(2019, 2024))))
    assert layers(spec(shares("40", "60")), "bar")[0]["encoding"]["x"]["field"] == "low"
    assert layers(spec(standing), "bar")[0]["encoding"]["y"]["field"] == "low"


def test_a_part_too_narrow_for_its_value_has_it_in_the_key():
    assert "Part 1 0.8" in texts(shares("99.2", "0.8"))


@pytest.mark.parametrize(("value", "fault"), [(None, "is missing"), ("-3", "is negative")])
def test_what_cannot_be_stacked_is_refused(value: str | None, fault: str):
    one = chart("stacked-bar", series("CHN", P("2023", value)), series("USA", P("2023", "5", "5")))
    with pytest.raises(ChartError, match=f"China, 2023: a part of a stack {fault}"):
        spec(one)


def test_a_value_inside_a_part_can_be_read_on_its_colour():
    one = shares("50", "50")
    fills = [found for found in drawn(one).svg.split("<text")[1:] if ">50<" in found]
    assert len(fills) == 2
    assert all('fill="#fefefe"' in found for found in fills)


def test_the_values_of_negative_bars_keep_off_the_names_beneath():
    one = chart("bar", series("CHN", P("2022", "-4", "−4"), P("2023", "9", "9")))
    found = {box.text: box for box in boxes(drawn(one))}
    assert found["−4"].bottom < found["2022"].top
