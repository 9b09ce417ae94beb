"""A chart's data as a table of text, for those who cannot see it and those who want its numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from aibrief_report.charts.periods import period_text
from aibrief_report.charts.values import decimal
from aibrief_report.charts.wording import ENGLISH, Wording, number_text
from aibrief_report.model.charts import Axis, Chart, ChartKind, Point, Series

Cells = tuple[str, ...]


class _Column(Struct, frozen=True):
    """A column: its heading, and how a mark's cell is read. `always` keeps it where all cells are empty."""

    heading: str
    read: Callable[[Series, Point], str]
    always: bool = False


def data_table(chart: Chart, wording: Wording = ENGLISH) -> tuple[Cells, tuple[Cells, ...]]:
    """Return the header and a row a mark, in the order of the marks; columns that say nothing are left out.

    The columns are, as far as they say anything: panel, series, name, category or period, value, end, status,
    note, and the id of the row behind the mark. A missing value says so.
    """
    marks = [(series, point) for series in chart.series for point in series.points]
    columns = [
        (one.heading, [one.read(*mark) for mark in marks])
        for one in _columns(chart, wording)
        if one.always or any(one.read(*mark) for mark in marks)
    ]
    rows = zip(*(cells for _, cells in columns), strict=True)
    return tuple(heading for heading, _ in columns), tuple(rows)


def value_text(chart: Chart, point: Point, wording: Wording) -> str:
    """Return a mark's value as printed, or its digits in the language's marks, or the word for none."""
    named = chart.kind in ("scatter", "timeline")
    if point.text and not named:
        return point.text
    if point.y is None:
        return wording.missing
    return number_text(decimal(point.y), wording.language)


def x_text(chart: Chart, x: str, wording: Wording) -> str:
    """Return a mark's `x` as printed: a period or number in the language's way, a category as it is."""
    if chart.x.kind == "quantity":
        return number_text(decimal(x), wording.language)
    return period_text(x, wording.language) if chart.x.kind == "period" else x


def _columns(chart: Chart, words: Wording) -> tuple[_Column, ...]:
    return (
        _Column(words.panel, lambda series, _: series.panel if series.panel != series.name else ""),
        _Column(words.series, lambda series, _: series.name if len(chart.series) > 1 else ""),
        *_OWN.get(chart.kind, _values)(chart, words),
        _Column(words.status, lambda _, point: words.of_status(point.status)),
        _Column(words.note, lambda _, point: point.detail),
        _Column(words.row, lambda _, point: point.row),
    )


def _scatter(chart: Chart, words: Wording) -> tuple[_Column, ...]:
    return (
        _Column(words.name, lambda _, point: point.text),
        _Column(_measured(chart.x, words), lambda _, point: x_text(chart, point.x, words), always=True),
        _Column(_measured(chart.y, words), lambda _, point: value_text(chart, point, words), always=True),
    )


def _events(chart: Chart, words: Wording) -> tuple[_Column, ...]:
    return (
        _Column(words.period, lambda _, point: x_text(chart, point.x, words), always=True),
        _Column(words.until, lambda _, point: x_text(chart, point.end, words) if point.end else ""),
        _Column(words.event, lambda _, point: point.text, always=True),
    )


def _values(chart: Chart, words: Wording) -> tuple[_Column, ...]:
    return (
        _Column(_category(chart, words), lambda _, point: x_text(chart, point.x, words), always=True),
        _Column(_measured(chart.y, words), lambda _, point: value_text(chart, point, words), always=True),
        _Column(words.until, lambda _, one: number_text(decimal(one.end), words.language) if one.end else ""),
    )


def _category(chart: Chart, words: Wording) -> str:
    kind = words.source if chart.kind == "range-dot" else words.category
    return chart.x.title or (words.period if chart.x.kind == "period" else kind)


def _measured(axis: Axis, words: Wording) -> str:
    title = axis.title or words.value
    return f"{title} ({axis.unit})" if axis.unit else title


_OWN: Mapping[ChartKind, Callable[[Chart, Wording], tuple[_Column, ...]]] = {
    "scatter": _scatter,
    "timeline": _events,
}
