"""Lying stacks: parts of a whole from left to right, named above the first stack where the names fit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from aibrief_report.charts.parts.axes import caption, caption_height
from aibrief_report.charts.parts.bands import Bands
from aibrief_report.charts.parts.bar_marks import BarScales
from aibrief_report.charts.parts.marks import Text, text_layers
from aibrief_report.charts.parts.names import GAP, Names, names_beside
from aibrief_report.charts.parts.picture import picture
from aibrief_report.charts.parts.points import Linear
from aibrief_report.charts.parts.sheet import BOLD, Frame, Sheet
from aibrief_report.charts.parts.stack_marks import part_colour, stack_key, stack_layers, stack_records
from aibrief_report.charts.parts.stack_parts import Part, are_shares, missing_stacks, parts_of, top_of
from aibrief_report.charts.parts.ticks import Ticks
from aibrief_report.digest import Json
from aibrief_report.model.charts import Chart

_STEP, _THICK = 34.0, 25.0
_INSET = 4.0  # the least room around a value inside its part


def draw_lying_stacks(chart: Chart, sheet: Sheet) -> dict[str, Json]:
    """Return the specification of lying stacks. Raises `ChartError` for what cannot be stacked."""
    parts, names = parts_of(chart), names_beside(chart, sheet)
    top = max(Decimal(100), top_of(parts)) if are_shares(parts) else top_of(parts)
    left = names.width + GAP
    across = Linear(0.0, float(top), 0.0, sheet.width - left)
    values, heads = _values(parts, names, across, sheet), _heads(chart, parts, names, across, sheet)
    told = len(values) == len(parts) or len(names.order) > 1
    key = stack_key(chart, sheet, named=bool(heads), with_values=not told)
    frame = Frame(
        width=sheet.width - left,
        height=_STEP * len(names.order),
        left=left,
        top=key.height + caption_height(chart.y, sheet) + (sheet.line if heads else 0.0),
        bottom=2.0,
    )
    scales = BarScales(Bands(_STEP, 1, _THICK), names.order, (), Ticks((Decimal(0), top)), lying=True)
    channels = scales.channels(names.axis(beside=True), None)
    unit = Text(0, key.height - frame.top + sheet.size, caption(chart.y), sheet.theme.colours.muted)
    held, gaps = stack_records(chart, parts, sheet), _gaps(chart, names, sheet)
    layers = [
        *stack_layers(channels, held, lying=True, sheet=sheet),
        *key.layers(frame, sheet),
        *text_layers([*heads, *values, *gaps, *([unit] if unit.text else [])]),
    ]
    return picture(layers, frame, sheet, held)


def _values(parts: Sequence[Part], names: Names, across: Linear, sheet: Sheet) -> list[Text]:
    """Return the values that fit inside their parts."""
    return [
        Text(
            (across.at(float(part.low)) + across.at(float(part.high))) / 2,
            (names.order.index(part.point.x) + 0.5) * _STEP + sheet.size * 0.33,
            part.point.text,
            part_colour(part, sheet),
            align="center",
        )
        for part in parts
        if part.point.text and sheet.measure(part.point.text) + _INSET <= _length(part, across)
    ]


def _heads(chart: Chart, parts: Sequence[Part], names: Names, across: Linear, sheet: Sheet) -> list[Text]:
    """Return the parts' names above the first stack; none where a name is longer than its part."""
    first = [part for part in parts if part.point.x == names.order[0]]
    whole = {part.series.key for part in parts} == {part.series.key for part in first}
    if not whole or any(sheet.measure(one.series.name, BOLD) > _length(one, across) for one in first):
        return []
    y = (_STEP - _THICK) / 2 - sheet.size * 0.4
    return [
        Text(
            across.at(float(one.low)),
            y,
            one.series.name,
            sheet.name_colour(one.series.colour, chart),
            weight=BOLD,
        )
        for one in first
    ]


def _gaps(chart: Chart, names: Names, sheet: Sheet) -> list[Text]:
    """Return a word where each stack begins that is missing."""
    muted, word = sheet.theme.colours.muted, sheet.wording.missing
    return [
        Text(_INSET, (names.order.index(x) + 0.5) * _STEP + sheet.size * 0.33, word, muted)
        for x in missing_stacks(chart)
    ]


def _length(part: Part, across: Linear) -> float:
    return across.at(float(part.high)) - across.at(float(part.low))
