"""The kinds of charts by name: each has one function from chart and sheet to a Vega-Lite specification."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aibrief_report.charts.areas import draw_areas
from aibrief_report.charts.bars import draw_bars
from aibrief_report.charts.dots import draw_dots
from aibrief_report.charts.lines import draw_lines
from aibrief_report.charts.lying_bars import draw_lying_bars
from aibrief_report.charts.range_dot import draw_range_dots
from aibrief_report.charts.raw import draw_raw
from aibrief_report.charts.scatter import draw_scatter
from aibrief_report.charts.sheet import Sheet
from aibrief_report.charts.stacks import draw_stacks
from aibrief_report.charts.timeline import draw_timeline
from aibrief_report.charts.wording import ENGLISH, Wording
from aibrief_report.digest import Json
from aibrief_report.errors import ChartError, Fault
from aibrief_report.model.charts import Chart, ChartKind
from aibrief_report.theme.tokens import Theme

KINDS: Mapping[ChartKind, Callable[[Chart, Sheet], Mapping[str, Json]]] = {
    "bar": draw_bars,
    "grouped-bar": draw_bars,
    "horizontal-bar": draw_lying_bars,
    "stacked-bar": draw_stacks,
    "line": draw_lines,
    "area": draw_areas,
    "scatter": draw_scatter,
    "range-dot": draw_range_dots,
    "dots": draw_dots,
    "timeline": draw_timeline,
    "vega": draw_raw,
}


def vega_lite(chart: Chart, theme: Theme, width: float, wording: Wording = ENGLISH) -> Mapping[str, Json]:
    """Return the Vega-Lite specification of a chart `width` points wide, its data inline.

    Raises `ChartError` where the chart has no values, or a value is not of the form its axis needs.
    """
    if chart.kind != "vega" and not any(one.points for one in chart.series):
        raise ChartError(Fault("a chart has no values", hint="choose rows that exist, or take the chart out"))
    return KINDS[chart.kind](chart, Sheet(theme, width, wording))
