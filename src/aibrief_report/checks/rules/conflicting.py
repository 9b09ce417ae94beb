"""From conflicts of arithmetic to findings, alike for every rule of consistency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aibrief_report.checks.arithmetic.measured import Conflict
from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.ledger.records import Observation

HINT = "look both up in their sources; where both are right, a contest in contests.csv says how they differ"


def used_rows(material: Material) -> tuple[Observation, ...]:
    """Return the rows that a brief prints, tabulates or draws, in the order of the table."""
    used = {use.row for use in material.uses}
    return tuple(row for row in material.ledger.observations.values() if row.id in used)


def findings(conflicts: Iterable[Conflict]) -> Iterator[Finding]:
    """Yield a finding for each conflict, at its first row; the same rows are told once."""
    told: set[frozenset[str]] = set()
    for one in conflicts:
        ids = tuple(row.id for row in one.rows)
        if frozenset(ids) in told:
            continue
        told.add(frozenset(ids))
        beside = f" (see {', '.join(ids[1:])})" if len(ids) > 1 else ""
        yield Finding(f"{ids[0]}: {one.text}{beside}", one.rows[0].place, HINT, "", ids)
