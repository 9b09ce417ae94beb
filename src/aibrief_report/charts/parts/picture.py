"""Layers become one picture: the last step of every kind of chart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from aibrief_report.charts.parts.sheet import Frame, Sheet
from aibrief_report.charts.parts.style import config
from aibrief_report.charts.values import Record
from aibrief_report.digest import Json

if TYPE_CHECKING:
    import altair as alt


def picture(
    layers: Sequence[alt.Chart], frame: Frame, sheet: Sheet, values: Sequence[Record] = ()
) -> dict[str, Json]:
    """Return the Vega-Lite specification of layers over a frame, its values inline as `values`.

    Vega fits nothing (`autosize: none`): the program has measured its labels, so that a picture is as wide
    as it was asked to be and a long label never squeezes the plot.
    """
    import altair as alt

    left, top = round(frame.left, 2), round(frame.top, 2)
    wide, high = round(frame.left + frame.width - left, 2), round(frame.top + frame.height - top, 2)
    sets: dict[str, list[Record]] = {"values": list(values)}
    # Layers are put together here, for `alt.layer` copies all of them with their data, again and again: four
    # fifths of the time. So they are told what stands around them. Our tests check the whole by the schema.
    around = {"data": alt.NamedData(name="values"), "datasets": sets, "top_level": False}
    return {
        "$schema": alt.SCHEMA_URL,
        "data": {"name": "values"},
        "layer": [layer.to_dict(validate=False, context=around) for layer in layers],
        "datasets": sets,
        "width": wide,
        "height": high,
        "padding": {
            "left": left,
            "right": round(frame.left + frame.width + frame.right - left - wide, 2),
            "top": top,
            "bottom": round(frame.bottom, 2),
        },
        "autosize": "none",
        "config": config(sheet.theme),
    }
