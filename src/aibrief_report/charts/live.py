"""A chart as Vega-Lite that lives on the page: as wide as the window lets it be, its series shown or hidden.

The drawings measure their labels and stand still. Here Vega does the layout, for values move when a series
goes: the signal `shown` holds the names of the series that are seen, and scales follow what is left.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import replace

from aibrief_report.charts.kinds.lines import line_ticks
from aibrief_report.charts.kinds.stacks import stands
from aibrief_report.charts.parts.along import along
from aibrief_report.charts.parts.axes import lookup
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.parts.style import config
from aibrief_report.charts.values import HOLLOW, Record, categories, category_text, decimal, tip
from aibrief_report.digest import Json
from aibrief_report.model.charts import Axis, Chart, ChartKind, Point, Series
from aibrief_report.theme.tokens import Theme

LABEL = 13.0
"""The size of labels in pixels: Vega draws as large as the page shows."""

_TALL = 300.0
_STEP = 34.0
_ROOM = 80.0
"""The longest line of a name, in points at the size of a drawing's labels: about 130 pixels."""
_MOST_LABELS = 24
"""Marks beyond which only the axis tells values."""

Spec = dict[str, Any]


def live_chart(chart: Chart, sheet: Sheet) -> Spec | None:
    """Return the specification of a live chart, but for its configuration; its `usermeta` tells the colours.

    `None` for kinds that are no better alive: timelines and notes, whose words need measured places, panels,
    which would lie over each other, and an author's own Vega-Lite; and for a single mark.
    """
    shape = _SHAPES.get(chart.kind)
    if shape is None or sum(len(one.points) for one in chart.series) < 2:
        return None
    if chart.annotations or any(one.panel for one in chart.series):
        return None
    return {
        "width": "container",
        "autosize": {"type": "fit-x", "contains": "padding"},
        "description": chart.alt,
        "usermeta": {"colours": [one.colour for one in chart.series]},
        "data": {"values": _values(chart, sheet)},
        "params": [{"name": "shown", "value": [one.name for one in chart.series]}],
        "transform": [{"filter": "indexof(shown, datum.series) >= 0"}],
        **shape(chart, sheet),
    }


def live_config(theme: Theme) -> dict[str, Json]:
    """Return Vega-Lite's configuration for all live charts of a page."""
    return config(replace(theme, sizes=replace(theme.sizes, small=LABEL)))


def _values(chart: Chart, sheet: Sheet) -> list[Record]:
    """Return a record a mark; a missing value has none, and a line breaks there."""
    places = along(chart, sheet, sheet.width).places if chart.x.kind != "category" else {}
    return [_value(chart, series, point, places, sheet) for series in chart.series for point in series.points]


def _value(chart: Chart, series: Series, point: Point, places: Mapping[str, float], sheet: Sheet) -> Record:
    held: Record = {
        "series": series.name,
        "x": places.get(point.x, point.x) if chart.kind in _ALONG else point.x,
        "y": None if point.y is None else float(decimal(point.y)),
        "text": point.text,
        "tip": tip(chart, series, point, sheet),
    }
    if point.end:
        held["end"] = float(decimal(point.end))
    return held | {"hollow": True} if point.status in HOLLOW else held


def _standing(chart: Chart, sheet: Sheet) -> Spec:
    own = _apart(chart, "xOffset")
    bar = {"mark": {"type": "bar", "opacity": _FAINT_IF_HOLLOW}, "encoding": own | _told()}
    return {
        "height": _TALL,
        "encoding": {"x": _names(chart, sheet), "y": _amounts(chart), "color": _colour(chart)},
        "layer": [bar, *_labels(chart, sheet, {"dy": -8}, own)],
    }


