"""Claims and contests of a document: what its sources make true, and where they disagree. Strings only."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from aibrief_report.model.numbers import Number, Rival, Span

Verdict: TypeAlias = Literal["holds", "contested", "fails"]


class Flip(Struct, frozen=True):
    """How far one value would have to move for the claim to flip: row, value, and turning point."""

    row: str
    value: str
    turning: str


class Claim(Struct, frozen=True):
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


class Contest(Struct, frozen=True):
    """Figures that a reader would take for one: what they are called, how they differ, and each of them.

    Each figure tells its own label, area, period and source; `how` is empty where nobody explained it.
    """

    id: str
    title: str
    how: str
    figures: tuple[Number, ...]
