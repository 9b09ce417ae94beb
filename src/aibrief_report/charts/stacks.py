"""Stacked bars: parts of a whole, lying, or standing where they are more than three points in time.

Values are drawn as they are given. Where every stack comes to 100 (shares, with what is left as a derived
part of its own) the scale ends at 100; nothing is scaled to it here, for a share that nobody derived has no source.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from aibrief_report.charts.axes import caption_height, caption_text, tick_width, value_axis
from aibrief_report.charts.bands import Bands, bands
from aibrief_report.charts.bar_marks import BarScales, zero_line
from aibrief_report.charts.key import Entry, key_of
from aibrief_report.charts.lying_bars import lying_caption
from aibrief_report.charts.marks import Text, text_layers, unscaled
from aibrief_report.charts.names import GAP, Names, names_beneath, names_beside
from aibrief_report.charts.picture import picture
from aibrief_report.charts.points import Linear
from aibrief_report.charts.sheet import BOLD, Frame, Sheet
from aibrief_report.charts.stack_parts import Part, are_shares, parts_of, top_of
from aibrief_report.charts.ticks import Ticks, ticks
from aibrief_report.charts.values import Record, categories, record
from aibrief_report.digest import Json
from aibrief_report.model.charts import Chart

if TYPE_CHECKING:
    import altair as alt

_FEW = 3  # points in time that may still lie
_STEP, _THICK = 34.0, 24.0  # of lying stacks
_HEIGHT, _WIDE = 150.0, 46.0  # of standing stacks
_INSET = 4.0  # the least room around a value inside its part


def draw_stacks(chart: Chart, sheet: Sheet) -> dict[str, Json]:
    """Return the specification of a `stacked-bar` chart. Raises `ChartError` for what cannot be stacked."""
    parts = parts_of(chart)
    standing = chart.x.kind == "period" and len(categories(chart)) > _FEW
    return (_standing if standing else _lying)(chart, parts, sheet)


def _lying(chart: Chart, parts: Sequence[Part], sheet: Sheet) -> dict[str, Json]:
    names = names_beside(chart, sheet)
    left = names.width + GAP
    marks = Ticks((Decimal(0), max(Decimal(100), top_of(parts)) if are_shares(parts) else top_of(parts)))
    across = Linear(0.0, marks.high, 0.0, sheet.width - left)
    inside = [_fits_across(part, across, sheet) for part in parts]
    heads = _heads(parts, names, across, sheet)
    key = key_of(() if heads else _entries(chart, parts, all(inside)), sheet)
    frame = Frame(
        width=sheet.width - left,
        height=_STEP * len(names.order),
        left=left,
        top=key.height + caption_height(chart.y, sheet) + (sheet.line if heads else 0.0),
        bottom=2.0,
    )
    layout = Bands(_STEP, 1, _THICK)
    middles = {x: (place + 0.5) * _STEP for place, x in enumerate(names.order)}
    values = [
        Text(across.at(float(part.low + part.high) / 2), middles[part.point.x] + sheet.size * 0.33,
             (part.point.text,), sheet.on(part.series.colour), align="center")
        for part, fits in zip(parts, inside, strict=True) if fits
    ]
    scales = BarScales(layout, names.order, (), marks, lying=True)
    channels = scales.channels(names.axis(beside=True), None)
    caption = [Text(0, one.y - (sheet.line if heads else 0.0), one.lines, one.colour) for one in lying_caption(chart, frame, sheet)]
    layers = [_bars(channels, lying=True, sheet=sheet), *key.layers(frame, sheet), *text_layers([*heads, *values, *caption])]
    return picture(layers, frame, sheet, _records(chart, parts, sheet))
