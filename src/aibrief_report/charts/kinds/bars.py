"""Standing bars, single or in groups: from zero, each with its value above it where the values fit."""

from __future__ import annotations

from aibrief_report.charts.kinds.lying_bars import draw_lying_bars
from aibrief_report.charts.parts.axes import caption_height, caption_text, tick_width, value_axis
from aibrief_report.charts.parts.bands import bands, slots_of
from aibrief_report.charts.parts.bar_marks import (
    BarScales,
    bar_key,
    bar_layers,
    label_layers,
    missing_layers,
    zero_line,
)
from aibrief_report.charts.parts.marks import text_layers
from aibrief_report.charts.parts.names import names_beneath
from aibrief_report.charts.parts.picture import picture
from aibrief_report.charts.parts.sheet import Frame, Sheet
from aibrief_report.charts.parts.ticks import span, ticks
from aibrief_report.charts.values import Record, amounts, categories, records
from aibrief_report.digest import Json
from aibrief_report.model.charts import Chart

_HEIGHT = 118.0
_THICKEST = 54.0


def draw_bars(chart: Chart, sheet: Sheet) -> dict[str, Json]:
    """Return the specification of a `bar` or `grouped-bar` chart; where names are too long, of lying bars."""
    held, slots, count = records(chart, sheet), slots_of(chart), len(categories(chart))
    direct = labels_fit(held, sheet, sheet.width / count / slots)
    marks = span(amounts(chart)) if direct else ticks(amounts(chart))
    left = 0.0 if direct else tick_width(marks, sheet)
    names, key = names_beneath(chart, sheet, (sheet.width - left) / count), bar_key(chart, sheet)
    if not names.fit:
        return draw_lying_bars(chart, sheet)
    frame = Frame(
        width=sheet.width - left - names.overhang,
        height=_HEIGHT,
        left=left,
        right=names.overhang,
        top=key.height + caption_height(chart.y, sheet) + sheet.line + 2,
        bottom=names.tallest * sheet.line + 4 + _below_zero(held, sheet),
    )
    layout = bands(frame.width / count, slots, _THICKEST)
    scales = BarScales(layout, names.order, tuple(one.name for one in chart.series), marks)
    axis = names.axis(beside=False, away=_below_zero(held, sheet))
    channels = scales.channels(axis, None if direct else value_axis(marks, sheet))
    layers = [
        *bar_layers(channels, held),
        zero_line(lying=False, sheet=sheet),
        *(label_layers if direct else missing_layers)(channels, held, False, sheet),
        *key.layers(frame, sheet),
        *text_layers(caption_text(chart.y, frame, key.height, sheet)),
    ]
    return picture(layers, frame, sheet, held)


def labels_fit(held: list[Record], sheet: Sheet, room: float) -> bool:
    """Tell whether every mark has a text, and all are narrower than the room of one bar."""
    texts = [str(one["text"]) for one in held]
    return all(texts) and all(sheet.measure(one) <= room for one in texts)


def _below_zero(held: list[Record], sheet: Sheet) -> float:
    """Return the room that values of negative bars take between the lowest bar and the names."""
    return sheet.line if any(isinstance(one["y"], float) and one["y"] < 0 for one in held) else 0.0
