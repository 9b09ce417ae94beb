"""Fills and strokes of a chart's marks.

A colour is either `#rrggbb`, which stays what it is, or a place in the document's theme (`tx1`, `accent2`),
which changes with it.
"""

from __future__ import annotations

from msgspec import Struct

from aibrief_report.ooxml.markup import NOTHING, Xml, tag
from aibrief_report.ooxml.units import emu

_WHOLE = 1000  # DrawingML counts thousandths of a per cent


class Stroke(Struct, frozen=True):
    """A line's colour, its width in points, and its opacity in per cent."""

    colour: str
    width: float
    dashed: bool = False
    opacity: int = 100


class Shape(Struct, frozen=True):
    """How a mark looks. An empty `fill` is none; `opacity` is that of the fill in per cent."""

    fill: str = ""
    stroke: Stroke | None = None
    opacity: int = 100

    @property
    def xml(self) -> Xml:
        """The shape as `c:spPr`: what it does not have is said, else readers put in what they like."""
        inside = solid(self.fill, self.opacity) if self.fill else tag("a:noFill")
        return tag("c:spPr", inside, line(self.stroke))


class Marker(Struct, frozen=True):
    """A round mark at a point: its width in points, what fills it, and its outline."""

    size: int
    fill: str
    stroke: Stroke | None = None

    @property
    def xml(self) -> Xml:
        """The mark as `c:marker`; the size is what the schema allows, 2 to 72."""
        size = min(max(self.size, 2), 72)
        return tag(
            "c:marker",
            tag("c:symbol", val="circle"),
            tag("c:size", val=size),
            Shape(self.fill, self.stroke).xml,
        )


NO_MARKER = tag("c:marker", tag("c:symbol", val="none"))


def solid(colour: str, opacity: int = 100) -> Xml:
    """Return a fill of one colour."""
    alpha = tag("a:alpha", val=opacity * _WHOLE) if opacity < 100 else NOTHING
    if colour.startswith("#"):
        return tag("a:solidFill", tag("a:srgbClr", alpha, val=colour.removeprefix("#").upper()))
    return tag("a:solidFill", tag("a:schemeClr", alpha, val=colour))


def line(stroke: Stroke | None) -> Xml:
    """Return the line of a stroke, or that there is none."""
    if stroke is None:
        return tag("a:ln", tag("a:noFill"))
    dash = tag("a:prstDash", val="sysDash") if stroke.dashed else NOTHING
    colour = solid(stroke.colour, stroke.opacity)
    return tag("a:ln", colour, dash, tag("a:round"), w=emu(stroke.width), cap="flat")
