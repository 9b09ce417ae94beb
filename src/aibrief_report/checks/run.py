"""Running the rules: every finding of a brief, in reading order, with the reason for which it is accepted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from aibrief_report.checks.accepting import accepted, idle
from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.checks.rule import Rule
from aibrief_report.checks.rules import RULES
from aibrief_report.checks.rules.ab901_acceptance_that_matches_nothing import RULE as IDLE


class Checked(Struct, frozen=True):
    """A finding with its rule. `reason` is why it is accepted, empty where it is not."""

    rule: Rule[Any]
    finding: Finding
    reason: str = ""

    @property
    def open(self) -> bool:
        """Whether somebody has to do something about it: an error or warning that is not accepted."""
        return not self.reason and self.rule.severity != "info"


def check(material: Material, rules: Sequence[Rule[Material]] = RULES) -> tuple[Checked, ...]:
    """Return what the rules find, by file and line; those on English words only in an English brief."""
    wanted = [rule for rule in rules if material.english or not rule.words]
    found = [(rule, one) for rule in wanted for one in rule.find(material)]
    entries = material.brief.accept
    told = [Checked(rule, one, accepted(rule.code, one, entries)) for rule, one in found]
    told += _idle(material, found, rules)
    return tuple(sorted(told, key=_reading_order))


def _idle(
    material: Material, found: Sequence[tuple[Rule[Material], Finding]], rules: Sequence[Rule[Material]]
) -> Iterator[Checked]:
    codes = tuple(rule.code for rule in rules)
    coded = [(rule.code, one) for rule, one in found]
    for one in idle(material.brief.accept, coded, codes, material.source):
        yield Checked(IDLE, one)


def _reading_order(one: Checked) -> tuple[str, int, str, str]:
    place = one.finding.place
    return (place.file, place.line or 0, one.rule.code, one.finding.message)
