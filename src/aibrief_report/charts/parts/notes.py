"""Notes in a chart: words above the plot, and what leads from them to a time, a stretch of it, or a mark."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, permutations, product
from typing import TYPE_CHECKING

from msgspec import Struct

from aibrief_report.charts.parts.labels import Label, label_at, tall, wide, words_of
from aibrief_report.charts.parts.marks import Stroke, ground_layer, line_layers, text_layers
from aibrief_report.charts.parts.points import Patch
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.errors import ChartError, Fault

if TYPE_CHECKING:
    import altair as alt

MOST = 6
"""How many notes a chart may have; more would be a text of its own."""
_WIDEST = 0.4  # the part of the plot's width that a note's words may take
_SIDE = 3.0  # from a line to the words beside it
_ABOVE = 2.0  # between the words and what stands above the plot anyway
_AWAY = 15.0  # from a leader's end to its mark, whose value stands between them
_SLOTS = 4  # lines of notes that are tried


class Wish(Struct, frozen=True):
    """What a note is about: its words, its place along in points, and its mark's height, if it has one."""

    text: str
    start: float
    stop: float
    mark: float | None = None


class Note(Struct, frozen=True):
    """A note in its place. `label` stands above the plot, whose top is at height 0; above is negative."""

    wish: Wish
    label: Label

    @property
    def is_band(self) -> bool:
        """Whether it is about a stretch of time."""
        return self.wish.stop > self.wish.start

    def stroke(self, height: float, colour: str) -> Stroke:
        """Return the line from the words to the mark, or to the foot of a plot `height` points high."""
        foot = height if self.wish.mark is None else self.wish.mark - _AWAY
        top = self.label.patch.bottom if self.wish.mark is not None else self.label.patch.top
        return Stroke(self.wish.start, top, self.wish.start, foot, colour, 0.75)

    def band(self, height: float) -> Patch:
        """Return the room of a stretch of time, from the words down to the foot of the plot."""
        return Patch(self.wish.start, self.label.patch.top, self.wish.stop, height)


class Notes(Struct, frozen=True):
    """All notes of a chart, and the height that they take above the plot."""

    notes: tuple[Note, ...] = ()
    height: float = 0.0

    def behind(self, height: float, sheet: Sheet) -> list[alt.Chart]:
        """Return the layers that stand behind the marks of a plot: bands, lines, and the ground of words."""
        colours = sheet.theme.colours
        bands = [one.band(height) for one in self.notes if one.is_band]
        lines = [one.stroke(height, colours.muted) for one in self.notes if not one.is_band]
        lines = [one for one in lines if one.y2 > one.y]
        room = [one.label.patch for one in self.notes if not one.is_band]
        return [
            *ground_layer(bands, colours.tint),
            *line_layers(lines),
            *ground_layer(room, colours.paper),
        ]

    def words(self) -> list[alt.Chart]:
        """Return the layers of the words."""
        return text_layers([text for one in self.notes for text in one.label.texts])


NO_NOTES = Notes()


def notes_of(wishes: Sequence[Wish], width: float, sheet: Sheet) -> Notes:
    """Return the notes above a plot, none over another; their words stay within 0 … `width`.

    Raises `ChartError` for more than can be read.
    """
    if len(wishes) > MOST:
        hint = "say the rest in the text, or in the figure's note"
        raise ChartError(Fault(f"a chart has {len(wishes)} notes; {MOST} can be read", hint=hint))
    flat = [_label(one, width, sheet) for one in wishes]
    slots = _slots(wishes, flat)
    tallest = dict.fromkeys(sorted(set(slots)), 0.0)
    for label, slot in zip(flat, slots, strict=True):
        tallest[slot] = max(tallest[slot], label.patch.bottom - label.patch.top)
    heights = list(tallest.values())
    raised = [sum(heights[: slot + 1]) + sheet.size + _ABOVE for slot in slots]
    placed = [Note(wish, label.lowered(-up)) for wish, label, up in zip(wishes, flat, raised, strict=True)]
    return Notes(tuple(placed), sum(heights) + _ABOVE if placed else 0.0)


def _label(wish: Wish, width: float, sheet: Sheet) -> Label:
    """Return the words of a note with their top at height 0: right of its line, left of it near the edge."""
    words = words_of(wish.text, width * _WIDEST, sheet.theme.colours.ink, sheet)
    long = wide(words, sheet)
    if wish.mark is not None:
        middle = min(max(wish.start, long / 2), width - long / 2)
        return label_at(words, middle, 0.0, "center", sheet)
    fits = wish.start + _SIDE + long <= width
    x = wish.start + _SIDE if fits else wish.stop - _SIDE
    label = label_at(words, x, 0.0, "left" if fits else "right", sheet)
    return Label(label.texts, Patch(label.patch.left, 0.0, label.patch.right, tall(words, sheet)))


def _slots(wishes: Sequence[Wish], labels: Sequence[Label]) -> list[int]:
    """Return the line of each note, 0 next to the plot: as few as can be, no words over others."""
    if not labels:
        return []
    counts = range(min(len(labels), _SLOTS))
    every = product(counts, repeat=len(labels))
    tries = [list(one) for one in every if set(one) == set(range(max(one) + 1))]
    return min(tries, key=lambda slots: (_faults(wishes, labels, slots), max(slots), slots))


def _faults(wishes: Sequence[Wish], labels: Sequence[Label], slots: Sequence[int]) -> int:
    """Return how many words lie over others, and how many lines run through words beneath theirs."""
    pairs = combinations(range(len(labels)), 2)
    over = sum(slots[a] == slots[b] and _meet(labels[a].patch, labels[b].patch) for a, b in pairs)
    crossed = sum(
        slots[a] > slots[b] and labels[b].patch.left < wishes[a].start < labels[b].patch.right
        for a, b in permutations(range(len(labels)), 2)
    )
    return over * 2 + crossed


def _meet(one: Patch, other: Patch) -> bool:
    return one.left < other.right + _SIDE and other.left < one.right + _SIDE
