"""From declared notes to notes of a chart: what they are about, found in the chart and its rows."""

from __future__ import annotations

from aibrief_report.errors import ChartError, Fault
from aibrief_report.inputs.brief import AnnotationEntry
from aibrief_report.ledger.periods import read_period
from aibrief_report.model.charts import Annotation, Chart
from aibrief_report.model.inlines import Inlines, NumberText
from aibrief_report.model.walk import plain, walk

_TIMED = ("line", "area", "timeline")
_MARKED = ("bar", "grouped-bar", "horizontal-bar", "line", "area", "scatter")


def annotation(chart: Chart, entry: AnnotationEntry, words: Inlines) -> Annotation:
    """Return a note with its words. Raises `ChartError` where a chart has no place for it."""
    if any(one.panel for one in chart.series):
        hint = "say it in the figure's note, or draw the panel as a chart of its own"
        raise ChartError(Fault("a chart of panels has no notes in it", hint=hint))
    if bool(entry.at) is bool(entry.row):
        hint = "give at: a period such as 2022-11 or 2020/2021, or row: the id of a row"
        raise ChartError(Fault(f"the note {plain(words)!r} does not say where it stands", hint=hint))
    numbers = tuple(one.number for one in walk(words) if isinstance(one, NumberText))
    if entry.row:
        key, x = _mark(chart, entry.row)
        return Annotation(plain(words), x, series=key, numbers=numbers)
    start, _, end = _period(chart, entry.at).partition("/")
    return Annotation(plain(words), start, end, numbers=numbers)


def _mark(chart: Chart, row: str) -> tuple[str, str]:
    """Return the series and the place of a row's mark."""
    found = next(
        ((one.key, point.x) for one in chart.series for point in one.points if point.row == row), None
    )
    if found is None:
        hint = "name the row of one of the chart's marks"
        raise ChartError(Fault(f"a note stands at {row}, which the chart does not show", hint=hint))
    if chart.kind not in _MARKED:
        hint = f"marks have notes in {', '.join(_MARKED)}"
        raise ChartError(Fault(f"a {chart.kind} chart has no notes at its marks", hint=hint))
    return found


def _period(chart: Chart, text: str) -> str:
    if chart.kind not in _TIMED or chart.x.kind != "period":
        hint = "give row: the id of the row whose mark the note is about"
        raise ChartError(Fault(f"a {chart.kind} chart has no time at which a note could stand", hint=hint))
    try:
        return read_period(text).text
    except ValueError as error:
        raise ChartError(Fault(f"a note stands at {text!r}: {error}")) from error
