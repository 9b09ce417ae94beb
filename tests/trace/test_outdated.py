"""Rows that are newer than those a document prints are told, with the sentences they would change."""

import pytest
from msgspec.structs import replace

from aibrief_report.inputs.door import Inputs
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.read import read_ledger
from aibrief_report.trace.outdated import outdated, outdated_json, outdated_lines
from tests.projects import change, project
from tests.trace.brief import ROWS, changed_rows, document

SOURCES = """\
  - {id: counts-2026, type: report, title: Counting again, collection-title: Counts, issued: "2026"}
  - {id: counts-2025, type: report, title: Counting, collection-title: Counts, issued: "2025"}
  - {id: early, type: report, title: Before, issued: "2025-02-28"}
  - {id: late, type: report, title: After, issued: "2025-12-24"}
  - {id: later, type: report, title: Long after, issued: "2026-01-22"}
"""


@pytest.fixture
def told(tmp_path):
    """A function: rows that are added to the tables -> what is outdated, as (row, news, newer)."""

    def found(*rows: str, was: str = ROWS) -> list[tuple[str, str, str | None]]:
        return [(one.row, one.news, one.newer) for one in outdated(document(), ledger(tmp_path, rows, was))]

    return found


def ledger(root, rows=(), was: str = ROWS) -> Ledger:
    project(root)
    (root / "data/observations.csv").write_text(was + "".join(f"{row}\n" for row in rows))
    change(root / "data/sources.yaml", lambda text: text + SOURCES)
    change(root / "data/contests.csv", lambda text: text)
    return read_ledger(Inputs(root))


def row(
    key: str,
    period: str,
    value: str,
    *,
    source: str = "counts",
    edition: str = "",
    status: str = "normal",
    area: str = "NORTH",
    rank: str = "normal",
) -> str:
    unit = "trips million"
    return f"{key},trips,{area},,{period},,{value},{unit},,,,{status},{source},,,,primary,{edition},{rank},"


def test_the_same_tables_have_nothing_newer(told):
    assert told() == []


def test_a_later_period_is_told_of_the_newest_row_printed_only(told):
    assert told(row("trips-north-2025", "2025", "6.0")) == [("trips-north-2024", "later", "trips-north-2025")]


def test_only_the_newest_of_later_periods_is_told(told):
    found = told(row("a", "2025", "6.0"), row("b", "2026", "6.1"))
    assert found == [("trips-north-2024", "later", "b")]


@pytest.mark.parametrize(
    "line",
    [
        row("x", "2022", "3.0"),
        row("x", "2025", "6.0", status="forecast"),
        row("x", "2025", "6.0", rank="deprecated"),
        row("x", "2025-03", "0.6"),
        row("x", "2025", "6.0", area="CITY"),
        row("x", "", "6.0"),
    ],
    ids=["earlier", "forecast", "deprecated", "month", "other area", "undated"],
)
def test_what_is_no_successor_is_not_told(told, line):
    assert told(line) == []


@pytest.mark.parametrize(("value", "news"), [("5.9", "restated"), ("5.2", "confirmed")])
def test_a_newer_edition_restates_or_confirms(told, value, news):
    was = ROWS.replace(",about,normal,counts,", ",about,normal,counts-2025,")
    newer = row("again", "2024", value, source="counts-2026", edition="2026")
    assert told(newer, was=was) == [("trips-north-2024", news, "again")]


def test_a_forecast_has_an_outcome(told):
    was = ROWS.replace(",about,normal,", ",about,forecast,")
    found = told(row("outcome", "2024", "5.0"), was=was)
    assert ("trips-north-2024", "outcome", "outcome") in found


def test_a_row_that_changed_or_went_since_is_told(told):
    assert told(was=ROWS.replace(",4.1,", ",4.2,")) == [("trips-north-2023", "changed", None)]
    without = "".join(one for one in ROWS.splitlines(keepends=True) if not one.startswith("trips-south"))
    assert ("trips-south-2024", "gone", None) in told(was=without)


STOCKS = ROWS.replace(",2024,,", ",2024-09,,").replace(",normal,counts,", ",normal,early,")


@pytest.mark.parametrize(
    ("period", "kind", "found"),
    [
        ("2024", "stock", [("trips-north-2024", "later", "x")]),
        ("2024", "flow", []),
        ("2023", "stock", []),
        ("2014/2024", "stock", []),
    ],
)
def test_only_a_stock_of_a_whole_year_follows_that_of_its_month(tmp_path, period, kind, found):
    tables = ledger(tmp_path, [row("x", period, "6.0", source="late")], STOCKS)
    trips = replace(tables.indicators["trips"], kind=kind)
    tables = replace(tables, indicators={**tables.indicators, "trips": trips})
    told = outdated(document(), tables)
    mine = [one for one in told if one.row == "trips-north-2024" and one.news != "changed"]
    assert [(one.row, one.news, one.newer) for one in mine] == found


@pytest.mark.parametrize(
    ("source", "more"),
    [("late", ""), ("later", "; its source is of 2026-01-22, after the brief’s date")],
)
def test_a_later_source_has_another_figure_for_the_same_period(tmp_path, source, more):
    was = ROWS.replace(",normal,counts,", ",normal,early,")
    (found,) = outdated(document(), ledger(tmp_path, [row("x", "2024", "5.9", source=source)], was))
    assert (found.row, found.news, found.newer) == ("trips-north-2024", "another", "x")
    words = "another figure for 2024 is there"
    assert found.told == f"{words} (x, {source}): 5.9 trips million, beside about 5.2 trips million{more}"


@pytest.mark.parametrize(
    "line",
    [
        row("x", "2024", "5.9", source="early"),
        row("x", "2024", "5.9", source="late", rank="deprecated"),
        row("x", "2024", "5.9", source="late", status="estimated"),
    ],
    ids=["an earlier source", "deprecated", "estimated"],
)
def test_what_is_no_later_figure_for_the_same_period_is_not_told(told, line):
    assert told(line, was=ROWS.replace(",normal,counts,", ",normal,late,")) == []


def test_a_rival_that_the_version_tells_is_no_news(tmp_path):
    tables = ledger(
        tmp_path, was=ROWS.replace(",normal,budget,", ",normal,early,").replace(",press,", ",late,")
    )
    assert outdated(document(), tables) == ()


def test_the_sentences_that_would_change_are_told(tmp_path):
    found = outdated(document(), ledger(tmp_path, [row("trips-north-2025", "2025", "6.0")]))
    assert list(outdated_lines(found))[:2] == [
        "trips-north-2024: 2025 is there (trips-north-2025, counts): 6.0 trips million, "
        "after about 5.2 trips million for 2024",
        "  Key findings: “The north counted about 5.2 million trips.” [about 5.2 million] "
        "templates/bicycles/narrative.md:3",
    ]
    assert outdated_json(found)[0]["newer"] == "trips-north-2025"


def test_what_the_version_said_is_compared_as_it_was_built(tmp_path):
    was = changed_rows(",4.1,", ",4.0,")
    (found,) = outdated(was, ledger(tmp_path))
    assert found.told == "the row now says 4.1 trips million 2023, not 4.0 trips million 2023"
