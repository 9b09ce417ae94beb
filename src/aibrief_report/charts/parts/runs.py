"""The unbroken stretches of lines and areas: a missing value ends one, a forecast's is dashed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from msgspec import Struct

from aibrief_report.charts.values import HOLLOW
from aibrief_report.model.charts import Point


class Run(Struct, frozen=True):
    """Two or more points joined by one stroke; `dashed` where it leads to or from what is not counted."""

    points: tuple[Point, ...]
    dashed: bool


def runs(points: Iterable[Point]) -> Iterator[Run]:
    """Yield the runs of a line's points in their order. A point between two gaps belongs to none."""
    for dashed, group in groupby(pairwise(points), _manner):
        if dashed is not None:
            pairs = list(group)
            yield Run((pairs[0][0], *(second for _, second in pairs)), dashed)


def _manner(pair: tuple[Point, Point]) -> bool | None:
    if any(point.y is None for point in pair):
        return None
    return any(point.status in HOLLOW for point in pair)
