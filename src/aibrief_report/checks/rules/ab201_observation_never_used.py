"""AB201: a row of the ledger that no brief of the project has to do with."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.checks.rule import Rule


def find(material: Material) -> Iterator[Finding]:
    """Yield each row that no brief uses; nothing where not every brief could be read."""
    for key in material.unused or ():
        row = material.ledger.observations[key]
        yield Finding(
            f"{row.id} is used in no brief",
            row.place,
            "print it, list it in a table, or leave it for a later brief",
            "",
            (row.id, row.indicator),
        )


RULE = Rule(
    code="AB201",
    name="observation-never-used",
    severity="info",
    title="Observation never used in any brief",
    what=(
        "A row of `data/observations.csv` that no brief of the project prints, tabulates, draws, "
        "claims, or names as a rival or as part of a contest."
    ),
    why="It may have been forgotten, or an expression may ask for another row than its author meant.",
    bad="A row for 2024 that no text, table or chart names.",
    good="The same row in a table of all readings.",
    mend="Use it; or delete it, where it was entered by mistake.",
    accept="It is kept for a later brief. As this is only a note, nothing needs to be done.",
    find=find,
)
