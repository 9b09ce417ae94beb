"""AB505: two indicators that look like one."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.arithmetic.likenesses import likenesses
from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.checks.rule import Rule
from aibrief_report.checks.rules.conflicting import used_rows


def find(material: Material) -> Iterator[Finding]:
    """Yield each pair of indicators of the brief that look like one."""
    for one in likenesses(used_rows(material), material.ledger):
        rows = " and ".join(row.id for row in one.rows)
        yield Finding(
            f"{one.one.id} and {one.other.id} look like one indicator, and {rows} like one figure",
            one.other.place,
            "make one of them; or say in the note of one how it differs from the other, which it names",
            "",
            (one.one.id, one.other.id, *(row.id for row in one.rows)),
        )


RULE = Rule(
    code="AB505",
    name="indicators-that-look-alike",
    severity="warning",
    title="Two indicators that look like one",
    what=(
        "Two indicators used in the brief with the same words in their titles (or one definition), "
        "the same unit and kind, and rows for one area at one time. They are told apart where either "
        "names the other in its definition or note, or where a contest holds rows of both."
    ),
    why="Figures entered under two names are no rivals to the program, and their difference goes untold.",
    bad="“AI patents granted” and “Granted AI patents”, both in patents, both for China in 2023.",
    good="“AI patents granted” and “AI patent applications”, whose note says: no grant.",
    mend="Put the rows under one indicator, or say how the two differ.",
    accept="They differ, and the definitions say how without naming each other.",
    find=find,
)
