"""The alt text of a chart whose author wrote none: the finding, then its values, of long series the run."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aibrief_report.charts.table import value_text, x_text
from aibrief_report.charts.values import HOLLOW, decimal
from aibrief_report.charts.wording import ENGLISH, Wording
from aibrief_report.model.charts import Chart, ChartKind, Point, Series

_KINDS: Mapping[ChartKind, str] = {
    "bar": "Bar chart",
    "grouped-bar": "Grouped bar chart",
    "stacked-bar": "Stacked bar chart",
    "horizontal-bar": "Bar chart",
    "line": "Line chart",
    "area": "Area chart",
    "scatter": "Scatter plot",
    "range-dot": "Range of figures by source",
    "dots": "Dot plot",
    "timeline": "Timeline",
    "vega": "Chart",
}
_LONG = {"period": 8, "quantity": 8, "category": 15}
"""How many points of a series are told one by one."""


def describe(chart: Chart, title: str = "", wording: Wording = ENGLISH) -> str:
    """Return a chart in plain English sentences: title, kind and unit, then the values of each series.

    Of a series with many points only its ends, its lowest and its highest value are told.
    """
    unit = ", ".join(part for part in (chart.y.title, chart.y.unit) if part)
    kind = _KINDS[chart.kind] + (f": {unit}" if unit and chart.kind != "timeline" else "")
    told = _TELLERS.get(chart.kind, _values)
    series = [told(chart, one, wording) for one in chart.series if one.points]
    return " ".join(_sentence(part) for part in (title, kind, *series) if part)


def _values(chart: Chart, series: Series, wording: Wording) -> str:
    """Return `China: 7.76 in 2023, 9.3 in 2024 (forecast)`."""
    if len(series.points) > _LONG[chart.x.kind]:
        return _run(chart, series, wording)
    return _headed(series.name, ", ".join(_at(chart, series, point, wording) for point in series.points))


def _run(chart: Chart, series: Series, wording: Wording) -> str:
    """Return `China: from 5 in 2010 to 76.5 in 2023, lowest 5 in 2010, highest 76.5 in 2023`."""
    held = [point for point in series.points if point.y is not None]
    if not held:
        return _headed(series.name, wording.missing)
    least = min(held, key=lambda one: decimal(one.y or ""))
    most = max(held, key=lambda one: decimal(one.y or ""))
    first, last, low, high = (_at(chart, series, one, wording) for one in (held[0], held[-1], least, most))
    gaps = len(series.points) - len(held)
    missing = f", {gaps} missing" if gaps else ""
    return _headed(series.name, f"from {first} to {last}, lowest {low}, highest {high}{missing}")


def _range(chart: Chart, series: Series, wording: Wording) -> str:
    """Return `China: 2 (CB Insights), 7.76 (AI Index)`, from the lowest to the highest."""
    held = sorted((one for one in series.points if one.y is not None), key=lambda one: decimal(one.y or ""))
    parts = [f"{value_text(chart, one, wording)} ({_source(one, wording)})" for one in held]
    return _headed(series.name, ", ".join(parts))


def _events(chart: Chart, series: Series, wording: Wording) -> str:
    """Return `China: 2017, Plan issued; 2030, Goal (target)`."""
    return _headed(series.name, "; ".join(_event(chart, one, wording) for one in series.points))


def _pairs(chart: Chart, series: Series, wording: Wording) -> str:
    """Return `OECD: Israel 54 and 150`, the value of `x` first."""
    return _headed(
        series.name,
        ", ".join(
            f"{'' if one.text == series.name else one.text} {x_text(chart, one.x, wording)} and "
            f"{value_text(chart, one, wording)}{_aside(one, wording)}".strip()
            for one in series.points
        ),
    )


_TELLERS: Mapping[ChartKind, Callable[[Chart, Series, Wording], str]] = {
    "range-dot": _range,
    "timeline": _events,
    "scatter": _pairs,
}


def _at(chart: Chart, series: Series, point: Point, wording: Wording) -> str:
    """Return `7.76 in 2023`, `India 1,350`, or the value only where the series' name is the category."""
    x, value = x_text(chart, point.x, wording), value_text(chart, point, wording)
    dated = chart.x.kind == "period" or x[:1].isdigit()
    told = f"{value} in {x}" if dated else f"{x} {value}"
    return (value if x == series.name else told) + _aside(point, wording)


def _event(chart: Chart, point: Point, wording: Wording) -> str:
    dates = f"{point.x}/{point.end}" if point.end else point.x
    return f"{x_text(chart, dates, wording)}, {point.text}{_aside(point, wording)}"


def _source(point: Point, wording: Wording) -> str:
    status = wording.of_status(point.status).lower() if point.status in HOLLOW else ""
    return ", ".join(part for part in (point.x, status) if part)


def _aside(point: Point, wording: Wording) -> str:
    return f" ({wording.of_status(point.status).lower()})" if point.status in HOLLOW else ""


def _headed(name: str, words: str) -> str:
    return f"{name}: {words}" if name else words


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."
