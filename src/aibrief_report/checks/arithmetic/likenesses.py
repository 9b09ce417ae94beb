"""Indicators that look like one: a reader, or an expression, would take one for the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from aibrief_report.checks.arithmetic.measured import apart
from aibrief_report.checks.arithmetic.titles import words_of
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.records import Indicator, Observation


class Likeness(Struct, frozen=True):
    """Two indicators with the same words and unit, and a pair of rows that tell of one area and time."""

    one: Indicator
    other: Indicator
    rows: tuple[Observation, Observation]


def likenesses(rows: Sequence[Observation], ledger: Ledger) -> Iterator[Likeness]:
    """Yield each pair of indicators that look like one.

    They have the same words in their titles (or one definition), one unit and kind, and rows for one area at
    one time. They are told apart, and nothing is yielded, where either names the other in its definition or
    note, or where a contest holds rows of both.
    """
    used = {row.indicator for row in rows}
    for one, other in combinations((ledger.indicators[key] for key in sorted(used)), 2):
        if _alike(one, other) and not _names(one, other) and not _names(other, one):
            pair = _overlap(one, other, rows, ledger)
            if pair is not None:
                yield Likeness(one, other, pair)


def _alike(one: Indicator, other: Indicator) -> bool:
    same_words = sorted(set(words_of(one.title))) == sorted(set(words_of(other.title)))
    same_definition = bool(one.definition) and words_of(one.definition) == words_of(other.definition)
    measures = (one.unit.measure, one.kind) == (other.unit.measure, other.kind)
    return measures and (same_words or same_definition)


def _names(one: Indicator, other: Indicator) -> bool:
    """Return whether what is said of one indicator names the other, by title or by an id of several words."""
    text = f"{one.definition} {one.note}".lower()
    names = [other.title.lower(), *([other.id] if "-" in other.id else [])]
    return any(re.search(rf"\b{re.escape(name)}\b", text) for name in names)


def _overlap(
    one: Indicator, other: Indicator, rows: Sequence[Observation], ledger: Ledger
) -> tuple[Observation, Observation] | None:
    """Return rows of both for one area and overlapping times.

    `None` where there are none, or a contest tells some of them apart.
    """
    pairs = [
        (a, b)
        for a in rows
        for b in rows
        if a.indicator == one.id
        and b.indicator == other.id
        and (a.area, a.counterpart) == (b.area, b.counterpart)
        and _same_time(a, b)
    ]
    if not pairs or any(apart(a, b, ledger) for a, b in pairs):
        return None
    return pairs[0]


def _same_time(one: Observation, other: Observation) -> bool:
    a, b = one.period, other.period
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    return a.first <= b.last and b.first <= a.last
