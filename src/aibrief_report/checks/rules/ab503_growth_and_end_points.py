"""AB503: a published growth rate that its published end points do not give."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.arithmetic.growths import growths_and_ends
from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.checks.rule import Rule
from aibrief_report.checks.rules.conflicting import findings, used_rows


def find(material: Material) -> Iterator[Finding]:
    """Yield each conflict of growth among the rows that the brief uses."""
    yield from findings(growths_and_ends(used_rows(material), material.ledger))


RULE = Rule(
    code="AB503",
    name="growth-and-end-points",
    severity="warning",
    title="Growth rate does not fit its end points",
    what=(
        "A rate of change in percent beside the two values that it goes from and to, of one edition "
        "of one producer. A rate for a year is read as the change on the year before, one for an "
        "interval as compound growth a year. An indicator is a change in another where its title is "
        "the other’s with words such as “yearly growth of”."
    ),
    why="Rates are copied between editions more often than they are reckoned again.",
    bad="4.1 million in 2023, 5.2 million in 2024, and a growth of 30 percent in 2024.",
    good="4.1 million in 2023, 5.2 million in 2024, and a growth of 27 percent in 2024.",
    mend="Look the three rows up; print `change(…)` of the two values instead of the published rate.",
    accept="The rate is in real terms, the values are not.",
    find=find,
)
