"""AB506: two sources that hold each other's values."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.arithmetic.swaps import swaps
from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.checks.rule import Rule
from aibrief_report.checks.rules.conflicting import findings, used_rows


def find(material: Material) -> Iterator[Finding]:
    """Yield each swap that touches a row of the brief."""
    used = {row.id for row in used_rows(material)}
    every = tuple(material.ledger.observations.values())
    told = (one for one in swaps(every, material.ledger) if any(row.id in used for row in one.rows))
    yield from findings(told)


RULE = Rule(
    code="AB506",
    name="tables-that-swap-values",
    severity="warning",
    title="Two tables that hold each other’s values",
    what=(
        "Two sources that differ on an indicator for two areas, or for two times, where each has for "
        "the one what the other has for the other."
    ),
    why="Two columns or two lines were exchanged in one of them, or in typing it off.",
    bad="One source: north 4.1, south 2.6. Another: north 2.6, south 4.1.",
    good="Both: north 4.1, south 2.6.",
    mend=(
        "Look both up; correct the typing, or set the wrong source aside with `rank: deprecated` and a note."
    ),
    accept="Both print it so, and which one is right is not known; the text says so.",
    find=find,
)
