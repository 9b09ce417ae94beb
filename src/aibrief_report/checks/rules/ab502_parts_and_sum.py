"""AB502: parts that do not add up to their whole."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.arithmetic.sums import areas_and_aggregates, parts_and_wholes
from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.checks.rule import Rule
from aibrief_report.checks.rules.conflicting import findings, used_rows


def find(material: Material) -> Iterator[Finding]:
    """Yield each conflict of sums among the rows that the brief uses."""
    rows = used_rows(material)
    yield from findings(areas_and_aggregates(rows, material.ledger))
    yield from findings(parts_and_wholes(rows, material.ledger))


RULE = Rule(
    code="AB502",
    name="parts-and-sum",
    severity="warning",
    title="Parts do not add up to their total",
    what=(
        "Rows of one edition of one producer, for one period. An aggregate that is less than its "
        "members, or than any country where it is the world; an aggregate all of whose declared "
        "members are there and give another sum; a total that is less than the parts that carry its "
        "name (“Programme: models” of “Programme”). Only stocks and flows are added. Rounding, hedges"
        " and bounds are allowed for."
    ),
    why="A part larger than the whole is a slip of scale, of year or of definition.",
    bad="Parts of 600, 500 and 100 million in a programme of 1 billion.",
    good="Parts of 600, 300 and 100 million in a programme of 1 billion.",
    mend="Look the rows up. Where the parts overlap, say so in a contest.",
    accept="The source prints them so, and the text says so.",
    find=find,
)
