"""Labels beside scattered marks: each at the first place where it meets nothing that stands already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from aibrief_report.charts.parts.labels import Label, Words, label_at, tall
from aibrief_report.charts.parts.marks import Align
from aibrief_report.charts.parts.points import Patch
from aibrief_report.charts.parts.sheet import Sheet

_AWAY = 6.0  # from a mark's middle to its label
_DOT = 3.0  # half a mark


class Mark(Struct, frozen=True):
    """A mark that wants a label: its middle, and what the label says."""

    x: float
    y: float
    words: Words


def place_labels(
    marks: Sequence[Mark], room: Patch, sheet: Sheet, strokes: Sequence[Patch] = ()
) -> list[Label | None]:
    """Return a label for each mark, within `room` and off all strokes; `None` where every place is taken.

    Tried are right, left, above, below and the corners, for the marks in their order.
    """
    dots = [Patch(one.x - _DOT, one.y - _DOT, one.x + _DOT, one.y + _DOT) for one in marks]
    found: list[Label | None] = []
    for mark, own in zip(marks, dots, strict=True):
        taken = [*strokes, *(one for one in dots if one is not own)] + [one.patch for one in found if one]
        free = (one for one in _places(mark, sheet) if _is_free(one.patch, taken, room))
        found.append(next(free, None) if mark.words else None)
    return found


def _places(mark: Mark, sheet: Sheet) -> Iterator[Label]:
    height = tall(mark.words, sheet)
    tries: tuple[tuple[Align, float, float], ...] = (
        ("left", mark.x + _AWAY, mark.y - height / 2),
        ("right", mark.x - _AWAY, mark.y - height / 2),
        ("center", mark.x, mark.y - _AWAY + 1 - height),
        ("center", mark.x, mark.y + _AWAY - 1),
        ("left", mark.x + _DOT, mark.y - _DOT - height),
        ("left", mark.x + _DOT, mark.y + _DOT),
        ("right", mark.x - _DOT, mark.y - _DOT - height),
        ("right", mark.x - _DOT, mark.y + _DOT),
    )
    for align, x, top in tries:
        yield label_at(mark.words, x, top, align, sheet)


def _is_free(patch: Patch, taken: Sequence[Patch], room: Patch) -> bool:
    return patch.within(room) and not any(patch.meets(one) for one in taken)
