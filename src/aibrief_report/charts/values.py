"""The values of a chart, read once: decimals, categories in order, and the records that Vega-Lite draws."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from msgspec.structs import replace

from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.periods import period_text, stretch
from aibrief_report.digest import Json
from aibrief_report.errors import ChartError, Fault
from aibrief_report.model.charts import Annotation, Chart, Point, Series

HOLLOW = ("forecast", "target", "untraced")
"""Statuses whose marks are drawn hollow: not counted yet, or not found where it is said to come from."""

Record = dict[str, Json]


def decimal(text: str) -> Decimal:
    """Return the number of a decimal text. Raises `ChartError` where it is none."""
    try:
        found = Decimal(text)
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite():
        raise ChartError(Fault(f"{text!r} is not a number", hint="a chart's values are written like 67.2"))
    return found


def amounts(chart: Chart) -> list[Decimal]:
    """Return all values on a chart's scale, in the order of the marks; ends of intervals as well."""
    points = [point for point in _placed(chart) if point.y is not None]
    return [decimal(text) for point in points for text in (point.y, _interval_end(chart, point)) if text]


def missing(chart: Chart) -> list[tuple[Series, Point]]:
    """Return the marks whose values are missing, each with its series."""
    return [(one, point) for one in chart.series for point in one.points if is_missing(chart, point)]


def is_missing(chart: Chart, point: Point) -> bool:
    """Tell whether a mark has no value. An event of a timeline has none to miss."""
    return point.y is None and chart.kind != "timeline"


def categories(chart: Chart) -> list[str]:
    """Return the categories in reading order: as they first appear, periods by time."""
    found = list(dict.fromkeys(point.x for point in _placed(chart)))
    if chart.x.kind == "period":
        found.sort(key=lambda x: (stretch(x).start, stretch(x).end))
    return found


def marked(chart: Chart, note: Annotation) -> Point:
    """Return the mark that a note is about. Raises `ChartError` where it has no value to stand at."""
    held = (one for one in chart.series if one.key == note.series)
    found = next((point for one in held for point in one.points if point.x == note.x), None)
    if found is None or found.y is None:
        raise ChartError(Fault(f"the note {note.text!r} stands at a mark that is not drawn"))
    return found


def in_order(chart: Chart) -> Chart:
    """Return the chart with each series' points along the axis: by time, by size, or as categories appear."""
    if chart.x.kind == "quantity":
        return _sorted(chart, lambda point: float(decimal(point.x)))
    order = {x: place for place, x in enumerate(categories(chart))}
    return _sorted(chart, lambda point: order[point.x])


def _sorted(chart: Chart, key: Callable[[Point], float]) -> Chart:
    series = tuple(replace(one, points=tuple(sorted(one.points, key=key))) for one in chart.series)
    return replace(chart, series=series)


def category_text(chart: Chart, x: str, sheet: Sheet) -> str:
    """Return a category as printed: a period in the language's way, all else as it is."""
    return period_text(x, sheet.wording.language) if chart.x.kind == "period" else x


def records(chart: Chart, sheet: Sheet) -> list[Record]:
    """Return one record a mark: what Vega-Lite draws and shows on hover."""
    return [record(chart, one, point, sheet) for one in chart.series for point in one.points]


def record(chart: Chart, series: Series, point: Point, sheet: Sheet) -> Record:
    """Return the record of one mark; `y` is `None` where the value is missing."""
    held: Record = {
        "series": series.name,
        "colour": series.colour,
        "x": point.x,
        "y": None if point.y is None else float(decimal(point.y)),
        "text": point.text or (sheet.wording.missing if point.y is None else ""),
        "status": point.status,
        "row": point.row,
        "tip": tip(chart, series, point, sheet),
    }
    held |= {"detail": point.detail} if point.detail else {}
    return held | {"bound": point.bound} if point.bound else held


def tip(chart: Chart, series: Series, point: Point, sheet: Sheet) -> str:
    """Return what a reader sees on hovering over a mark: `United States, 2023: $67.2 bn (forecast)`."""
    x = f"{point.x}/{point.end}" if chart.kind == "timeline" and point.end else point.x
    heads = dict.fromkeys(
        part for part in (series.panel, series.name, category_text(chart, x, sheet)) if part
    )
    value = point.text or point.y or sheet.wording.missing
    status = f" ({sheet.wording.of_status(point.status).lower()})" if point.status in HOLLOW else ""
    detail = f". {point.detail}" if point.detail else ""
    return f"{', '.join(heads)}: {value}{status}{detail}"


def _placed(chart: Chart) -> list[Point]:
    """Return the points for which the axes have room."""
    return [point for one in chart.series for point in one.points] + list(chart.extent)


def _interval_end(chart: Chart, point: Point) -> str:
    return "" if chart.kind == "timeline" else point.end
