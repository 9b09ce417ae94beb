"""Draws charts with Altair, as SVG and as PNG: `draw_charts.py charts.json FOLDER`."""

import json
import sys
from pathlib import Path
from typing import Any

import altair as alt

DENSITY = 220


def main(data: str, folder: str) -> None:
    """Draw all charts of a file into a folder."""
    Path(folder).mkdir(exist_ok=True)
    for told in json.loads(Path(data).read_text(encoding="utf-8")):
        chart = drawn(told)
        chart.save(f"{folder}/{told['name']}.svg")
        chart.save(f"{folder}/{told['name']}.png", ppi=DENSITY)


def drawn(told: dict[str, Any]) -> Any:
    """Return a chart with a label at each mark."""
    scale = alt.Scale(domain=list(told["colours"]), range=list(told["colours"].values()))
    base = alt.Chart(alt.InlineData(values=told["marks"])).encode(
        color=alt.Color("series:N", scale=scale, title=None), tooltip=["series:N", "x:N", "y:Q"]
    )
    value = alt.X if told["kind"] in ("horizontal-bar", "range-dot", "stacked-bar") else alt.Y
    other = alt.Y if value is alt.X else alt.X
    places = [value("y:Q", title=told["axis"]), other("x:N", title=None, sort=None)]
    offset = [alt.XOffset("series:N")] if told["kind"] == "grouped-bar" else []
    mark = {"line": base.mark_line(point=True), "range-dot": base.mark_point(filled=True)}
    marks = mark.get(told["kind"], base.mark_bar()).encode(*places, *offset)
    labels = base.mark_text(dy=-7, fontSize=9).encode(*places, *offset, text="text:N")
    return (marks + labels).properties(width=told["width"] - 60, height=told["height"])


if __name__ == "__main__":
    main(*sys.argv[1:])
