"""Rows that are newer than those a document prints are told, with the sentences they would change."""

import pytest

from aibrief_report.inputs.door import Inputs
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.read import read_ledger
from aibrief_report.trace.outdated import outdated, outdated_json, outdated_lines
from tests.projects import change, project
from tests.trace.brief import ROWS, changed_rows, document

SOURCES = """\
  - {id: counts-2026, type: report, title: Counting again, collection-title: Counts, issued: "2026"}
  - {id: counts-2025, type: report, title: Counting, collection-title: Counts, issued: "2025"}
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
