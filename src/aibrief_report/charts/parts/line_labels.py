"""Words beside lines: a value at each point, a name at each end, where they keep off each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from aibrief_report.charts.parts.labels import Label, Line, Words, bold_words, label_at, tall, wide
from aibrief_report.charts.parts.plot import Plot
from aibrief_report.charts.parts.points import Patch, any_meet, crosses, spread
from aibrief_report.charts.parts.sheet import BOLD, Sheet
from aibrief_report.charts.values import decimal
from aibrief_report.model.charts import Chart, Point

GAP = 6.0
"""From a line's end to its name."""
_WIDEST = 92.0  # of a name at a line's end
_FEW = 12  # points of a whole chart up to which each may carry its value
_NEAR = 0.85  # the part of the plot's width beyond which lines must end to be named there
_ABOVE, _BELOW = 3.5, 2.5  # from a point to the room of its value
_OFF_AXIS = 2.0  # from the edge of the plot to the numbers beside it
_LEADING = 1.0  # what the room of a value has below its digits


class End(Struct, frozen=True):
    """Where a line or a layer ends: its last `x`, the value beside which words stand, and these words."""

    x: str
    value: float
    words: Words


def end_of(chart: Chart, colour: str, x: str, value: float, text: str, sheet: Sheet) -> End:
    """Return a line's end with its words in the line's colour."""
    return End(x, value, bold_words(text, _WIDEST, sheet.name_colour(colour, chart), sheet))


def ends_of(chart: Chart, sheet: Sheet, valued: bool) -> list[End]:
    """Return what stands at the lines' ends: their names, and with `valued` their last values."""
    found = []
    for one in chart.series:
        last = next((point for point in reversed(one.points) if point.y is not None), None)
        if last is not None:
            name = "" if sheet.panel else one.name
            words = " ".join(part for part in (name, last.text if valued else "") if part)
            found.append(end_of(chart, one.colour, last.x, float(decimal(last.y or "")), words, sheet))
    return found


def ends_width(ends: Sequence[End], sheet: Sheet) -> float:
    """Return the room that the words at the lines' ends take at the right."""
    return max((wide(end.words, sheet) for end in ends), default=0.0) + GAP


def end_room(chart: Chart, ends: Sequence[End], sheet: Sheet) -> float:
    """Return the room at the right; in panels it is the same in all, whatever stands at their lines' ends."""
    others = [sheet.measure(one.text, BOLD) for one in chart.extent]
    return max([ends_width(ends, sheet), *(one + GAP for one in others)])


def end_labels(plot: Plot, ends: Sequence[End]) -> list[Label] | None:
    """Return the words at the lines' ends; `None` where lines end too early or too close together."""
    told, sheet = [end for end in ends if end.words], plot.sheet
    wanted = [plot.up.at(end.value) for end in told]
    apart = max((tall(end.words, sheet) for end in told), default=0.0)
    placed = spread(wanted, apart)
    early = any(plot.x(end.x) < _NEAR * plot.frame.width for end in told)
    moved = any(abs(one - other) > 1.5 * apart for one, other in zip(wanted, placed, strict=True))
    outside = any(y < -apart / 2 or y > plot.frame.height + apart / 2 for y in placed)
    if early or moved or outside:
        return None
    return [
        label_at(end.words, plot.x(end.x) + GAP, y - tall(end.words, sheet) / 2, "left", sheet)
        for end, y in zip(told, placed, strict=True)
    ]


def value_labels(plot: Plot) -> list[Label] | None:
    """Return a value at each point, off all lines if it can be; `None` if they are many or lack texts."""
    points = [point for one in plot.chart.series for point in one.points if point.y is not None]
    if len(points) > _FEW or not all(point.text for point in points):
        return None
    paths = [plot.path(one) for one in plot.chart.series]
    highest = {one.x: min(plot.y(other) for other in points if other.x == one.x) for one in points}
    return [_at_point(plot, one, plot.y(one) <= highest[one.x], paths) for one in points]


def fit(sheet: Sheet, *groups: Sequence[Label]) -> bool:
    """Tell whether no two labels of all groups meet, the leading above and below them left out."""
    leading = (sheet.line - sheet.size) / 2
    return not any_meet([label.patch.trimmed(leading) for group in groups for label in group])


def _at_point(plot: Plot, point: Point, above: bool, paths: Sequence[Sequence[tuple[float, float]]]) -> Label:
    """Return the first label of a point that no line crosses: above it, below it, aside; else the first.

    None reaches below the foot of the plot or into a mark's number, where the axes have their own words.
    """
    tries = [one for one in _tries(plot, point, above) if one.patch.bottom <= plot.frame.height + _LEADING]
    free = (one for one in tries if not any(crosses(one.patch, path) for path in paths))
    return next(free, tries[0])


def _tries(plot: Plot, point: Point, above: bool) -> Iterator[Label]:
    sheet, x, y = plot.sheet, plot.x(point.x), plot.y(point)
    words = (Line(point.text, sheet.theme.colours.ink),)
    tops = (y - _ABOVE - sheet.line, y + _BELOW)
    aside = wide(words, sheet) / 2 - 2
    numbers = _axis_numbers(plot)
    for top in tops if above else tops[::-1]:
        for shift in (0.0, -aside, aside):
            label = label_at(words, x + shift, top, "center", sheet)
            if x + shift + plot.frame.left >= 0 and not any(label.patch.meets(one) for one in numbers):
                yield label


def _axis_numbers(plot: Plot) -> list[Patch]:
    """Return the room of the numbers at the axis of values, up to the plot's edge."""
    half = plot.sheet.size / 2
    middles = [plot.up.at(float(value)) for value in plot.ticks.values]
    return [Patch(-plot.frame.left, y - half, -_OFF_AXIS, y + half) for y in middles]
