"""AB107: a forecast or target whose date lies before the brief's."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.facts import brief_day
from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.checks.rule import Rule
from aibrief_report.checks.uses import first_uses
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.records import Observation

_AHEAD = ("forecast", "target")


def find(material: Material) -> Iterator[Finding]:
    """Yield each row once that told of a future which is past by now."""
    today = brief_day(material)
    for key, use in first_uses(material.uses).items():
        row = material.ledger.observations.get(key)
        if row is None or not _looks_ahead(row) or row.period.last is None or row.period.last >= today:
            continue
        yield Finding(
            f"{row.id} is a {row.status} for {row.period}, which is over: {_outcome(row, material.ledger)}",
            use.place,
            "print the outcome beside it or instead; where none is known, say so and accept this",
            "",
            (use.anchor, row.id, row.indicator),
        )


def _looks_ahead(row: Observation) -> bool:
    """Return whether a row tells of a future. A target on a single day is dated by its announcement."""
    return row.status == "forecast" or (row.status == "target" and row.period.grain != "day")


def _outcome(row: Observation, ledger: Ledger) -> str:
    """Return what the ledger knows of how it came out."""
    for other in ledger.observations.values():
        alike = (other.indicator, other.area, other.counterpart, other.period) == (
            row.indicator,
            row.area,
            row.counterpart,
            row.period,
        )
        if alike and other.status not in _AHEAD:
            return f"the outcome is known, see {other.id}"
    return "the ledger has no outcome yet"


RULE = Rule(
    code="AB107",
    name="forecast-whose-date-has-passed",
    severity="warning",
    title="Forecast whose date has passed",
    what=(
        "A row with the status `forecast` or `target` whose period ended before the brief’s date, "
        "wherever the brief prints, tabulates or draws it. The message names the outcome where the "
        "ledger has it."
    ),
    why=(
        "After the date there is an outcome, and a reader will ask for it; what was expected is then history."
    ),
    bad='The market is forecast to reach {{ obs("market", "CITY", 2024) }} (a brief of 2026).',
    good='The market reached {{ obs("market", "CITY", 2024) }}; the forecast was {{ row("forecast-2024") }}.',
    mend="Look for the outcome and add it as a row of its own.",
    accept="No outcome has been published, and the text says so.",
    find=find,
)
