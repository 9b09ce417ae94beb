"""The axis of values: light lines across the plot, their numbers in the brief's language, the unit above."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from aibrief_report.charts.parts.marks import Text
from aibrief_report.charts.parts.sheet import BOLD, Frame, Sheet
from aibrief_report.charts.parts.ticks import Ticks
from aibrief_report.model.charts import Axis

if TYPE_CHECKING:
    import altair as alt

GAP = 5.0
"""From an axis label to the plot."""


def caption(axis: Axis, full: bool = False) -> str:
    """Return what stands at an axis of values: its unit, else its title; with `full`, both.

    The figure's subtitle tells what is measured, so that the picture need not say it again.
    """
    if full:
        return ", ".join(part for part in (axis.title, axis.unit) if part)
    return axis.unit or axis.title


def caption_text(axis: Axis, frame: Frame, key: float, sheet: Sheet, full: bool = False) -> list[Text]:
    """Return the caption of a vertical axis of values, set level beneath a key that is `key` points high.

    Above a panel its name stands there, for the axis is the same in all.
    """
    y, colours = key - frame.top + sheet.size, sheet.theme.colours
    if sheet.panel:
        return [Text(-frame.left, y, sheet.panel, colours.ink, weight=BOLD)]
    words = caption(axis, full)
    return [Text(-frame.left, y, words, colours.muted)] if words else []


def caption_height(axis: Axis, sheet: Sheet) -> float:
    """Return the room that the caption takes above the plot."""
    return sheet.line * 1.3 if caption(axis) or sheet.panel else 0.0


def tick_width(ticks: Ticks, sheet: Sheet) -> float:
    """Return the room that the numbers of a vertical axis take beside the plot."""
    return max(sheet.measure(one) for one in ticks.labels(sheet.wording.language)) + GAP


def value_axis(ticks: Ticks, sheet: Sheet) -> alt.Axis:
    """Return an axis with a light line and a number at each tick."""
    import altair as alt

    numbers = [float(one) for one in ticks.values]
    return alt.Axis(
        values=numbers,
        tickCount=len(numbers),  # else Vega takes every other line out, as it sees fit
        grid=True,
        labelExpr=lookup(numbers, ticks.labels(sheet.wording.language)),
        labelPadding=GAP,
        labelColor=sheet.theme.colours.muted,
    )


def lookup(values: Sequence[float] | Sequence[str], labels: Sequence[str] | Sequence[tuple[str, ...]]) -> str:
    """Return a Vega expression that gives each value of an axis its label as we made it.

    Vega's number formats know one locale for a whole page; the labels of a brief follow the brief's language.
    """
    told = json.dumps([list(one) if isinstance(one, tuple) else one for one in labels], ensure_ascii=False)
    return f"{told}[indexof({json.dumps(list(values), ensure_ascii=False)}, datum.value)]"
