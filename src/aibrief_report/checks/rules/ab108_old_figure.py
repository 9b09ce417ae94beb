"""AB108: a figure that was old when the brief was dated, and that nothing newer stands beside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from aibrief_report.checks.facts import brief_day, same_series
from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.checks.rule import Rule
from aibrief_report.checks.uses import first_uses
from aibrief_report.ledger.records import Observation

MOST_YEARS = 4
"""A figure whose period ended longer before the brief's date than this is old."""


def find(material: Material) -> Iterator[Finding]:
    """Yield each old row once, unless a newer one of its series is used as well."""
    today = brief_day(material)
    limit = _years_before(today, MOST_YEARS)
    uses = first_uses(material.uses)
    used = [row for key in uses if (row := material.ledger.observations.get(key)) is not None]
    for row in used:
        last = row.period.last
        if last is None or last >= limit or any(_succeeds(other, row) for other in used):
            continue
        yield Finding(
            f"{row.id} is of {row.period}, more than {MOST_YEARS} years before the brief’s date",
            uses[row.id].place,
            f"{_newer(row, material)}; where: {row.indicator} accepts all rows of the indicator",
            "",
            (uses[row.id].anchor, row.id, row.indicator),
        )


def _years_before(day: date, years: int) -> date:
    """Return the same day some years before; of 29 February the day after."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 3, 1)


def _succeeds(other: Observation, row: Observation) -> bool:
    return (
        same_series(other, row)
        and other.period.last is not None
        and row.period.last is not None
        and other.period.last > row.period.last
        and other.status != "target"
        and other.rank != "deprecated"
    )


def _newer(row: Observation, material: Material) -> str:
    known = [one for one in material.ledger.observations.values() if _succeeds(one, row)]
    if not known:
        return "look for a newer one"
    newest = max(known, key=lambda one: (one.period.last or date.min, one.id))
    return f"the ledger has a newer one, {newest.id}"


RULE = Rule(
    code="AB108",
    name="old-figure",
    severity="warning",
    title="Old figure",
    what=(
        f"A row used in the brief whose period ended more than {MOST_YEARS} years before the brief’s "
        "date, where no newer row of the same indicator and area is used with it. A series drawn from"
        " its beginning is therefore let pass."
    ),
    why="A brief is read as the state of things on its date; an old figure needs a reason or a successor.",
    bad='Residents made {{ obs("trips", "NORTH", 2016) }} trips.',
    good='Residents made {{ obs("trips", "NORTH", 2024) }} trips, after {{ earlier }} in 2016.',
    mend="Add the newest row of the series, and print it, alone or beside the old one.",
    accept=(
        "Nothing newer exists (a census), or the text is about that time. `where:` may name the indicator."
    ),
    find=find,
)
