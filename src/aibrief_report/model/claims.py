"""Claims of a document: sentences bound to a condition, and what was found of it. Strings only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from aibrief_report.model.numbers import Rival, Span

Verdict: TypeAlias = Literal["holds", "contested", "fails"]


@dataclass(frozen=True, slots=True)
class Flip:
    """How far one value would have to move for the claim to flip: row, value, and turning point."""

    row: str
    value: str
    turning: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence's condition and its verdict.

    `support` are the values for which it is true, `against` those for which it is not (empty where it
    holds). `flips` tell what would overturn it, one value at a time.
    """

    id: str
    condition: str
    verdict: Verdict
    support: tuple[Rival, ...]
    against: tuple[Rival, ...] = ()
    flips: tuple[Flip, ...] = ()
    span: Span | None = None
