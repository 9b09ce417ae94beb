"""A plot with values standing and time, quantities or categories lying: what lines, areas and dots share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.charts.parts.along import Along, along
from aibrief_report.charts.parts.axes import caption, caption_height, caption_text, tick_width, value_axis
from aibrief_report.charts.parts.key import Entry, Key, key_of
from aibrief_report.charts.parts.labels import Label
from aibrief_report.charts.parts.marks import Stroke, Text, ground_layer, line_layers, text_layers
from aibrief_report.charts.parts.notes import NO_NOTES, Notes, Wish, notes_of
from aibrief_report.charts.parts.points import Linear
from aibrief_report.charts.parts.sheet import Frame, Sheet
from aibrief_report.charts.parts.ticks import Ticks
from aibrief_report.charts.values import Record, decimal, marked, records
from aibrief_report.model.charts import Annotation, Chart, Point, Series

if TYPE_CHECKING:
    import altair as alt

HEIGHT = 122.0
"""The height of the plot, without axis and key."""
_EDGE = 8.0  # the least room at the right, for half a label of the axis


class Plot(Struct, frozen=True):
    """The frame, its two scales, and the key above it."""

    chart: Chart
    sheet: Sheet
    frame: Frame
    along: Along
    ticks: Ticks
    key: Key
    notes: Notes = NO_NOTES

    @property
    def across(self) -> Linear:
        """The scale of `x` in points from the plot's left edge."""
        return Linear(self.along.low, self.along.high, 0.0, self.frame.width)

    @property
    def up(self) -> Linear:
        """The scale of values in points from the plot's top edge."""
        return Linear(self.ticks.low, self.ticks.high, self.frame.height, 0.0)

    def x(self, text: str) -> float:
        """Return where a point's `x` falls."""
        return self.across.at(self.along.places[text])

    def y(self, point: Point) -> float:
        """Return where a point's value falls; the foot of the plot where it is missing."""
        return self.frame.height if point.y is None else self.up.at(float(decimal(point.y)))

    def path(self, series: Series) -> list[tuple[float, float]]:
        """Return where a series' points fall, without those whose values are missing."""
        return [(self.x(point.x), self.y(point)) for point in series.points if point.y is not None]

    def channels(self) -> dict[str, Any]:
        """Return the encodings of place, with both axes."""
        import altair as alt

        lying = alt.Scale(domain=[self.along.low, self.along.high], nice=False, zero=False)
        standing = alt.Scale(domain=[self.ticks.low, self.ticks.high], nice=False, zero=False)
        return {
            "x": alt.X("at:Q", scale=lying, axis=self.along.axis()),
            "y": alt.Y("y:Q", scale=standing, axis=value_axis(self.ticks, self.sheet)),
        }

    def values(self) -> list[Record]:
        """Return the records of all marks, with their place on the scale of `x` as `at`."""
        held = records(self.chart, self.sheet)
        return [one | {"at": self.along.places[str(one["x"])]} for one in held]

    def furniture(self) -> list[alt.Chart]:
        """Return the layers of key, captions, notes and the light lines of time."""
        colour, high = self.sheet.theme.colours.rule, self.frame.height
        rules = [Stroke(x, 0, x, high, colour) for x in map(self.across.at, self.along.rules)]
        texts = [
            *caption_text(self.chart.y, self.frame, self.key.height, self.sheet, _is_free(self.chart)),
            *self._foot_caption(),
        ]
        return [
            *self.notes.behind(high, self.sheet),
            *line_layers(rules),
            *text_layers(texts),
            *self.notes.words(),
            *self.key.layers(self.frame, self.sheet),
        ]

    def cleared(self, labels: Sequence[Label]) -> list[alt.Chart]:
        """Return a layer that keeps the lines of notes off the labels of marks."""
        lines = [one.stroke(self.frame.height, "").patch for one in self.notes.notes if not one.is_band]
        met = [label.patch for label in labels if any(label.patch.meets(line) for line in lines)]
        return ground_layer(met, self.sheet.theme.colours.paper)

    def base(self) -> list[alt.Chart]:
        """Return the layer of the line at zero, or at the foot where the scale does not hold zero."""
        y = self.up.at(max(self.ticks.low, min(0.0, self.ticks.high)))
        return line_layers([Stroke(0, y, self.frame.width, y, self.sheet.theme.colours.muted, 0.75)])

    def _foot_caption(self) -> list[Text]:
        """Return the caption of `x`, at the right beneath its numbers."""
        words, sheet = _foot_words(self.chart), self.sheet
        y = self.frame.height + self.frame.bottom - sheet.size * 0.3
        held = Text(self.frame.width, y, words, sheet.theme.colours.muted, align="right")
        return [held] if words else []


def plot_of(
    chart: Chart,
    sheet: Sheet,
    ticks: Ticks,
    entries: Sequence[Entry],
    right: float = 0.0,
    height: float = HEIGHT,
) -> Plot:
    """Return the plot of a chart with `right` points kept free beside it, and a key of entries above."""
    left, right = tick_width(ticks, sheet), max(right, _EDGE)
    width, key, height = sheet.width - left - right, key_of(entries, sheet), sheet.tall(height)
    lying = along(chart, sheet, width)
    frame = Frame(
        width=width,
        height=height,
        left=left,
        right=right,
        top=key.height + caption_height(chart.y, sheet) + sheet.size,
        bottom=(lying.lines + bool(_foot_words(chart))) * sheet.line + 4,
    )
    bare = Plot(chart, sheet, frame, lying, ticks, key)
    notes = notes_of([_wish(bare, one) for one in chart.annotations], width + right, sheet)
    return replace(bare, frame=replace(frame, top=frame.top + notes.height), notes=notes)


def _wish(plot: Plot, note: Annotation) -> Wish:
    """Return where a note stands. Raises `ChartError` where that is outside of the chart."""
    if note.series:
        point = marked(plot.chart, note)
        return Wish(note.text, plot.x(point.x), plot.x(point.x), plot.y(point))
    start, end = (plot.across.at(one) for one in plot.along.span(note.x, note.end))
    if note.end:
        return Wish(note.text, start, end)
    return Wish(note.text, (start + end) / 2, (start + end) / 2)


def _is_free(chart: Chart) -> bool:
    """Tell whether `x` is a quantity of its own, so that each axis must say all of what it measures."""
    return chart.x.kind == "quantity"


def _foot_words(chart: Chart) -> str:
    return caption(chart.x, full=True) if _is_free(chart) else chart.x.title
