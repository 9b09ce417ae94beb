"""The alt text of a chart whose author wrote none: the finding, then its values, of long series the run."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aibrief_report.charts.periods import period_text
from aibrief_report.charts.table import value_text, x_text
from aibrief_report.charts.values import HOLLOW, decimal
from aibrief_report.charts.wording import ENGLISH, Wording
from aibrief_report.model.charts import Annotation, Chart, ChartKind, Point, Series

_KINDS: Mapping[ChartKind, str] = {
    "bar": "bar",
    "grouped-bar": "grouped_bar",
    "stacked-bar": "stacked_bar",
    "horizontal-bar": "bar",
    "line": "line",
    "area": "area",
    "scatter": "scatter",
    "range-dot": "range_dot",
    "dots": "dots",
    "timeline": "timeline",
    "vega": "chart",
}
LONG = {"period": 8, "quantity": 8, "category": 15}
"""How many points of a series are told one by one."""


def describe(chart: Chart, title: str = "", wording: Wording = ENGLISH) -> str:
    """Return a chart in plain sentences: title, kind and unit, the values of each series, and its notes.

    Of a series with many points only its ends, its lowest and its highest value are told.
    """
    unit = wording.comma.join(part for part in (chart.y.title, chart.y.unit) if part)
    kind = getattr(wording, _KINDS[chart.kind])
    kind = wording.panels.format(kind=kind) if any(one.panel for one in chart.series) else kind
    kind += f"{wording.colon}{unit}" if unit and chart.kind != "timeline" else ""
    told = _TELLERS.get(chart.kind, _values)
    series = [told(chart, one, wording) for one in chart.series if one.points]
    notes = wording.semicolon.join(_note(one, wording) for one in chart.annotations)
    marked = wording.marked.format(notes=notes) if notes else ""
    return "".join(_sentence(part, wording) for part in (title, kind, *series, marked) if part).strip()


def _values(chart: Chart, series: Series, wording: Wording) -> str:
    """Return `China: 7.76 in 2023, 9.3 in 2024 (forecast)`."""
    if len(series.points) > LONG[chart.x.kind]:
        return _run(chart, series, wording)
    told = (_at(chart, series, point, wording) for point in series.points)
    return _headed(series, wording.comma.join(told), wording)


def _run(chart: Chart, series: Series, wording: Wording) -> str:
    """Return `China: from 5 in 2010 to 76.5 in 2023, lowest 5 in 2010, highest 76.5 in 2023`."""
    held = [point for point in series.points if point.y is not None]
    if not held:
        return _headed(series, wording.missing, wording)
    least = min(held, key=lambda one: decimal(one.y or ""))
    most = max(held, key=lambda one: decimal(one.y or ""))
    first, last, low, high = (_at(chart, series, one, wording) for one in (held[0], held[-1], least, most))
    gaps = len(series.points) - len(held)
    run = wording.run.format(first=first, last=last, low=low, high=high)
    missing = wording.gaps.format(count=gaps) if gaps else ""
    return _headed(series, wording.comma.join(filter(None, (run, missing))), wording)


def _range(chart: Chart, series: Series, wording: Wording) -> str:
    """Return `China: 2 (CB Insights), 7.76 (AI Index)`, from the lowest to the highest."""
    held = sorted((one for one in series.points if one.y is not None), key=lambda one: decimal(one.y or ""))
    gone = [one for one in series.points if one.y is None]
    parts = [f"{value_text(chart, one, wording)} ({_source(one, wording)})" for one in (*held, *gone)]
    return _headed(series, wording.comma.join(parts), wording)


def _events(chart: Chart, series: Series, wording: Wording) -> str:
    """Return `China: 2017, Plan issued; 2030, Goal (target)`."""
    told = (_event(chart, one, wording) for one in series.points)
    return _headed(series, wording.semicolon.join(told), wording)


def _pairs(chart: Chart, series: Series, wording: Wording) -> str:
    """Return `OECD: Israel 54 and 150`, the value of `x` first."""
    return _headed(
        series, wording.comma.join(_pair(chart, series, one, wording) for one in series.points), wording
    )


def _pair(chart: Chart, series: Series, point: Point, wording: Wording) -> str:
    name = "" if point.text == series.name else f"{point.text} "
    values = wording.pair.format(x=x_text(chart, point.x, wording), y=value_text(chart, point, wording))
    return f"{name}{values}{_aside(point, wording)}"


_TELLERS: Mapping[ChartKind, Callable[[Chart, Series, Wording], str]] = {
    "range-dot": _range,
    "timeline": _events,
    "scatter": _pairs,
}


def _at(chart: Chart, series: Series, point: Point, wording: Wording) -> str:
    """Return `7.76 in 2023`, `India 1,350`, or the value only where the series' name is the category."""
    x, value = x_text(chart, point.x, wording), value_text(chart, point, wording)
    dated = chart.x.kind == "period" or x[:1].isdigit()
    told = wording.at.format(value=value, x=x) if dated else f"{x} {value}"
    return (value if x == series.name else told) + _aside(point, wording)


def _event(chart: Chart, point: Point, wording: Wording) -> str:
    dates = f"{point.x}/{point.end}" if point.end else point.x
    return f"{x_text(chart, dates, wording)}{wording.comma}{point.text}{_aside(point, wording)}"


def _note(note: Annotation, wording: Wording) -> str:
    """Return `2022, ChatGPT`; of a note on a mark, which is told already, its words."""
    dates = f"{note.x}/{note.end}" if note.end else note.x
    return note.text if note.series else f"{period_text(dates, wording.language)}{wording.comma}{note.text}"


def _source(point: Point, wording: Wording) -> str:
    status = wording.of_status(point.status).lower() if point.status in HOLLOW else ""
    return wording.comma.join(part for part in (point.x, status) if part)


def _aside(point: Point, wording: Wording) -> str:
    return f" ({wording.of_status(point.status).lower()})" if point.status in HOLLOW else ""


def _headed(series: Series, words: str, wording: Wording) -> str:
    names = dict.fromkeys(name for name in (series.panel, series.name) if name)
    return f"{wording.comma.join(names)}{wording.colon}{words}" if names else words


def _sentence(words: str, wording: Wording) -> str:
    """Return words that end as a sentence does, and what stands before the next."""
    if words.endswith((".", "!", "?", "。")):
        return words + " " * wording.stop.endswith(" ")
    return words + wording.stop