def _lying(chart: Chart, sheet: Sheet) -> Spec:
    own = _apart(chart, "yOffset")
    bar = {"mark": {"type": "bar", "opacity": _FAINT_IF_HOLLOW}, "encoding": own | _told()}
    return {
        "height": _rows(chart, sheet, len(chart.series) if own else 1),
        "encoding": {"y": _names(chart, sheet), "x": _amounts(chart), "color": _colour(chart)},
        "layer": [bar, *_labels(chart, sheet, {"dx": 4, "align": "left"}, own)],
    }


def _stacked(chart: Chart, sheet: Sheet) -> Spec:
    standing = stands(chart)
    names, amounts = ("x", "y") if standing else ("y", "x")
    order = {"field": "place", "type": "quantitative"}
    ranked = {"calculate": f"indexof({[one.name for one in chart.series]!r}, datum.series)", "as": "place"}
    return {
        "height": _TALL if standing else _rows(chart, sheet),
        "transform": [{"filter": "indexof(shown, datum.series) >= 0"}, ranked],
        "mark": {"type": "bar", "opacity": _FAINT_IF_HOLLOW},
        "encoding": {
            names: _names(chart, sheet),
            amounts: _amounts(chart) | {"stack": "zero"},
            "color": _colour(chart),
            "order": order,
        }
        | _told(),
    }


def _lines(chart: Chart, sheet: Sheet) -> Spec:
    points = {
        "mark": {"type": "point", "size": 45, "opacity": 1},
        "encoding": _told() | {"fill": _fill(chart, sheet)},
    }
    return {
        "height": _TALL,
        "encoding": {"x": _time(chart, sheet), "y": _amounts(chart), "color": _colour(chart)},
        "layer": [{"mark": {"type": "line", "strokeWidth": 2.5}}, points],
    }


def _areas(chart: Chart, sheet: Sheet) -> Spec:
    stacked = {"y": _amounts(chart) | {"stack": "zero"}}
    area = {"mark": {"type": "area", "opacity": 0.5, "line": True}, "encoding": stacked}
    mark = {"type": "point", "size": 45, "filled": True, "opacity": 1}
    points = {"mark": mark, "encoding": stacked | _told()}
    return {
        "height": _TALL,
        "encoding": {"x": _time(chart, sheet), "color": _colour(chart)},
        "layer": [area, points],
    }


def _dots(chart: Chart, sheet: Sheet) -> Spec:
    """Return dots along time, or a line a category, with a stroke to the end of a value that is a range."""
    timed = chart.kind == "dots" and chart.x.kind != "category"
    amounts = _amounts(chart)
    across = {"x": _time(chart, sheet), "y": amounts} if timed else {"y": _names(chart, sheet), "x": amounts}
    far = {("y2" if timed else "x2"): {"field": "end"}}
    points = {
        "mark": {"type": "point", "size": 110, "opacity": 1, "strokeWidth": 2},
        "encoding": _told() | {"fill": _fill(chart, sheet)},
    }
    ranged = any(point.end for one in chart.series for point in one.points)
    ranges = [{"mark": {"type": "rule", "strokeWidth": 3}, "encoding": far}] if ranged else []
    # Several figures of one source stand in one line: there is no room beside them, and the axis tells them.
    alone = timed or all(len({p.x for p in one.points}) == len(one.points) for one in chart.series)
    labels = _labels(chart, sheet, {"dx": 9, "align": "left"}, {}) if alone else []
    return {
        "height": _TALL if timed else _rows(chart, sheet),
        "encoding": across | {"color": _colour(chart)},
        "layer": [*ranges, points, *labels],
    }


def _scatter(chart: Chart, sheet: Sheet) -> Spec:
    points = {
        "mark": {"type": "point", "size": 90, "opacity": 1, "strokeWidth": 2},
        "encoding": _told() | {"fill": _fill(chart, sheet)},
    }
    return {
        "height": _TALL * 1.2,
        "encoding": {
            "x": _measured("x", chart.x),
            "y": _measured("y", chart.y),
            "color": _colour(chart),
        },
        "layer": [points, *_labels(chart, sheet, {"dy": -11}, {})],
    }


