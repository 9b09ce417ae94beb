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
from aibrief_report.charts.values import Record, amounts, categories, decimal, marked, records
from aibrief_report.digest import Json
from aibrief_report.model.charts import Chart, Point, Series

_THICKEST = 15.0
_SIDE = 1.5  # what the last digit of a value may reach beyond its measure
BEFORE_NOTE = "  "
"""What stands between a value and the note on it."""
_STEP = 22.0  # of a line with one bar
_WIDEST = 0.2  # the part of the picture that a series' name may take beside its bar


def draw_lying_bars(chart: Chart, sheet: Sheet) -> dict[str, Json]:
    """Return the specification of a `horizontal-bar` chart."""
    named = bars_name_series(chart, sheet)
    held, names = told_records(chart, sheet, named), names_beside(chart, sheet)
    direct = all(one["text"] for one in held)
    marks = span(amounts(chart)) if direct else ticks(amounts(chart), wanted=5)
    layout, key = lines_of(names, slots_of(chart), sheet), bar_key(chart, sheet, named)
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


def bars_name_series(chart: Chart, sheet: Sheet) -> bool:
    """Tell whether the bars of the first category can say whose they are, so that no key needs to."""
    first = [point for _, point in _firsts(chart)]
    told = all(point.text and point.y is not None and decimal(point.y) >= 0 for point in first)
    wide = max((sheet.measure(one.name) for one in chart.series), default=0.0)
    return slots_of(chart) > 1 and told and len(first) == len(chart.series) and wide <= sheet.width * _WIDEST


def told_records(chart: Chart, sheet: Sheet, named: bool) -> list[Record]:
    """Return the records of all marks; `named`, those of the first category say whose they are.

    What a note says of a bar stands behind its value.
    """
    names = {(one.name, point.x) for one, point in _firsts(chart)} if named else set()
    notes = bar_notes(chart)
    marks = [(one.key, point.x) for one in chart.series for point in one.points]
    return [
        one | {"text": _joined(one, (one["series"], one["x"]) in names, notes.get(mark, ""))}
        for one, mark in zip(records(chart, sheet), marks, strict=True)
    ]


def bar_notes(chart: Chart) -> dict[tuple[str, str], str]:
    """Return the words of notes on bars, by the series' key and the category.

    Raises `ChartError` for notes on anything else.
    """
    return {(one.series, marked(chart, one).x): one.text for one in chart.annotations}


def _joined(one: Record, named: bool, note: str) -> str:
    """Return the words at the end of a bar: whose it is, its value, and a note on it."""
    head = f"{one['series']} " if named else ""
    return f"{head}{one['text']}{BEFORE_NOTE if note else ''}{note}"


def _firsts(chart: Chart) -> list[tuple[Series, Point]]:
    """Return the marks of the first category, each with its series."""
    first = categories(chart)[0]
    return [(one, point) for one in chart.series for point in one.points if point.x == first]


def _room(held: list[Record], sheet: Sheet) -> float:
    return max((sheet.measure(str(one["text"])) + LABEL_GAP + _SIDE for one in held), default=0.0)


def _negative(one: Record) -> bool:
    return isinstance(one["y"], float) and one["y"] < 0
