"""What no validator sees: charts that open empty, axes that lead nowhere, workbooks that do not open.

Each is valid by its schema. A chart without cached values is blank until somebody opens its data; one whose
axes do not name each other, or whose workbook is broken, is blank for good.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

from lxml import etree

from aibrief_report.errors import BriefError, Fault, Place
from aibrief_report.ooxml.charts.names import CHART, CHART_RELATION, chart_name
from aibrief_report.ooxml.charts.sheets import Book, read_book
from aibrief_report.ooxml.names import NAMESPACES
from aibrief_report.ooxml.parsing import parse
from aibrief_report.ooxml.parts import relationships_name

_C = {"c": CHART}
_ID = f"{{{NAMESPACES['r']}}}id"
_DOCUMENT = "word/document.xml"


def chart_faults(members: Mapping[str, bytes]) -> list[Fault]:
    """Return what is wrong with the charts of a DOCX, given as its parts by name.

    Raises `InputError` for parts that are not well-formed.
    """
    found: list[Fault] = []
    for name in sorted(members):
        if name.startswith("word/charts/chart") and name.endswith(".xml"):
            found += _of_chart(members, name)
    return [*found, *_of_document(members)]


def _of_chart(members: Mapping[str, bytes], name: str) -> Iterator[Fault]:
    root = parse(members[name], name)
    place = Place(name)
    for message in (*_axes(root), *_series(root), *_caches(root)):
        yield Fault(message, place)
    for message in _workbook(members, name, root):
        yield Fault(message, place)


def _axes(root: etree._Element) -> Iterator[str]:
    """Tell axes that are named by no plot, plots that name no axis, and axes that cross nothing."""
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


def _series(root: etree._Element) -> Iterator[str]:
    if root.find(".//c:ser", _C) is None:
        yield "the chart has no series"
    for kind in ("idx", "order"):
        held = [one.get("val") for one in root.iterfind(f".//c:ser/c:{kind}", _C)]
        if len(set(held)) < len(held):
            yield f"two series have one {kind}"


def _caches(root: etree._Element) -> Iterator[str]:
    """Tell series whose values are not in the chart itself."""
    for series in root.iterfind(".//c:ser", _C):
        name = series.findtext("c:tx//c:v", default="?", namespaces=_C)
        for kind in ("val", "yVal"):
            values = series.find(f"c:{kind}", _C)
            if values is not None and values.find(".//c:pt/c:v", _C) is None:
                yield f"the series {name!r} has no cached values, so that it opens empty"


def _workbook(members: Mapping[str, bytes], name: str, root: etree._Element) -> Iterator[str]:
    tie = root.find("c:externalData", _C)
    if tie is None:
        yield "the chart has no workbook, so that its data cannot be edited"
        return
    target = _targets(members, name).get(tie.get(_ID, ""), "")
    if target not in members:
        yield f"the chart's workbook {target!r} is not there"
        return
    try:
        book = read_book(members[target], target)
    except BriefError as error:
        yield f"the chart's workbook does not open: {error}"
        return
    yield from _differences(root, book)


def _differences(root: etree._Element, book: Book) -> Iterator[str]:
    """Tell cells that are not there, and cached values that are not those of their cells."""
    for kind in ("strRef", "numRef"):
        for reference in root.iter(chart_name(kind)):
            formula = reference.findtext("c:f", default="", namespaces=_C)
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
        place = int(point.get("idx", "-1"))
        if 0 <= place < count:
            held[place] = point.findtext("c:v", default="", namespaces=_C) or None
    return held


def _same(one: str | None, other: str | None) -> bool:
    if one == other or one is None or other is None:
        return one == other
    try:
        return Decimal(one) == Decimal(other)
    except InvalidOperation:
        return False


def _of_document(members: Mapping[str, bytes]) -> Iterator[Fault]:
    """Tell charts in the text that lead to no part, or that have no words for those who cannot see them."""
    if _DOCUMENT not in members:
        return
    targets, place = _targets(members, _DOCUMENT, CHART_RELATION), Place(_DOCUMENT)
    for chart in parse(members[_DOCUMENT], _DOCUMENT).iter(chart_name("chart")):
        target = targets.get(chart.get(_ID, ""), "")
        if target not in members:
            yield Fault(f"a chart in the text leads to no part ({target or chart.get(_ID)})", place)
        for frame in chart.iterancestors(f"{{{NAMESPACES['wp']}}}inline", f"{{{NAMESPACES['wp']}}}anchor"):
            about = frame.find(f"{{{NAMESPACES['wp']}}}docPr")
            if about is None or not about.get("descr", "").strip():
                yield Fault(f"the chart {target} has no alt text", place)


def _targets(members: Mapping[str, bytes], name: str, kind: str = "") -> dict[str, str]:
    """Return the parts that a part relates to by relationship; only those of a kind, if one is given."""
    data = members.get(relationships_name(name))
    if data is None:
        return {}
    return {
        one.get("Id", ""): _absolute(name, one.get("Target", ""))
        for one in parse(data, relationships_name(name))
        if one.get("TargetMode") != "External" and kind in ("", one.get("Type"))
    }


def _absolute(name: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), target))


def _value(element: etree._Element, name: str) -> str | None:
    found = element.find(f"c:{name}", _C)
    return None if found is None else found.get("val")
