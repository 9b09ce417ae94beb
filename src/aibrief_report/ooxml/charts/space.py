"""The chart's part: plots over one pair of axes, the key, and the tie to the workbook behind them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from aibrief_report.ooxml.charts.axes import CategoryAxis, Title, ValueAxis
from aibrief_report.ooxml.charts.forms import Plot
from aibrief_report.ooxml.charts.names import DECLARED
from aibrief_report.ooxml.charts.shapes import Shape
from aibrief_report.ooxml.charts.words import Type
from aibrief_report.ooxml.markup import NOTHING, Xml, part, tag

_AXES = (111111111, 222222222)
WORKBOOK = "rId1"
"""The relationship from the chart to its workbook, its only one."""


class Room(Struct, frozen=True):
    """A rectangle in parts of the whole chart, from its top left corner."""

    x: float
    y: float
    width: float
    height: float

    def xml(self, *target: Xml) -> Xml:
        """Return the rectangle as `c:layout`."""
        edges = (tag("c:xMode", val="edge"), tag("c:yMode", val="edge"))
        sides = {"x": self.x, "y": self.y, "w": self.width, "h": self.height}
        values = (tag(f"c:{name}", val=f"{value:.4f}") for name, value in sides.items())
        return tag("c:layout", tag("c:manualLayout", *target, *edges, *values))


class Key(Struct, frozen=True):
    """The key: its room, and the places (from 0) of the series that it leaves out.

    Above the plot Word lists series in their order; LibreOffice turns those of lying bars over, whatever
    it is told (`VSeriesPlotter::createLegendEntries`).
    """

    room: Room
    without: tuple[int, ...] = ()


class ChartSpace(Struct, frozen=True):
    """A chart: plots, the axis along (`x`) and that of values, the plot's room without labels, the key.

    `blanks` says what a missing value is: a gap, or bridged (`span`). `language` is BCP 47.
    """

    plots: tuple[Plot, ...]
    x: CategoryAxis | ValueAxis
    y: ValueAxis
    room: Room
    type: Type
    language: str
    key: Key | None = None
    blanks: Literal["gap", "span"] = "gap"
    title: Title | None = None

    @property
    def xml(self) -> bytes:
        """The chart's whole part."""
        return part(
            "c:chartSpace",
            DECLARED,
            tag("c:date1904", val=0),
            tag("c:lang", val=self.language),
            tag("c:roundedCorners", val=0),
            self._chart(),
            Shape().xml,
            self.type.xml,
            tag("c:externalData", tag("c:autoUpdate", val=0), r_id=WORKBOOK),
        )

    def _chart(self) -> Xml:
        return tag(
            "c:chart",
            self.title.xml(self.language) if self.title else NOTHING,
            tag("c:autoTitleDeleted", val=0 if self.title else 1),
            self._area(),
            self._key(),
            tag("c:plotVisOnly", val=0),
            tag("c:dispBlanksAs", val=self.blanks),
        )

    def _area(self) -> Xml:
        first, plots = 0, []
        for one in self.plots:
            plots.append(one.xml(first, _AXES))
            first += len(one.series)
        axes = (
            self.x.xml(*_AXES, self.language),
            self.y.xml(_AXES[1], _AXES[0], self.language),
        )
        layout = self.room.xml(tag("c:layoutTarget", val="inner"))
        return tag("c:plotArea", layout, *plots, *axes, Shape().xml)

    def _key(self) -> Xml:
        if self.key is None:
            return NOTHING
        gone = tag("c:delete", val=1)
        without = (tag("c:legendEntry", tag("c:idx", val=one), gone) for one in self.key.without)
        return tag(
            "c:legend",
            tag("c:legendPos", val="t"),
            *without,
            self.key.room.xml(),
            tag("c:overlay", val=1),
            Shape().xml,
            self.type.xml,
        )
