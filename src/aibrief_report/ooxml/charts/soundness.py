"""What no validator sees: charts that open empty, axes that lead nowhere, cells that hold other values.

Each is valid by its schema. A chart without cached values is blank until somebody opens its data; one whose
axes do not name each other is blank for good.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isclose

from lxml import etree

from aibrief_report.ooxml.charts.names import CHART, chart_name
from aibrief_report.ooxml.charts.sheets import Book, is_range

_C = {"c": CHART}
_ROUNDING = 1e-12
"""How far two spellings of one number may lie apart, relatively: programs write 16 or 17 digits."""


def axis_faults(root: etree._Element) -> Iterator[str]:
    """Tell axes of a chart that no plot names, plots that name no axis, and axes that cross nothing."""
    kinds = {chart_name(one) for one in ("catAx", "valAx", "dateAx", "serAx")}
    axes = [one for one in root.iter() if one.tag in kinds]
    ids = [_value(one, "axId") for one in axes]
    if len(set(ids)) < len(ids):
        yield "two axes have one id"
    used = {one.get("val") for one in root.iterfind(".//c:ser/../c:axId", _C)}
    for one in sorted(used - set(ids), key=str):
        yield f"a plot names an axis {one} that is not there"
    for one in sorted(set(ids) - used, key=str):
        yield f"no plot has the axis {one}"
    for axis in axes:
        if _value(axis, "crossAx") not in ids:
            yield f"the axis {_value(axis, 'axId')} crosses one that is not there"
    for one in ids:
        if one is None or not one.isdigit():
            yield f"the id of an axis, {one}, is no positive number"


def series_faults(root: etree._Element) -> Iterator[str]:
    """Tell a chart that has no series, and series that share their place."""
    if root.find(".//c:ser", _C) is None:
        yield "the chart has no series"
    for kind in ("idx", "order"):
        held = [one.get("val") for one in root.iterfind(f".//c:ser/c:{kind}", _C)]
        if len(set(held)) < len(held):
            yield f"two series have one {kind}"


def cache_faults(root: etree._Element) -> Iterator[str]:
    """Tell series whose values are not in the chart itself."""
    for series in root.iterfind(".//c:ser", _C):
        name = series.findtext("c:tx//c:v", default="?", namespaces=_C)
        for kind in ("val", "yVal"):
            values = series.find(f"c:{kind}", _C)
            if values is not None and values.find(".//c:pt/c:v", _C) is None:
                yield f"the series {name!r} has no cached values, so that it opens empty"


def cell_faults(root: etree._Element, book: Book) -> Iterator[str]:
    """Tell cells of its workbook that are not there, and cached values that are not those of their cells."""
    for kind in ("strRef", "numRef"):
        for reference in root.iter(chart_name(kind)):
            formula = reference.findtext("c:f", default="", namespaces=_C)
            if not is_range(formula):
                continue
            cells = book.cells(formula)
            if cells is None:
                yield f"the workbook has no cells {formula}"
                continue
            if not all(
                _same(one, other) for one, other in zip(cells, _cached(reference, len(cells)), strict=True)
            ):
                yield f"the cells {formula} hold other values than the chart shows"


def _cached(reference: etree._Element, count: int) -> list[str | None]:
    held: list[str | None] = [None] * count
    for point in reference.iterfind(".//c:pt", _C):
        place = point.get("idx", "")
        if place.isdecimal() and int(place) < count:
            held[int(place)] = point.findtext("c:v", default="", namespaces=_C) or None
    return held


def _same(one: str | None, other: str | None) -> bool:
    if one == other or one is None or other is None:
        return one == other
    try:
        return isclose(float(one), float(other), rel_tol=_ROUNDING)
    except ValueError:
        return False


def _value(element: etree._Element, name: str) -> str | None:
    found = element.find(f"c:{name}", _C)
    return None if found is None else found.get("val")
