"""AB304: a chart that stands in the DOCX as a picture, because Word has no chart of its kind."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.checks.rule import Rule
from aibrief_report.model.blocks import Figure
from aibrief_report.model.charts import Chart
from aibrief_report.model.walk import walk
from aibrief_report.render.docx.native.forms import why_not


def find(material: Material) -> Iterator[Finding]:
    """Yield each chart without a native form, with the reason."""
    for node in walk(material.document.blocks):
        if isinstance(node, Figure) and isinstance(node.content, Chart):
            why = why_not(node.content)
            if why:
                key = node.anchor.removeprefix("fig-")
                place = material.source.place("charts", key)
                hint = (
                    "its values cannot be edited in Word; another kind of chart could be, see docs/charts.md"
                )
                message = f"the chart {key} is a picture in Word: {why}"
                yield Finding(message, place, hint, "", (node.anchor, key))


RULE = Rule(
    code="AB304",
    name="chart-that-word-cannot-draw",
    severity="info",
    title="Chart that Word cannot draw itself",
    what=(
        "A chart that the DOCX shows as a picture, since Word has no chart of its kind. All others are charts"
        " of Word's own, with a workbook behind them."
    ),
    why="An editor can neither correct a value in the picture nor see the data behind it, only its alt text.",
    bad="own:\n  kind: vega\n  spec: own.json",
    good="trips:\n  kind: bar",
    mend="Use one of the other kinds where one says the same; else leave it, and keep its data in a table.",
    accept="No other kind shows it. As this is only a note, nothing needs to be done.",
    find=find,
)
