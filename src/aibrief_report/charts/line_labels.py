"""Words beside lines: a value at each point, a name at each end; nothing where they would run into each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from aibrief_report.charts.marks import Text
from aibrief_report.charts.plot import Plot
from aibrief_report.charts.points import Patch, any_meet, spread
from aibrief_report.charts.sheet import BOLD, Sheet
from aibrief_report.model.charts import Chart, Point, Series

GAP = 6.0
"""From a line's end to its name, and from a point to its value."""
_WIDEST = 92.0  # of a name at a line's end
_FEW = 12  # points of a whole chart up to which each may carry its value
_NEAR = 0.85  # the part of the plot's width beyond which lines must end to be named there


@dataclass(frozen=True, slots=True)
class Label:
    """A text with the room that it takes."""

    text: Text
    patch: Patch


@dataclass(frozen=True, slots=True)
class End:
    """A line's last point that has a value, and what is written beside it."""

    series: Series
    point: Point
    lines: tuple[str, ...]


def ends_of(chart: Chart, sheet: Sheet, valued: bool) -> list[End]:
    """Return what stands at the lines' ends: names where there are several, and with `valued` the values."""
    found = []
    for one in chart.series:
        last = next((point for point in reversed(one.points) if point.y is not None), None)
        if last is not None:
            name = one.name if len(chart.series) > 1 else ""
            words = " ".join(part for part in (name, last.text if valued else "") if part)
            found.append(End(one, last, sheet.wrap(words, _WIDEST, BOLD)))
    return found


def ends_width(ends: Sequence[End], sheet: Sheet) -> float:
    """Return the room that the words at the lines' ends take at the right."""
    return max((sheet.measure(line, BOLD) for end in ends for line in end.lines), default=0.0) + GAP


def end_labels(plot: Plot, ends: Sequence[End]) -> list[Label] | None:
    """Return the words at the lines' ends; `None` where lines end too early or too close together."""
    told = [end for end in ends if end.lines]
    wanted = [plot.y(end.point) for end in told]
    tall = max((len(end.lines) for end in told), default=1) * plot.sheet.line
    placed = spread(wanted, tall)
    early = any(plot.x(end.point.x) < _NEAR * plot.frame.width for end in told)
    moved = any(abs(one - other) > 1.5 * tall for one, other in zip(wanted, placed, strict=True))
    outside = any(y < -tall or y > plot.frame.height + tall / 2 for y in placed)
    if early or moved or outside:
        return None
    return [_at_end(plot, end, y) for end, y in zip(told, placed, strict=True)]


def value_labels(plot: Plot) -> list[Label] | None:
    """Return a value at each point, the highest above, others below; `None` where some have no text or meet."""
    marks = [(one, point) for one in plot.chart.series for point in one.points if point.y is not None]
    if len(marks) > _FEW or not all(point.text for _, point in marks):
        return None
    tops: dict[str, float] = defaultdict(lambda: plot.frame.height)
    for _, point in marks:
        tops[point.x] = min(tops[point.x], plot.y(point))
    return [_at_point(plot, point, above=plot.y(point) <= tops[point.x]) for _, point in marks]


def fit(*groups: Sequence[Label]) -> bool:
    """Tell whether no two labels of all groups meet."""
    return not any_meet([label.patch for group in groups for label in group])


def _at_end(plot: Plot, end: End, middle: float) -> Label:
    sheet, x = plot.sheet, plot.x(end.point.x) + GAP
    top = middle - len(end.lines) * sheet.line / 2
    wide = max(sheet.measure(line, BOLD) for line in end.lines)
    text = Text(x, top + sheet.size * 0.92, end.lines, sheet.legible(end.series.colour), weight=BOLD)
    return Label(text, Patch(x, top, x + wide, top + len(end.lines) * sheet.line))


def _at_point(plot: Plot, point: Point, above: bool) -> Label:
    sheet, x = plot.sheet, plot.x(point.x)
    base = plot.y(point) - GAP if above else plot.y(point) + GAP + sheet.size * 0.7
    half = sheet.measure(point.text) / 2
    text = Text(x, base, (point.text,), sheet.theme.colours.ink, align="center")
    return Label(text, Patch(x - half, base - sheet.size * 0.75, x + half, base + sheet.size * 0.1))
