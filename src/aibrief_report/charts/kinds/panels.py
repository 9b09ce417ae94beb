"""Panels side by side under one key: each drawn as its kind is, all on the same scale."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import ceil
from typing import Any, TypeAlias

from aibrief_report.charts.panels import columns_of, panel_sheet, panels_of
from aibrief_report.charts.parts.axes import caption_height, caption_text
from aibrief_report.charts.parts.key import Entry, Key, key_of, series_entries, status_entries
from aibrief_report.charts.parts.marks import Shape, text_layers
from aibrief_report.charts.parts.picture import picture
from aibrief_report.charts.parts.sheet import Frame, Sheet
from aibrief_report.digest import Json
from aibrief_report.model.charts import Chart

Draw: TypeAlias = Callable[[Chart, Sheet], Mapping[str, Json]]

GAP = 14.0
"""Between two panels."""


def draw_panels(chart: Chart, sheet: Sheet, draw: Draw) -> dict[str, Json]:
    """Return the specification of a chart's panels, each drawn by its kind's function."""
    panels = panels_of(chart)
    columns = columns_of(len(panels), sheet.width, GAP)
    width = (sheet.width - GAP * (columns - 1)) / columns
    specs: list[Any] = [draw(one.chart, panel_sheet(sheet, one.name, width)) for one in panels]
    around = specs[0]["padding"]
    key = panel_key(chart, sheet)
    head = key.height + caption_height(chart.y, sheet)
    views = [_view(spec, place) for place, spec in enumerate(specs)]
    furniture = _furniture(chart, key, around["left"], head + around["top"], sheet)
    views[0]["layer"] = [*furniture["layer"], *views[0]["layer"]]
    rows, apart = ceil(len(panels) / columns), around["top"] + around["bottom"]
    high = rows * specs[0]["height"] + (rows - 1) * apart
    return {
        "concat": views,
        "columns": columns,
        "bounds": "flush",
        "autosize": "none",
        "spacing": {
            "row": round(apart, 2),
            "column": round(around["left"] + around["right"] + GAP, 2),
        },
        # Where Vega fits nothing, several views have no size: the room beside them holds them all.
        "padding": {
            "left": around["left"],
            "right": round(sheet.width - around["left"], 2),
            "top": round(around["top"] + head, 2),
            "bottom": round(high + around["bottom"], 2),
        },
        "datasets": furniture["datasets"] | _data(specs),
        "config": specs[0]["config"],
    }


def panel_key(chart: Chart, sheet: Sheet) -> Key:
    """Return the one key of all panels: series, if a panel has several, and what marks mean."""
    return key_of(panel_entries(chart, sheet), sheet)


def panel_entries(chart: Chart, sheet: Sheet) -> list[Entry]:
    """Return the entries of the key of all panels."""
    shape: Shape | None = None if chart.kind in ("line", "area") else "square"
    several = any(len(one.chart.series) > 1 for one in panels_of(chart))
    entries = list(dict.fromkeys(series_entries(chart, shape))) if several else []
    return [*entries, *status_entries(chart, sheet, shape)]


def _view(spec: Any, place: int) -> dict[str, Any]:
    """Return a panel's view, whose marks are a data set of its own."""
    return {
        "data": {"name": f"panel-{place}"},
        "width": spec["width"],
        "height": spec["height"],
        "layer": spec["layer"],
    }


def _data(specs: list[Any]) -> dict[str, Json]:
    """Return the data sets of all panels, the marks of each under its own name."""
    own = {f"panel-{place}": spec["datasets"]["values"] for place, spec in enumerate(specs)}
    drawn = {name: held for spec in specs for name, held in spec["datasets"].items() if name != "values"}
    return own | drawn


def _furniture(chart: Chart, key: Key, left: float, top: float, sheet: Sheet) -> Any:
    """Return what stands above all panels, measured from the first one's corner."""
    frame = Frame(1.0, 1.0, left=left, top=top)
    layers = [*key.layers(frame, sheet), *text_layers(caption_text(chart.y, frame, key.height, sheet))]
    return picture(layers, frame, sheet) if layers else {"layer": [], "datasets": {}}
