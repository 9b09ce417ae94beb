"""AB901: an entry of `accept:` that accepts nothing.

What it finds depends on all other rules, so `run.check` finds it; the rule holds its name, page and severity.
"""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.checks.rule import Rule


def find(_: Material) -> Iterator[Finding]:
    """Yield nothing: see `accepting.idle`, which knows what the other rules found."""
    yield from ()


RULE = Rule(
    code="AB901",
    name="acceptance-that-matches-nothing",
    severity="warning",
    title="Acceptance that matches nothing",
    what=(
        "An entry under `accept:` in brief.yaml whose rule is unknown, or one of whose `where:` "
        "matches no finding of that rule."
    ),
    why=(
        "The text or the data have changed since, or the entry never worked. Left alone, it would "
        "silence a finding that nobody has looked at."
    ),
    bad='accept:\n  - {rule: AB402, where: "a sentence that was deleted", reason: It quotes the law.}',
    good="The entry deleted, or its `where:` put right.",
    mend="Delete the entry, or quote the words as they are now.",
    accept="It cannot be accepted.",
    find=find,
)
