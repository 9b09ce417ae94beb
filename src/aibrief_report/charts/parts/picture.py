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
    whole = alt.layer(*layers, data=alt.NamedData(name="values")).properties(
        width=wide,
        height=high,
        padding={
            "left": left,
            "right": round(frame.left + frame.width + frame.right - left - wide, 2),
            "top": top,
            "bottom": round(frame.bottom, 2),
        },
        autosize="none",
        datasets={"values": list(values)},
    )
    # Altair would check each layer against Vega-Lite's schema, a third of the time; our tests do so once.
    spec: dict[str, Json] = whole.to_dict(validate=False)
    return spec | {"config": config(sheet.theme)}
