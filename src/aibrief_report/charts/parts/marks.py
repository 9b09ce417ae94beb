"""Marks placed in points from the plot's corner: texts, symbols and rules that stand on no scale.

Keys, direct labels and leaders are furniture: the reader's eye needs them at an exact place, which the
program has measured. They carry no values, so assistive technology is not told of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from msgspec import Struct

from aibrief_report.charts.parts.points import Patch
from aibrief_report.charts.parts.style import DASHES, HAIRLINE
from aibrief_report.digest import Json

if TYPE_CHECKING:
    import altair as alt

Align: TypeAlias = Literal["left", "center", "right"]
Weight: TypeAlias = Literal[400, 600]
Shape: TypeAlias = Literal["square", "circle"]


class Text(Struct, frozen=True):
    """One line of text; `y` is its baseline."""

    x: float
    y: float
    text: str
    colour: str
    align: Align = "left"
    weight: Weight = 400


class Symbol(Struct, frozen=True):
    """A filled or hollow symbol, `across` points wide."""

    x: float
    y: float
    colour: str
    shape: Shape = "circle"
    hollow: bool = False
    across: float = 6.0
    dashed: bool = False


class Stroke(Struct, frozen=True):
    """A straight line."""

    x: float
    y: float
    x2: float
    y2: float
    colour: str
    thick: float = HAIRLINE
    dashed: bool = False
    opacity: float = 1.0

    @property
    def patch(self) -> Patch:
        """The room it takes, but for its very ends, where marks stand."""
        half = self.thick / 2
        ends = 1.0 if self.x != self.x2 else -half
        return Patch(
            min(self.x, self.x2) + ends,
            min(self.y, self.y2) - half,
            max(self.x, self.x2) - ends,
            max(self.y, self.y2) + half,
        )


def text_layers(texts: Iterable[Text]) -> list[alt.Chart]:
    """Return layers that set texts, one for each alignment and weight."""
    import altair as alt  # here, as everywhere in this room: it takes 0.4 s, and a cached chart needs none

    layers = []
    for (align, weight), group in groupby(sorted(texts, key=_setting), key=_setting):
        held: list[dict[str, Json]] = [
            {"x": one.x, "y": one.y, "text": one.text, "colour": one.colour} for one in group
        ]
        mark = _base(held).mark_text(align=align, fontWeight=weight, baseline="alphabetic", aria=False)
        layers.append(mark.encode(**_place(), text=alt.Text("text:N"), color=unscaled()))
    return layers


def symbol_layers(symbols: Iterable[Symbol]) -> list[alt.Chart]:
    """Return layers that draw symbols, one for each shape and size."""
    layers = []
    for (shape, hollow, across, dashed), group in groupby(sorted(symbols, key=_form), key=_form):
        held: list[dict[str, Json]] = [{"x": one.x, "y": one.y, "colour": one.colour} for one in group]
        stroke: dict[str, Any] = {"strokeWidth": 1.2} if hollow else {}
        stroke |= {"strokeDash": list(DASHES)} if dashed else {}
        size = symbol_area(shape, across)
        mark = _base(held).mark_point(
            shape=shape, size=size, filled=not hollow, opacity=1, aria=False, **stroke
        )
        layers.append(mark.encode(**_place(), color=unscaled()))
    return layers


def line_layers(lines: Iterable[Stroke]) -> list[alt.Chart]:
    """Return layers that draw lines, one for each thickness, dash and opacity."""
    import altair as alt

    layers = []
    for (thick, dashed, opacity), group in groupby(sorted(lines, key=_stroke), key=_stroke):
        held: list[dict[str, Json]] = [
            {"x": o.x, "y": o.y, "x2": o.x2, "y2": o.y2, "colour": o.colour} for o in group
        ]
        dash: dict[str, Any] = {"strokeDash": list(DASHES)} if dashed else {}
        mark = _base(held).mark_rule(strokeWidth=thick, opacity=opacity, aria=False, **dash)
        layers.append(mark.encode(**_place(), x2=alt.X2("x2"), y2=alt.Y2("y2"), color=unscaled()))
    return layers


def ground_layer(patches: Iterable[Patch], colour: str) -> list[alt.Chart]:
    """Return a layer that keeps light lines off the room of labels; none where there are no patches."""
    import altair as alt

    held: list[dict[str, Json]] = [
        {"x": one.left, "y": one.top, "x2": one.right, "y2": one.bottom} for one in patches
    ]
    if not held:
        return []
    mark = _base(held).mark_rect(color=colour, aria=False)
    return [mark.encode(**_place(), x2=alt.X2("x2"), y2=alt.Y2("y2"))]


def symbol_area(shape: Shape, across: float) -> float:
    """Return Vega's `size` (an area in square points) of a symbol `across` points wide."""
    return across * across * (1.0 if shape == "square" else 0.7854)


def unscaled(colour: str = "colour") -> alt.Color:
    """Return the colour channel that paints a record in the colour it carries."""
    import altair as alt

    return alt.Color(f"{colour}:N", scale=None, legend=None)


def told(mark: alt.Chart, channels: Mapping[str, Any]) -> alt.Chart:
    """Return marks in their own colours at their places, each telling on hover what it stands for."""
    import altair as alt

    # As objects: Altair makes a channel of a text by hashing its whole schema anew each time.
    tip, description = alt.Tooltip("tip:N"), alt.Description("tip:N")
    found: alt.Chart = mark.encode(**channels, color=unscaled(), description=description, tooltip=tip)
    return found


def _base(held: list[dict[str, Json]]) -> alt.Chart:
    import altair as alt

    return alt.Chart(alt.InlineData(values=held))


def _place() -> dict[str, Any]:
    import altair as alt

    return {
        "x": alt.X("x:Q", scale=None, axis=None),
        "y": alt.Y("y:Q", scale=None, axis=None),
    }


def _setting(one: Text) -> tuple[Align, Weight]:
    return one.align, one.weight


def _form(one: Symbol) -> tuple[Shape, bool, float, bool]:
    return one.shape, one.hollow, one.across, one.dashed


def _stroke(one: Stroke) -> tuple[float, bool, float]:
    return one.thick, one.dashed, one.opacity
