"""AB501: a share that, times its total, is not the part."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.arithmetic.shares import shares_and_totals, shares_of_one_whole
from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.checks.rule import Rule
from aibrief_report.checks.rules.conflicting import findings, used_rows


def find(material: Material) -> Iterator[Finding]:
    """Yield each conflict among shares, totals and parts that the brief uses."""
    rows = used_rows(material)
    yield from findings(shares_and_totals(rows, material.ledger))
    yield from findings(shares_of_one_whole(rows, material.ledger))


RULE = Rule(
    code="AB501",
    name="share-and-total",
    severity="warning",
    title="Share, total and part do not fit",
    what=(
        "Rows of one edition of one producer, for one period: a share in percent, the total, and the "
        "part, where the total times the share is not the part, rounding, hedges and bounds included."
        " An indicator is a share of another where its title is the other’s with words such as “share"
        " of the world’s” before it. And shares of one whole that add up to more than 100 percent. "
        "Deprecated, untraced and undated rows are left out, and so are rows that a contest tells "
        "apart."
    ),
    why="What cannot all be true at once has a slip in it, or three definitions.",
    bad="A share of 40 percent, a world total of 3,755, and a national count of 1,900.",
    good="A share of 40 percent, a world total of 3,755, and a national count of 1,509.",
    mend=(
        "Look the rows up. Where the definitions differ, give them indicators of their own, or "
        "declare a contest."
    ),
    accept="The source itself prints figures that do not fit, and the text says so.",
    find=find,
)
