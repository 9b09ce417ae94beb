"""Callouts: labels in a row above and a row below a line of dots, each led to its dot, none over another."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from aibrief_report.charts.parts.labels import Label, Words, label_at, tall, wide
from aibrief_report.charts.parts.points import spread
from aibrief_report.charts.parts.sheet import Sheet

RISE = 15.0
"""From the line of dots to the labels: the room in which leaders run."""
BETWEEN = 10.0
"""The least gap between two labels of a row."""
_EDGE = 6.0  # from a label's side to its leader
_DOT = 5.0  # from the line to where a leader begins


class Callout(Struct, frozen=True):
    """A label in its place, and the ends of its leader. The dots are at height 0; above is negative.

    `mark` is the place of its dot among those that were given.
    """

    mark: int
    label: Label
    start: tuple[float, float]
    stop: tuple[float, float]

    def lowered(self, by: float) -> Callout:
        """Return the callout of a line of dots at height `by`."""
        (x, y), (x2, y2) = self.start, self.stop
        return Callout(self.mark, self.label.lowered(by), (x, y + by), (x2, y2 + by))


def callouts(marks: Sequence[tuple[float, Words]], width: float, sheet: Sheet) -> list[Callout]:
    """Return a callout for each mark (its `x` and words), by turns above and below, within 0 … `width`.

    The labels of one row must not need more than the width together: see `room_of`.
    """
    order = sorted(((place, *one) for place, one in enumerate(marks)), key=lambda one: one[1])
    return [
        one for side, row in ((-1, order[::2]), (1, order[1::2])) for one in _row(row, width, side, sheet)
    ]


def room_of(count: int, width: float) -> float:
    """Return how wide a label may be where `count` of them stand in two rows on a width."""
    return width / max(1, (count + 1) // 2) - BETWEEN


def _row(row: Sequence[tuple[int, float, Words]], width: float, side: int, sheet: Sheet) -> list[Callout]:
    slot = max((wide(words, sheet) for *_, words in row), default=0.0) + BETWEEN
    places = _kept_inside(spread([x for _, x, _ in row], slot), slot, width)
    return [
        _callout(mark, x, place, words, side, sheet)
        for (mark, x, words), place in zip(row, places, strict=True)
    ]


def _kept_inside(places: Sequence[float], slot: float, width: float) -> list[float]:
    """Return rising places moved so that no slot around them leaves the width."""
    half, last = (slot - BETWEEN) / 2, len(places) - 1
    least = [max(place, half + at * slot) for at, place in enumerate(places)]
    return [min(place, width - half - (last - at) * slot) for at, place in enumerate(least)]


def _callout(mark: int, x: float, place: float, words: Words, side: int, sheet: Sheet) -> Callout:
    top = RISE if side > 0 else -RISE - tall(words, sheet)
    label = label_at(words, place, top, "center", sheet)
    held = label.patch
    nearest = min(max(x, held.left + _EDGE), max(held.right - _EDGE, held.left + _EDGE))
    return Callout(mark, label, (x, side * _DOT), (nearest, side * (RISE - 1.0)))
