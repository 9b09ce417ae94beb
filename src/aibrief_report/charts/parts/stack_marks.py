"""The marks of stacks, standing or lying, and the key of their parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from aibrief_report.charts.parts.key import Entry
from aibrief_report.charts.parts.marks import told
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.parts.stack_parts import Part
from aibrief_report.charts.values import Record, record
from aibrief_report.model.charts import Chart

if TYPE_CHECKING:
    import altair as alt


def stack_records(chart: Chart, parts: Sequence[Part], sheet: Sheet) -> list[Record]:
    """Return a record a part; it lies between `low` and `high`."""
    return [
        record(chart, part.series, part.point, sheet) | {"low": float(part.low), "high": float(part.high)}
        for part in parts
    ]


def stack_layer(channels: dict[str, Any], lying: bool, sheet: Sheet) -> alt.Chart:
    """Return the layer of parts, a thin line of paper between them. `channels` are those of bars."""
    import altair as alt

    value, end = ("x", "x2") if lying else ("y", "y2")
    ends = {value: _from(channels[value]), end: (alt.X2 if lying else alt.Y2)("high")}
    mark = alt.Chart().mark_bar(stroke=sheet.theme.colours.paper, strokeWidth=0.75)
    return told(mark, channels | ends)


def part_entries(chart: Chart, with_values: bool) -> list[Entry]:
    """Return a key entry for each part, in their order; of a single stack it may tell the values as well."""
    return [
        Entry(f"{one.name} {one.points[0].text}".strip() if with_values else one.name, one.colour)
        for one in chart.series
        if one.points
    ]


def _from(channel: Any) -> Any:
    """Return the channel of values, reading where a part begins."""
    found = channel.copy()
    found.shorthand = "low:Q"
    return found
