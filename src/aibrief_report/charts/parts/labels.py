"""Labels: a few lines of text beside a mark, measured before they are placed."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.charts.parts.marks import Align, Text, Weight
from aibrief_report.charts.parts.points import Patch
from aibrief_report.charts.parts.sheet import BOLD, Sheet

_BASE = 0.92  # from a line's top to its baseline, in type sizes
_SHORT = 2  # lines
_PART = {"left": 0.0, "center": 0.5, "right": 1.0}


class Line(Struct, frozen=True):
    """One line of a label."""

    text: str
    colour: str
    weight: Weight = 400


class Label(Struct, frozen=True):
    """A label in its place: its texts, and the room that they take."""

    texts: tuple[Text, ...]
    patch: Patch

    def lowered(self, by: float) -> Label:
        """Return the label `by` points further down."""
        texts = tuple(replace(one, y=one.y + by) for one in self.texts)
        return Label(texts, replace(self.patch, top=self.patch.top + by, bottom=self.patch.bottom + by))


Words = tuple[Line, ...]
"""What a label says, line by line."""


def words_of(text: str, width: float, colour: str, sheet: Sheet, weight: Weight = 400) -> Words:
    """Return a text as lines no wider than `width`; none for an empty text."""
    return tuple(Line(one, colour, weight) for one in sheet.wrap(text, width, weight))


def short_words(text: str, width: float, colour: str, sheet: Sheet) -> Words:
    """Return a text of one or two lines; none for a longer one, which is for the note and the data table."""
    words = words_of(text, width, colour, sheet)
    return words if len(words) <= _SHORT else ()


def bold_words(text: str, width: float, colour: str, sheet: Sheet) -> Words:
    """Return a text as heavier lines no wider than `width`."""
    return words_of(text, width, colour, sheet, BOLD)


def wide(words: Words, sheet: Sheet) -> float:
    """Return the width of a label."""
    return max((sheet.measure(one.text, one.weight) for one in words), default=0.0)


def tall(words: Words, sheet: Sheet) -> float:
    """Return the height of a label."""
    return len(words) * sheet.line


def label_at(words: Words, x: float, top: float, align: Align, sheet: Sheet) -> Label:
    """Return a label whose lines are aligned at `x`, and whose first begins at `top`."""
    left, width = x - wide(words, sheet) * _PART[align], wide(words, sheet)
    texts = tuple(
        Text(x, top + place * sheet.line + sheet.size * _BASE, one.text, one.colour, align, one.weight)
        for place, one in enumerate(words)
    )
    return Label(texts, Patch(left, top, left + width, top + tall(words, sheet)))


def heads_room(heads: Sequence[Text], sheet: Sheet) -> list[Patch]:
    """Return the room of single lines set from the left, such as the names above parts of a picture."""
    return [
        Patch(one.x, one.y - sheet.size, one.x + sheet.measure(one.text, one.weight) + 2, one.y + 2)
        for one in heads
        if one.align == "left"
    ]


def texts_of(labels: Sequence[Label]) -> list[Text]:
    """Return the texts of all labels."""
    return [text for label in labels for text in label.texts]
