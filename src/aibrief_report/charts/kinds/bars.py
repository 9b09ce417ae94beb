"""Standing bars, single or in groups: from zero, each with its value above it where the values fit."""

from __future__ import annotations

from collections.abc import Sequence

from aibrief_report.charts.kinds.lying_bars import draw_lying_bars
from aibrief_report.charts.parts.axes import caption_height, caption_text, tick_width, value_axis
from aibrief_report.charts.parts.bands import Bands, bands, slots_of
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
from aibrief_report.charts.parts.notes import Wish, notes_of
from aibrief_report.charts.parts.picture import picture
from aibrief_report.charts.parts.points import Linear
from aibrief_report.charts.parts.sheet import Frame, Sheet
from aibrief_report.charts.parts.ticks import span, ticks
from aibrief_report.charts.values import Record, amounts, categories, decimal, marked, records
from aibrief_report.digest import Json
from aibrief_report.errors import ChartError, Fault
from aibrief_report.model.charts import Annotation, Chart

_HEIGHT = 118.0
_THICKEST = 54.0


def draw_bars(chart: Chart, sheet: Sheet) -> dict[str, Json]:
    """Return the specification of a `bar` or `grouped-bar` chart; where names are too long, of lying bars."""
    held, slots, count = records(chart, sheet), slots_of(chart), len(categories(chart))
    direct = labels_fit(bar_texts(chart, sheet), sheet, sheet.width / count / slots)
    marks = span(amounts(chart)) if direct else ticks(amounts(chart))
    left = 0.0 if direct else tick_width(marks, sheet)
    names, key = names_beneath(chart, sheet, (sheet.width - left) / count), bar_key(chart, sheet)
    if not names.fit:
        check_panel(sheet)
        return draw_lying_bars(chart, sheet)
    width = sheet.width - left - names.overhang
    layout = bands(width / count, slots, _THICKEST)
    up = Linear(marks.low, marks.high, sheet.tall(_HEIGHT), 0.0)
    notes = notes_of([_wish(chart, one, layout, up) for one in chart.annotations], width, sheet)
    frame = Frame(
        width=width,
        height=sheet.tall(_HEIGHT),
        left=left,
        right=names.overhang,
        top=key.height + caption_height(chart.y, sheet) + sheet.line + 2 + notes.height,
        bottom=names.tallest * sheet.line + 4 + _below_zero(held, sheet),
    )
    scales = BarScales(layout, names.order, tuple(one.name for one in chart.series), marks)
    axis = names.axis(beside=False, away=_below_zero(held, sheet))
    channels = scales.channels(axis, None if direct else value_axis(marks, sheet))
    layers = [
        *notes.behind(frame.height, sheet),
        *notes.words(),
        *bar_layers(channels, held),
        zero_line(lying=False, sheet=sheet),
        *(label_layers if direct else missing_layers)(channels, held, False, sheet),
        *key.layers(frame, sheet),
        *text_layers(caption_text(chart.y, frame, key.height, sheet)),
    ]
    return picture(layers, frame, sheet, held)


def _wish(chart: Chart, note: Annotation, layout: Bands, up: Linear) -> Wish:
    """Return where a note on a bar stands. Raises `ChartError` for one on anything else."""
    point, keys = marked(chart, note), [one.key for one in chart.series]
    slot = keys.index(note.series) if layout.slots > 1 else 0
    amid = (categories(chart).index(point.x) + 0.5) * layout.step
    x = amid + (slot - (layout.slots - 1) / 2) * layout.bar
    return Wish(note.text, x, x, up.at(max(0.0, float(decimal(point.y or "0")))))


def bar_texts(chart: Chart, sheet: Sheet) -> list[str]:
    """Return what stands at bars, those of other panels among them; empty text where nothing does."""
    points = [*(point for one in chart.series for point in one.points), *chart.extent]
    return [one.text or ("" if one.y is not None else sheet.wording.missing) for one in points]


def labels_fit(texts: Sequence[str], sheet: Sheet, room: float) -> bool:
    """Tell whether every mark has a text, and all are narrower than the room of one bar."""
    return all(texts) and all(sheet.measure(one) <= room for one in texts)


def check_panel(sheet: Sheet) -> None:
    """Raise `ChartError` where bars would have to lie in a panel."""
    if sheet.panel:
        hint = "give shorter labels, or draw one chart of lying bars"
        raise ChartError(Fault("the names of categories are too long for panels", hint=hint))


def _below_zero(held: list[Record], sheet: Sheet) -> float:
    """Return the room that values of negative bars take between the lowest bar and the names."""
    return sheet.line if any(isinstance(one["y"], float) and one["y"] < 0 for one in held) else 0.0
