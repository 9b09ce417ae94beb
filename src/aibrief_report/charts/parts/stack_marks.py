"""The marks of stacks, standing or lying, and the key of their parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from aibrief_report.charts.parts.bar_marks import bar_layers
from aibrief_report.charts.parts.key import Entry, Key, key_of, status_entries
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.parts.stack_parts import Part
from aibrief_report.charts.values import HOLLOW, Record, record
from aibrief_report.model.charts import Chart

if TYPE_CHECKING:
    import altair as alt


def stack_records(chart: Chart, parts: Sequence[Part], sheet: Sheet) -> list[Record]:
    """Return a record a part; it lies between `low` and `high`."""
    return [
        record(chart, part.series, part.point, sheet) | {"low": float(part.low), "high": float(part.high)}
        for part in parts
    ]


def stack_layers(channels: dict[str, Any], held: list[Record], lying: bool, sheet: Sheet) -> list[alt.Chart]:
    """Return the layers of parts, a thin line of paper between them; what is not counted yet is hollow.

    `channels` are those of bars.
    """
    import altair as alt

    value, end = ("x", "x2") if lying else ("y", "y2")
    ends = {value: _from(channels[value]), end: (alt.X2 if lying else alt.Y2)("high")}
    return bar_layers(channels | ends, held, edge=sheet.theme.colours.paper)


def stack_key(chart: Chart, sheet: Sheet, named: bool = False, with_values: bool = False) -> Key:
    """Return the key of stacks: parts unless these are `named`, then hollow parts and missing stacks."""
    entries = [] if named else part_entries(chart, with_values)
    return key_of([*entries, *status_entries(chart, sheet)], sheet)


def part_colour(part: Part, sheet: Sheet) -> str:
    """Return the colour of words inside a part."""
    return sheet.theme.colours.ink if part.point.status in HOLLOW else sheet.on(part.series.colour)


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
