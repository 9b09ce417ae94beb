"""AB303: a chart with more colours than a reader can tell apart."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.checks.rule import Rule
from aibrief_report.model.blocks import Figure
from aibrief_report.model.charts import Chart
from aibrief_report.model.walk import walk

MOST_COLOURS = 6
"""More colours than these cannot be told apart by every reader, nor in greyscale."""

_NAMED = ("bar", "horizontal-bar", "dots")
"""Kinds that write the name of a category beside its mark."""


def find(material: Material) -> Iterator[Finding]:
    """Yield each chart with too many series."""
    for node in walk(material.document.blocks):
        if not isinstance(node, Figure) or not isinstance(node.content, Chart):
            continue
        count, key = len(node.content.series), node.anchor.removeprefix("fig-")
        if count > MOST_COLOURS and not _is_named_by_place(node.content):
            place = material.source.place("charts", key)
            hint = "draw fewer series, put the rest together, or draw several charts"
            yield Finding(
                f"the chart {key} has {count} colours, one a series", place, hint, "", (node.anchor, key)
            )


def _is_named_by_place(chart: Chart) -> bool:
    """Return whether each colour is one mark whose name stands beside it, or the author chose the colours."""
    alone = all(len(series.points) == 1 for series in chart.series)
    return chart.kind == "vega" or (chart.kind in _NAMED and alone)


RULE = Rule(
    code="AB303",
    name="too-many-colours",
    severity="warning",
    title="Too many colours in a chart",
    what=(
        f"A chart with more than {MOST_COLOURS} series, each of which has a colour of its own. Single "
        "bars and dots with their names beside them are let pass."
    ),
    why="Nobody finds the seventh colour in a legend; readers with a colour deficiency lose track earlier.",
    bad="A line chart of eight countries.",
    good="The two countries that the text is about, and a line for the rest.",
    mend="Leave out series that the text does not speak of, or make a table of them.",
    accept="Every series is labelled where it ends, and the colours only help.",
    find=find,
)