def _rows(chart: Chart, sheet: Sheet, bars: int = 1) -> float:
    """Return a height that stays when series go, so that what stands beneath does not move."""
    lines = max(len(sheet.wrap(category_text(chart, one, sheet), _ROOM)) for one in categories(chart))
    return len(categories(chart)) * max(_STEP, bars * _STEP * 0.6 + 8, lines * LABEL * 1.2 + 8)


def _names(chart: Chart, sheet: Sheet) -> Spec:
    """Return the channel of categories in reading order, each named as it is printed."""
    order = categories(chart)
    told = lookup(order, [sheet.wrap(category_text(chart, one, sheet), _ROOM) for one in order])
    return {"field": "x", "type": "nominal", "sort": order, "axis": {"labelExpr": told, "labelOverlap": True}}


def _time(chart: Chart, sheet: Sheet) -> Spec:
    """Return the channel along which lines run, with the labels that the drawing has."""
    found = along(chart, sheet, sheet.width)
    places = [place for place, _ in found.labels]
    told = lookup(places, [" ".join(lines) for _, lines in found.labels])
    axis = {"values": places, "labelExpr": told, "labelOverlap": True, "grid": False}
    scale = {"domain": [found.low, found.high], "nice": False, "zero": False}
    return {"field": "x", "type": "quantitative", "axis": axis, "scale": scale}


def _amounts(chart: Chart) -> Spec:
    """Return the channel of values: bars and areas from zero, dots and lines as near as their values are."""
    zero = chart.kind not in ("line", "range-dot") or line_ticks(chart).low <= 0
    return {
        "field": "y",
        "type": "quantitative",
        "scale": {"zero": zero, "nice": True},
        "axis": {"tickCount": 5},
    }


def _measured(field: str, axis: Axis) -> Spec:
    title = ", ".join(part for part in (axis.title, axis.unit) if part)
    scale = {"zero": False, "nice": True}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": {"title": title, "tickCount": 6}}


def _colour(chart: Chart) -> Spec:
    domain = [one.name for one in chart.series]
    scale = {"domain": domain, "range": [one.colour for one in chart.series]}
    return {"field": "series", "type": "nominal", "scale": scale, "legend": None}


def _fill(chart: Chart, sheet: Sheet) -> Spec:
    """Return the channel that leaves hollow what was not counted yet or not found."""
    paper = sheet.theme.colours.paper
    return _colour(chart) | {"condition": {"test": "datum.hollow", "value": paper}}


def _apart(chart: Chart, channel: str) -> Spec:
    """Return the channel that sets the bars of one category beside each other, where it has several."""
    crossed = len(chart.series) > 1 and len(categories(chart)) < sum(len(one.points) for one in chart.series)
    return {channel: {"field": "series", "sort": [one.name for one in chart.series]}} if crossed else {}


def _told() -> Spec:
    return {"tooltip": {"field": "tip"}, "description": {"field": "tip"}}


def _labels(chart: Chart, sheet: Sheet, place: Mapping[str, Json], channels: Spec) -> list[Spec]:
    """Return a layer of values as printed, where they are few."""
    if sum(len(one.points) for one in chart.series) > _MOST_LABELS:
        return []
    ink = {"color": {"value": sheet.theme.colours.ink}}
    mark = {"type": "text", "aria": False, **place}
    return [{"mark": mark, "encoding": channels | ink | {"text": {"field": "text"}}}]


_FAINT_IF_HOLLOW = {"expr": "datum.hollow ? 0.5 : 1"}

_ALONG: tuple[ChartKind, ...] = ("line", "area", "dots", "scatter")
_SHAPES: Mapping[ChartKind, Callable[[Chart, Sheet], Spec]] = {
    "bar": _standing,
    "grouped-bar": _standing,
    "horizontal-bar": _lying,
    "stacked-bar": _stacked,
    "line": _lines,
    "area": _areas,
    "range-dot": _dots,
    "dots": _dots,
    "scatter": _scatter,
}
