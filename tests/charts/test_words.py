"""Charts without their pictures: alt text and data table."""

import pytest

from aibrief_report.charts.alt import describe
from aibrief_report.charts.table import data_table
from aibrief_report.charts.wording import Wording
from aibrief_report.model.charts import Axis, Chart
from tests.charts.gallery import CONTEST, EVENTS, GALLERY
from tests.charts.making import P, chart, investment, series


def test_alt_text_tells_the_finding_then_the_values():
    assert describe(investment(), "The gap widened in 2024") == (
        "The gap widened in 2024. Grouped bar chart: US$ billion. "
        "United States: 67.2 in 2023, 109.1 in 2024. China: 7.76 in 2023, 9.3 in 2024."
    )


def test_alt_text_says_what_is_forecast_and_what_is_missing():
    one = chart(
        "line", series("CHN", P("2022", "12.6"), P("2023", None), P("2026", "26.44", status="forecast"))
    )
    assert (
        describe(one)
        == "Line chart: US$ billion. China: 12.6 in 2022, n/a in 2023, 26.44 in 2026 (forecast)."
    )


def test_alt_text_of_a_contest_names_who_says_what_from_the_lowest():
    assert "China: 2 (CB Insights), 7.76 (AI Index 2024), 8.3 (Article C, origin not traced)" in describe(
        CONTEST
    )


def test_alt_text_of_a_long_line_tells_its_run():
    one = chart("line", series("CHN", *(P(str(y), str((y - 2015) ** 2)) for y in range(2010, 2023))))
    assert describe(one).endswith(
        "China: from 25 in 2010 to 49 in 2022, lowest 0 in 2015, highest 49 in 2022."
    )


def test_alt_text_of_categories_that_are_series_names_each_once():
    one = chart(
        "bar",
        series("CHN", P("China", "38210", "38,210")),
        series("USA", P("United States", "6276", "6,276")),
        x="category",
    )
    assert describe(one) == "Bar chart: US$ billion. China: 38,210. United States: 6,276."


def test_alt_text_of_a_timeline_tells_dates_and_events():
    assert "China: 2017–2030, New Generation AI Development Plan; Jul 13, 2023, Interim" in describe(EVENTS)
    assert "2030, Over 90% (target)" in describe(EVENTS)


@pytest.mark.parametrize("one", GALLERY.values(), ids=GALLERY)
def test_alt_text_is_made_of_sentences(one: Chart):
    assert describe(one, "A finding").startswith("A finding. ")
    assert describe(one, "A finding").endswith(".")


def test_the_table_has_a_row_for_each_mark():
    assert data_table(investment()) == (
        ("Series", "Period", "Value (US$ billion)", "Row"),
        (
            ("United States", "2023", "67.2", "r1"),
            ("United States", "2024", "109.1", "r2"),
            ("China", "2023", "7.76", "r3"),
            ("China", "2024", "9.3", "r4"),
        ),
    )


def test_the_table_says_what_is_forecast_and_what_is_missing():
    one = chart("line", series("CHN", P("2023", None), P("2026", "26.44", status="forecast")))
    assert data_table(one) == (
        ("Period", "Value (US$ billion)", "Status"),
        (("2023", "n/a", ""), ("2026", "26.44", "Forecast")),
    )


def test_the_table_of_a_contest_says_who_counts_what():
    header, rows = data_table(CONTEST)
    assert header == ("Source", "Value (US$ billion)", "Status", "Note", "Row")
    assert rows[0] == ("AI Index 2024", "7.76", "", "private investment", "r4")
    assert rows[3] == ("Article A", "14.6", "Origin not traced", "", "a1")


def test_the_table_of_a_timeline_has_dates_and_events():
    header, rows = data_table(EVENTS)
    assert header == ("Series", "Period", "Up to", "Event", "Status")
    assert ("China", "2017", "2030", "New Generation AI Development Plan", "") in rows


def test_the_table_of_a_scatter_has_both_quantities():
    axes = Axis("quantity", "GDP", "US$"), Axis("quantity", "Investment", "US$")
    one = Chart("scatter", *axes, (series("USA", P("80.5", "1200", "Israel")),), "")
    assert data_table(one) == (("Name", "GDP (US$)", "Investment (US$)"), (("Israel", "80.5", "1,200"),))


def test_the_table_is_told_in_the_language_of_the_brief():
    one = chart("bar", series("CHN", P("2023-07", "1234.5")), unit="Mio. $")
    words = Wording("de", series="Reihe", period="Zeitraum", value="Wert")
    assert data_table(one, words) == (("Zeitraum", "Wert (Mio. $)"), (("Juli 2023", "1.234,5"),))
