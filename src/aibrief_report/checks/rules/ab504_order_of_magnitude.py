"""AB504: a value out of all proportion to its neighbours in time."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.arithmetic.magnitudes import SPIKE, STEP, leaps
from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.checks.rule import Rule
from aibrief_report.checks.rules.conflicting import findings, used_rows


def find(material: Material) -> Iterator[Finding]:
    """Yield each leap in a series, where the brief uses a row of it."""
    used = {row.id for row in used_rows(material)}
    every = tuple(material.ledger.observations.values())
    told = (one for one in leaps(every, material.ledger) if any(row.id in used for row in one.rows))
    yield from findings(told)


RULE = Rule(
    code="AB504",
    name="order-of-magnitude",
    severity="warning",
    title="Order of magnitude beside the neighbours in time",
    what=(
        f"A value {SPIKE} times as large or small as both its neighbours in its series, which agree "
        f"with each other; or {STEP} times the only neighbour. Neighbours are at most three years away"
        " and of the same kind of period."
    ),
    why="Million for billion, a lost comma, 万 for 亿: slips that no single row shows.",
    bad="5.2 in 2023, 54 in 2024, 5.6 in 2025.",
    good="5.2 in 2023, 5.4 in 2024, 5.6 in 2025.",
    mend="Look the row up, and its scale above all.",
    accept="It did leap, and the row’s note says why.",
    find=find,
)
