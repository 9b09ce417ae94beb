"""The kinds of charts by name: each has one function from chart and sheet to a Vega-Lite specification."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aibrief_report.charts.kinds.areas import draw_areas
from aibrief_report.charts.kinds.bars import draw_bars
from aibrief_report.charts.kinds.dots import draw_dots
from aibrief_report.charts.kinds.lines import draw_lines
from aibrief_report.charts.kinds.lying_bars import draw_lying_bars
from aibrief_report.charts.kinds.panels import draw_panels
from aibrief_report.charts.kinds.range_dot import draw_range_dots
from aibrief_report.charts.kinds.raw import draw_raw
from aibrief_report.charts.kinds.scatter import draw_scatter
from aibrief_report.charts.kinds.stacks import draw_stacks
from aibrief_report.charts.kinds.timeline import draw_timeline
from aibrief_report.charts.panels import panels_of
from aibrief_report.charts.parts.sheet import Sheet
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
    if chart.kind == "vega":
        return draw_raw(chart, Sheet(theme, width, wording))
    from altair.utils.schemapi import debug_mode  # here: Altair takes 0.4 s to import

    # Altair's own switch for programs whose specifications are known to be right.
    with debug_mode(False):
        sheet, draw = Sheet(theme, width, wording), KINDS[chart.kind]
        return draw(chart, sheet) if len(panels_of(chart)) == 1 else draw_panels(chart, sheet, draw)
