"""Which charts have a native form, and which function gives it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aibrief_report.model.charts import Chart, ChartKind
from aibrief_report.render.docx.native.bars import native_bars, native_lying_bars
from aibrief_report.render.docx.native.brush import Brush
from aibrief_report.render.docx.native.native import Native
from aibrief_report.render.docx.native.stacks import native_stacks

_FORMS: Mapping[ChartKind, Callable[[Brush], Native]] = {
    "bar": native_bars,
    "grouped-bar": native_bars,
    "horizontal-bar": native_lying_bars,
    "stacked-bar": native_stacks,
}
