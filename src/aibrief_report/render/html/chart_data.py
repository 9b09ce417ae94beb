"""A chart's values as a table, folded away beneath it: for those who cannot see it or look closely."""

from __future__ import annotations

from collections.abc import Sequence

from aibrief_report.model.blocks import Figure
from aibrief_report.model.charts import Chart, Point, Series
from aibrief_report.render.html.captions import scrolling
from aibrief_report.render.html.markup import element, text
from aibrief_report.render.html.pen import Pen


def chart_data(node: Figure, chart: Chart, pen: Pen) -> str:
    """Return the values behind a chart, as the chart prints them."""
    grid = _crossed(chart, pen) if _is_grid(chart) else _listed(chart, pen)
    summary = element("summary", text(pen.words["show-data"]))
    told = scrolling(element("table", grid), node)
    return element("details", summary + told, class_="data")


def _is_grid(chart: Chart) -> bool:
    """Return whether each series has one plain value at most for each x."""
    points = [point for series in chart.series for point in series.points]
    plain = not any(point.end or point.detail for point in points)
    return plain and all(len({p.x for p in one.points}) == len(one.points) for one in chart.series)


def _crossed(chart: Chart, pen: Pen) -> str:
    """Return a row for each x, a column for each series."""
    places = dict.fromkeys(point.x for series in chart.series for point in series.points)
    names = [_name(one) or _title(chart.y.title) for one in chart.series]
    held = [{point.x: point for point in series.points} for series in chart.series]
    rows = [(x, *(_value(one.get(x), pen) for one in held)) for x in places]
    heads = [_head(_title(chart.x.title)), *(_head(name, chart.y.unit) for name in names)]
    return _grid(heads, rows)


def _listed(chart: Chart, pen: Pen) -> str:
    """Return a row for each mark, with what the chart tells of it."""
    rows = [
        (_name(one), f"{point.x}–{point.end}" if point.end else point.x, _value(point, pen), point.detail)
        for one in chart.series
        for point in one.points
    ]
    value = _head(_title(chart.y.title), chart.y.unit)
    heads = [_head(pen.words["series"]), _head(_title(chart.x.title)), value, _head(pen.words["note"])]
    return _grid(heads, rows)


def _head(name: str, unit: str = "") -> str:
    shown = element("span", text(unit), class_="unit") if unit else ""
    return element("th", text(name) + shown, scope="col") if name or unit else element("td")


def _grid(heads: list[str], rows: Sequence[tuple[str, ...]]) -> str:
    lines = (
        element("th", text(first), scope="row") + "".join(element("td", text(cell)) for cell in rest)
        for first, *rest in rows
    )
    body = "\n".join(element("tr", line) for line in lines)
    return element("thead", element("tr", "".join(heads))) + element("tbody", body)


def _value(point: Point | None, pen: Pen) -> str:
    if point is None:
        return pen.words["missing"]
    return point.text or point.y or ("" if point.end else pen.words["missing"])


def _name(series: Series) -> str:
    """Return the name of a series, after that of its panel."""
    return ", ".join(dict.fromkeys(name for name in (series.panel, series.name) if name))


def _title(words: str) -> str:
    return words[:1].upper() + words[1:]
