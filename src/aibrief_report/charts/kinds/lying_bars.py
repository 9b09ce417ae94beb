"""Lying bars, for names that need room: each category on a line of its own, its value at the bar's end."""

from __future__ import annotations

from aibrief_report.charts.parts.axes import caption, caption_height, value_axis
from aibrief_report.charts.parts.bands import Bands, bands, slots_of
from aibrief_report.charts.parts.bar_marks import (
    LABEL_GAP,
    BarScales,
    bar_key,
    bar_layers,
    label_layers,
    missing_layers,
    zero_line,
)
from aibrief_report.charts.parts.key import Key
from aibrief_report.charts.parts.marks import Text, text_layers
from aibrief_report.charts.parts.names import GAP, Names, names_beside
from aibrief_report.charts.parts.picture import picture
from aibrief_report.charts.parts.sheet import Frame, Sheet
from aibrief_report.charts.parts.ticks import span, ticks
from aibrief_report.charts.values import Record, amounts, records
from aibrief_report.digest import Json
from aibrief_report.model.charts import Chart

_THICKEST = 15.0
_STEP = 22.0  # of a line with one bar


def draw_lying_bars(chart: Chart, sheet: Sheet) -> dict[str, Json]:
    """Return the specification of a `horizontal-bar` chart."""
    held, names = records(chart, sheet), names_beside(chart, sheet)
    direct = all(one["text"] for one in held)
    marks = span(amounts(chart)) if direct else ticks(amounts(chart), wanted=5)
    layout, key = lines_of(names, slots_of(chart), sheet), bar_key(chart, sheet)
    frame = _frame(chart, names, layout, key, held if direct else [], sheet)
    away = frame.left - names.width - GAP
    scales = BarScales(layout, names.order, tuple(one.name for one in chart.series), marks, lying=True)
    channels = scales.channels(names.axis(True, away), None if direct else value_axis(marks, sheet))
    layers = [
        *bar_layers(channels, held),
        zero_line(lying=True, sheet=sheet),
        *(label_layers if direct else missing_layers)(channels, held, True, sheet),
        *key.layers(frame, sheet),
        *text_layers(lying_caption(chart, frame, sheet)),
    ]
    return picture(layers, frame, sheet, held)


def lines_of(names: Names, slots: int, sheet: Sheet) -> Bands:
    """Return the bands of lying bars: as tall as the bars or the names need."""
    return bands(max(_STEP, slots * 13 + 8, names.tallest * sheet.line + 4), slots, _THICKEST)


def lying_caption(chart: Chart, frame: Frame, sheet: Sheet) -> list[Text]:
    """Return the caption of a lying axis of values, set above the plot where its line of zero may stand."""
    words = caption(chart.y)
    return [Text(0, -sheet.line * 0.5, words, sheet.theme.colours.muted)] if words else []


def _frame(chart: Chart, names: Names, layout: Bands, key: Key, told: list[Record], sheet: Sheet) -> Frame:
    """Return the frame; `told` are the marks whose texts need room at the bars' ends."""
    left = names.width + GAP + _room([one for one in told if _negative(one)], sheet)
    right = max(_room([one for one in told if not _negative(one)], sheet), sheet.size)
    return Frame(
        width=sheet.width - left - right,
        height=layout.step * len(names.order),
        left=left,
        right=right,
        top=key.height + caption_height(chart.y, sheet),
        bottom=2.0 if told else sheet.line + 4,
    )


def _room(held: list[Record], sheet: Sheet) -> float:
    return max((sheet.measure(str(one["text"])) + LABEL_GAP for one in held), default=0.0)


def _negative(one: Record) -> bool:
    return isinstance(one["y"], float) and one["y"] < 0
