"""The key (legend) at the top of a chart: entries in reading order, as many lines as they need."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from aibrief_report.charts.parts.marks import (
    Shape,
    Stroke,
    Symbol,
    Text,
    line_layers,
    symbol_layers,
    text_layers,
)
from aibrief_report.charts.parts.missing import missing_words
from aibrief_report.charts.parts.sheet import Frame, Sheet
from aibrief_report.charts.values import HOLLOW, is_missing
from aibrief_report.model.charts import Chart

if TYPE_CHECKING:
    import altair as alt

_SYMBOL = 11.0  # from a symbol's left edge to its text
_BETWEEN = 14.0  # from a text to the next symbol
_BELOW = 5.0  # from the last line of the key to the plot


class Entry(Struct, frozen=True):
    """One line of the key: its words, and the mark they explain; a `bare` one explains words."""

    text: str
    colour: str
    shape: Shape | None = "square"
    hollow: bool = False
    dashed: bool = False
    bare: bool = False

    @property
    def indent(self) -> float:
        """From the entry's left edge to its words."""
        return 0.0 if self.bare else _SYMBOL


class Key(Struct, frozen=True):
    """The entries with their places: x from the picture's left edge, the line counted from 0."""

    places: tuple[tuple[Entry, float, int], ...]
    height: float

    def layers(self, frame: Frame, sheet: Sheet) -> list[alt.Chart]:
        """Return the layers that draw the key above a plot's frame."""
        symbols, lines, texts = [], [], []
        for entry, x, row in self.places:
            left, base = x - frame.left, -frame.top + sheet.size + row * sheet.line
            middle = base - sheet.size * 0.33
            if entry.shape is None and not entry.bare:
                thick = 1.5
                lines.append(Stroke(left, middle, left + 8, middle, entry.colour, thick, entry.dashed))
            elif entry.shape is not None:
                symbols.append(
                    Symbol(left + 4, middle, entry.colour, entry.shape, entry.hollow, 7.0, entry.dashed)
                )
            colour = entry.colour if entry.bare else sheet.theme.colours.ink
            texts.append(Text(left + entry.indent, base, entry.text, colour))
        return [*symbol_layers(symbols), *line_layers(lines), *text_layers(texts)]


def key_of(entries: Iterable[Entry], sheet: Sheet) -> Key:
    """Return the key with every entry placed; its height includes the room beneath, 0 where it is empty."""
    places: list[tuple[Entry, float, int]] = []
    x, row = 0.0, 0
    for entry in () if sheet.panel else entries:
        width = entry.indent + sheet.measure(entry.text)
        if x and x + width > sheet.width:
            x, row = 0.0, row + 1
        places.append((entry, x, row))
        x += width + _BETWEEN
    return Key(tuple(places), (row + 1) * sheet.line + _BELOW if places else 0.0)


def series_entries(chart: Chart, shape: Shape | None = "square") -> list[Entry]:
    """Return an entry for each series that has a name."""
    return [Entry(one.name, one.colour, shape) for one in chart.series if one.name]


def status_entries(chart: Chart, sheet: Sheet, shape: Shape | None = "square") -> list[Entry]:
    """Return an entry for each status with hollow or dashed marks in this chart, and for missing values."""
    found = [point.status for one in chart.series for point in one.points if not is_missing(chart, point)]
    muted = sheet.theme.colours.muted
    note = missing_words(chart, sheet.wording)
    return [
        Entry(
            sheet.wording.of_status(status),
            muted,
            shape,
            hollow=True,
            dashed=status == "forecast" and shape != "circle",
        )
        for status in HOLLOW
        if status in found
    ] + ([Entry(note, muted, None, bare=True)] if note else [])
