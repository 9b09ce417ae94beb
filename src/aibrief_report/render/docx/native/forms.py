"""Which charts have a native form, and which function gives it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.model.charts import Chart, ChartKind
from aibrief_report.render.docx.native.areas import native_areas, why_no_area
from aibrief_report.render.docx.native.bars import native_bars, native_lying_bars
from aibrief_report.render.docx.native.brush import Brush
from aibrief_report.render.docx.native.lines import native_lines
from aibrief_report.render.docx.native.native import Native
from aibrief_report.render.docx.native.rows import native_contest, native_rows
from aibrief_report.render.docx.native.scatters import native_dots_in_time, native_scatter
from aibrief_report.render.docx.native.stacks import native_stacks

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
}
_NONE: Mapping[ChartKind, str] = {
    "timeline": "Word has no chart of events with words in lanes",
    "vega": "it is drawn by a Vega-Lite specification of its own",
}


def native_form(chart: Chart) -> bool:
    """Tell whether Word draws a chart itself; else it is shown as a picture."""
    return not why_not(chart)


def why_not(chart: Chart) -> str:
    """Return why Word cannot draw a chart itself, empty if it can."""
    return why_no_area(chart) if chart.kind == "area" else _NONE.get(chart.kind, "")


def native_chart(chart: Chart, sheet: Sheet) -> Native | None:
    """Return a chart in its native form, as wide as the sheet; `None` where it has none."""
    if not native_form(chart):
        return None
    return _FORMS[chart.kind](Brush(chart, sheet))


def _is_named(chart: Chart) -> bool:
    return chart.x.kind == "category"
