"""Which charts have a native form, and which function gives it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aibrief_report.charts.kinds.panels import GAP
from aibrief_report.charts.panels import columns_of, panel_sheet, panels_of
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.model.charts import Chart, ChartKind
from aibrief_report.render.docx.native.areas import native_areas, why_no_area
from aibrief_report.render.docx.native.bars import native_bars, native_lying_bars
from aibrief_report.render.docx.native.brush import Brush
from aibrief_report.render.docx.native.contests import native_contest
from aibrief_report.render.docx.native.lines import native_lines, why_no_line
from aibrief_report.render.docx.native.native import Native
from aibrief_report.render.docx.native.rows import native_rows
from aibrief_report.render.docx.native.scatters import native_dots_in_time, native_scatter
from aibrief_report.render.docx.native.stacks import native_stacks
from aibrief_report.render.docx.native.timelines import native_timeline, why_no_timeline

_SLACK = 0.5  # what charts in one line are narrower than it, so that rounding breaks none off
_FORMS: Mapping[ChartKind, Callable[[Brush], Native]] = {
    "bar": native_bars,
    "grouped-bar": native_bars,
    "horizontal-bar": native_lying_bars,
    "stacked-bar": native_stacks,
    "line": native_lines,
    "area": native_areas,
    "scatter": native_scatter,
    "range-dot": native_contest,
    "dots": lambda brush: native_rows(brush) if _is_named(brush.chart) else native_dots_in_time(brush),
    "timeline": native_timeline,
}
_REASONS: Mapping[ChartKind, Callable[[Chart], str]] = {
    "area": why_no_area,
    "line": why_no_line,
    "timeline": why_no_timeline,
    "vega": lambda _: "it is drawn by a Vega-Lite specification of its own",
}


def native_form(chart: Chart) -> bool:
    """Tell whether Word draws a chart itself; else it is shown as a picture."""
    return not why_not(chart)


def why_not(chart: Chart) -> str:
    """Return why Word cannot draw a chart itself, empty if it can."""
    reason = _REASONS.get(chart.kind)
    found = [reason(one.chart) for one in panels_of(chart)] if reason else []
    return next(filter(None, found), "")


def native_chart(chart: Chart, sheet: Sheet) -> Native | None:
    """Return a chart without panels in its native form, as wide as the sheet; `None` where it has none."""
    if not native_form(chart):
        return None
    return _FORMS[chart.kind](Brush(chart, sheet))


def native_charts(chart: Chart, sheet: Sheet) -> tuple[Native, ...]:
    """Return the native charts that show a chart: one, or one a panel; none where it has no native form."""
    if not native_form(chart):
        return ()
    panels = panels_of(chart)
    if len(panels) == 1:
        return (_FORMS[chart.kind](Brush(chart, sheet)),)
    columns = columns_of(len(panels), sheet.width, GAP)
    width = (sheet.width - GAP * (columns - 1)) / columns - _SLACK
    return tuple(_FORMS[chart.kind](Brush(one.chart, panel_sheet(sheet, one.name, width))) for one in panels)


def _is_named(chart: Chart) -> bool:
    return chart.x.kind == "category"
