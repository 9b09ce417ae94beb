"""Axes: what stands along them, where they cross, and what a reader sees of them.

Two axes belong together and name each other; ids that name nothing open as an empty chart, and no validator
says so.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from aibrief_report.ooxml.charts.shapes import Shape, Stroke
from aibrief_report.ooxml.charts.words import Type
from aibrief_report.ooxml.markup import NOTHING, Xml, tag

Edge = Literal["b", "l"]


class Title(Struct, frozen=True):
    """Words of an axis or a chart, level, their corner in parts of the whole chart from the top left."""

    text: str
    x: float
    y: float
    type: Type

    def xml(self, language: str) -> Xml:
        """Return the title as `c:title`."""
        corner = (tag("c:x", val=f"{self.x:.4f}"), tag("c:y", val=f"{self.y:.4f}"))
        edges = (tag("c:xMode", val="edge"), tag("c:yMode", val="edge"))
        layout = tag("c:layout", tag("c:manualLayout", *edges, *corner))
        words = self.type.rich(self.text, language)
        return tag("c:title", words, layout, tag("c:overlay", val=1))


class Axis(Struct, frozen=True):
    """What both kinds of axes have. `type` `None` prints no labels; `line` and `grid` `None` draw none.

    `crosses` is where the other axis is crossed: `autoZero`, `min` or `max`. `at` sets the labels beside the
    axis, or at the plot's own edge, wherever the axis itself stands.
    """

    edge: Edge
    type: Type | None = None
    line: Stroke | None = None
    grid: Stroke | None = None
    title: Title | None = None
    crosses: Literal["autoZero", "min", "max"] = "autoZero"
    at: Literal["nextTo", "low", "high"] = "nextTo"

    def head(self, number: int, language: str, scale: Xml, code: str) -> Xml:
        """Return what both kinds of axes begin with, up to the look of their labels."""
        side = "none" if self.type is None else self.at
        grid = tag("c:majorGridlines", Shape(stroke=self.grid).xml) if self.grid else NOTHING
        return Xml(
            "".join(
                (
                    tag("c:axId", val=number),
                    scale,
                    tag("c:delete", val=0),
                    tag("c:axPos", val=self.edge),
                    grid,
                    self.title.xml(language) if self.title else NOTHING,
                    tag("c:numFmt", formatCode=code, sourceLinked=0),
                    *(tag(f"c:{one}TickMark", val="none") for one in ("major", "minor")),
                    tag("c:tickLblPos", val=side),
                    Shape(stroke=self.line).xml,
                    self.type.xml if self.type else NOTHING,
                )
            )
        )


class CategoryAxis(Axis, frozen=True):
    """An axis of names. `down` reads them from the top."""

    down: bool = False

    def xml(self, number: int, other: int, language: str) -> Xml:
        """Return the axis as `c:catAx`; the numbers are its own id and that of the axis it crosses."""
        scale = tag("c:scaling", tag("c:orientation", val="maxMin" if self.down else "minMax"))
        return tag(
            "c:catAx",
            self.head(number, language, scale, "General"),
            tag("c:crossAx", val=other),
            tag("c:crosses", val=self.crosses),
            tag("c:auto", val=0),
            tag("c:lblAlgn", val="ctr"),
            tag("c:lblOffset", val=50),
            tag("c:tickLblSkip", val=1),
            tag("c:noMultiLvlLbl", val=1),
        )


class Scale(Struct, frozen=True):
    """The ends of an axis and the step from tick to tick as decimal text; `code` prints its numbers."""

    least: str
    most: str
    step: str
    code: str = "General"


class ValueAxis(Axis, frozen=True):
    """An axis of numbers. `between` sets categories between its ticks, as bars need it, else at them."""

    scale: Scale = Scale("0", "1", "1")
    between: bool = True

    def xml(self, number: int, other: int, language: str) -> Xml:
        """Return the axis as `c:valAx`; the numbers are its own id and that of the axis it crosses."""
        ends = (tag("c:max", val=self.scale.most), tag("c:min", val=self.scale.least))
        scale = tag("c:scaling", tag("c:orientation", val="minMax"), *ends)
        return tag(
            "c:valAx",
            self.head(number, language, scale, self.scale.code),
            tag("c:crossAx", val=other),
            tag("c:crosses", val=self.crosses),
            tag("c:crossBetween", val="between" if self.between else "midCat"),
            tag("c:majorUnit", val=self.scale.step),
        )
