"""A line in two: what was counted, and dashed what was not; joined where one leads to the other.

In LibreOffice a series has one stroke, and in Word an editor changes the stroke of a series, not of its
pieces. So a forecast is a series of its own that begins at the last counted point.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from aibrief_report.charts.parts.runs import runs
from aibrief_report.charts.values import HOLLOW
from aibrief_report.model.charts import Chart, Point, Series


class Strand(Struct, frozen=True):
    """The points of one stroke in their order; a point between two gaps is among them.

    `link` are those that another strand has as well, and marks and labels there.
    """

    series: Series
    points: tuple[Point, ...]
    dashed: bool
    link: frozenset[str]


def strands(series: Series) -> list[Strand]:
    """Return the strands of a line: the one that was counted, the dashed one, as far as they have points."""
    found = []
    for dashed in (False, True):
        own = [one for one in series.points if one.y is not None and (one.status in HOLLOW) is dashed]
        joined = [point for run in runs(series.points) if run.dashed is dashed for point in run.points]
        keys = {one.x for one in (*own, *joined)}
        points = tuple(one for one in series.points if one.x in keys)
        if points:
            link = frozenset(keys - {one.x for one in own})
            found.append(Strand(series, points, dashed, link))
    return found


def lonely(series: Series) -> frozenset[str]:
    """Return where points stand between two gaps, so that nothing but a dot can show them."""
    joined = {point.x for run in runs(series.points) for point in run.points}
    return frozenset(point.x for point in series.points if point.y is not None and point.x not in joined)


def needs_scatter(chart: Chart, keys: Sequence[str]) -> bool:
    """Tell whether a chart has gaps and bridges, which names along an axis cannot tell apart."""
    return _has_gaps(chart) and any(_is_bridged(one, keys) for one in chart.series)


def bridges(chart: Chart, keys: Sequence[str]) -> bool:
    """Tell whether a line runs on over a name at which it has no point."""
    return any(_is_bridged(one, keys) for one in chart.series)


def _has_gaps(chart: Chart) -> bool:
    """Tell whether a line ends within: at a missing value, or where it is dashed only for a while."""
    return any(_is_broken(one) for one in chart.series)


def _is_broken(series: Series) -> bool:
    states = [None if one.y is None else one.status in HOLLOW for one in series.points]
    turns = sum(1 for one, other in pairwise(states) if one != other)
    return None in states or turns > 1


def _is_bridged(series: Series, keys: Sequence[str]) -> bool:
    held = {point.x for point in series.points}
    places = [place for place, key in enumerate(keys) if key in held]
    return len(places) != places[-1] - places[0] + 1 if places else False
