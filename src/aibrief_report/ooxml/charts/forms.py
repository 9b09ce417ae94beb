"""The forms of charts that Word draws: each is one function from a plot and its axes' ids to XML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from aibrief_report.ooxml.charts.series import Series
from aibrief_report.ooxml.markup import Xml, tag

Form: TypeAlias = Literal["bar", "line", "area", "scatter"]


class Plot(Struct, frozen=True):
    """Series drawn in one form. `gap` and `overlap` are per cent of a bar's thickness."""

    form: Form
    series: tuple[Series, ...]
    lying: bool = False
    stacked: bool = False
    gap: int = 100
    overlap: int = 0

    def xml(self, first: int, axes: tuple[int, int]) -> Xml:
        """Return the plot; its series are counted from `first`, its axes are given by their ids."""
        return _FORMS[self.form](self, first, tuple(tag("c:axId", val=one) for one in axes))


_Axes: TypeAlias = tuple[Xml, ...]


def _bars(plot: Plot, first: int, axes: _Axes) -> Xml:
    return tag(
        "c:barChart",
        tag("c:barDir", val="bar" if plot.lying else "col"),
        tag("c:grouping", val="stacked" if plot.stacked else "clustered"),
        _ONE_COLOUR,
        *(one.bar(place) for place, one in enumerate(plot.series, start=first)),
        tag("c:gapWidth", val=min(max(plot.gap, 0), 500)),
        tag("c:overlap", val=100 if plot.stacked else plot.overlap),
        *axes,
    )


def _lines(plot: Plot, first: int, axes: _Axes) -> Xml:
    lines = (one.line(place) for place, one in enumerate(plot.series, start=first))
    grouping = tag("c:grouping", val="standard")
    return tag("c:lineChart", grouping, _ONE_COLOUR, *lines, tag("c:marker", val=1), *axes)


def _areas(plot: Plot, first: int, axes: _Axes) -> Xml:
    areas = (one.area(place) for place, one in enumerate(plot.series, start=first))
    grouping = tag("c:grouping", val="stacked" if plot.stacked else "standard")
    return tag("c:areaChart", grouping, _ONE_COLOUR, *areas, *axes)


def _scatter(plot: Plot, first: int, axes: _Axes) -> Xml:
    marks = (one.scatter(place) for place, one in enumerate(plot.series, start=first))
    return tag("c:scatterChart", tag("c:scatterStyle", val="lineMarker"), _ONE_COLOUR, *marks, *axes)


_ONE_COLOUR = tag("c:varyColors", val=0)
_FORMS: Mapping[Form, Callable[[Plot, int, _Axes], Xml]] = {
    "bar": _bars,
    "line": _lines,
    "area": _areas,
    "scatter": _scatter,
}
