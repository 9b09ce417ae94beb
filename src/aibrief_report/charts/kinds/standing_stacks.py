"""Standing stacks: parts of a whole at many points in time, from zero, with their axis of values."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from aibrief_report.charts.parts.axes import caption_height, caption_text, tick_width, value_axis
from aibrief_report.charts.parts.bands import bands
from aibrief_report.charts.parts.bar_marks import BarScales, zero_line
from aibrief_report.charts.parts.marks import Text, text_layers
from aibrief_report.charts.parts.names import Names, names_beneath
from aibrief_report.charts.parts.picture import picture
from aibrief_report.charts.parts.points import Linear
from aibrief_report.charts.parts.sheet import Frame, Sheet
from aibrief_report.charts.parts.stack_marks import part_colour, stack_key, stack_layers, stack_records
from aibrief_report.charts.parts.stack_parts import Part, are_shares, missing_stacks, parts_of, top_of
from aibrief_report.charts.parts.ticks import ticks
from aibrief_report.charts.values import categories
from aibrief_report.digest import Json
from aibrief_report.model.charts import Chart

_HEIGHT, _WIDEST = 128.0, 46.0


def draw_standing_stacks(chart: Chart, sheet: Sheet) -> dict[str, Json]:
    """Return the specification of standing stacks. Raises `ChartError` for what cannot be stacked."""
    parts = parts_of(chart)
    marks = ticks([Decimal(100) if are_shares(parts) else top_of(parts)])
    left = tick_width(marks, sheet)
    count = len(categories(chart))
    names = names_beneath(chart, sheet, (sheet.width - left) / count)
    key = stack_key(chart, sheet)
    frame = Frame(
        width=sheet.width - left - names.overhang,
        height=_HEIGHT,
        left=left,
        right=names.overhang,
        top=key.height + caption_height(chart.y, sheet) + sheet.size,
        bottom=names.tallest * sheet.line + 4,
    )
    layout = bands(frame.width / count, 1, _WIDEST)
    up = Linear(marks.low, marks.high, _HEIGHT, 0.0)
    channels = BarScales(layout, names.order, (), marks).channels(names.axis(False), value_axis(marks, sheet))
    texts = [
        *caption_text(chart.y, frame, key.height, sheet),
        *_values(parts, names, up, layout.step, layout.bar, sheet),
        *_gaps(chart, names, layout.step, sheet),
    ]
    held = stack_records(chart, parts, sheet)
    layers = [
        *stack_layers(channels, held, lying=False, sheet=sheet),
        zero_line(lying=False, sheet=sheet),
        *key.layers(frame, sheet),
        *text_layers(texts),
    ]
    return picture(layers, frame, sheet, held)


def _values(
    parts: Sequence[Part], names: Names, up: Linear, step: float, bar: float, sheet: Sheet
) -> list[Text]:
    """Return the values inside their parts, if all are narrower than a bar; low parts carry none."""
    if any(sheet.measure(part.point.text) > bar for part in parts):
        return []
    return [
        Text(
            (names.order.index(part.point.x) + 0.5) * step,
            up.at(float(part.low + part.high) / 2) + sheet.size * 0.33,
            part.point.text,
            part_colour(part, sheet),
            align="center",
        )
        for part in parts
        if part.point.text and up.at(float(part.low)) - up.at(float(part.high)) > sheet.line
    ]


def _gaps(chart: Chart, names: Names, step: float, sheet: Sheet) -> list[Text]:
    """Return a word at the foot of each stack that is missing."""
    muted, word = sheet.theme.colours.muted, sheet.wording.missing
    return [
        Text((names.order.index(x) + 0.5) * step, _HEIGHT - 3.0, word, muted, align="center")
        for x in missing_stacks(chart)
    ]
