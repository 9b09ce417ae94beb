"""Labels at marks: their value in a number format of their own, or a cell of words.

A format can hold words ("about "0.0), so that a label reads as it was printed and still follows the value
when an editor changes it; a label of fixed words would go on saying the old one. Words that are no value's
come from cells of their own and follow these: an extension of 2013 ([MS-ODRAWXML] 2.24.3.4), in which
older readers see a field with the same words in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from aibrief_report.ooxml.charts.cells import Words
from aibrief_report.ooxml.charts.names import CHART_2013
from aibrief_report.ooxml.charts.shapes import Shape
from aibrief_report.ooxml.charts.words import Type
from aibrief_report.ooxml.markup import NOTHING, Xml, escape, join, tag

Side = Literal["t", "b", "l", "r", "ctr", "outEnd", "inEnd"]
"""Above, below, left, right, amid; for bars at their end, outside or inside."""

_ALIGN = {"l": "r", "r": "l"}
_LABEL, _SERIES = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}", "{02D57815-91ED-43cb-92C2-25804820EDAC}"


class Label(Struct, frozen=True):
    """The label of the mark at `place` (from 0): number format, side, look.

    `ground` is the colour behind it, which hides lines; empty for none.
    """

    place: int
    code: str
    side: Side
    type: Type
    ground: str = ""

    def xml(self, series: int, words: Words | None) -> Xml:
        """Return the label as `c:dLbl`."""
        return tag(
            "c:dLbl",
            tag("c:idx", val=self.place),
            tag("c:numFmt", formatCode=self.code, sourceLinked=0),
            Shape(self.ground).xml,
            self.type.xml,
            tag("c:dLblPos", val=self.side),
            _shown(value=True),
        )


class CellLabel(Struct, frozen=True):
    """The label of the mark at `place` that prints its cell among the words of the series."""

    place: int
    side: Side
    type: Type
    ground: str = ""

    def xml(self, series: int, words: Words | None) -> Xml:
        """Return the label as `c:dLbl`, for the series with a number and its words."""
        text = words.texts[self.place] if words else ""
        told = tag("c15:showDataLabelsRange", val=1)
        return tag(
            "c:dLbl",
            tag("c:idx", val=self.place),
            self.type.field(text, "CELLRANGE", f"{series:06X}{self.place:06X}", _ALIGN.get(self.side, "ctr")),
            Shape(self.ground).xml,
            self.type.xml,
            tag("c:dLblPos", val=self.side),
            _shown(value=False),
            tag("c:extLst", tag("c:ext", told, uri=_LABEL, xmlns_c15=CHART_2013)),
        )


def labels(held: Sequence[Label | CellLabel], series: int, words: Words | None) -> Xml:
    """Return the labels of a series as `c:dLbls`; marks that have none of their own have none."""
    if not held:
        return NOTHING
    return tag("c:dLbls", *(one.xml(series, words) for one in held), _shown(value=False))


def label_cells(words: Words | None) -> Xml:
    """Return the cells of a series' labels as its extension; nothing for none."""
    if words is None:
        return NOTHING
    cache = tag("c15:dlblRangeCache", *words.points)
    cells = tag("c15:datalabelsRange", tag("c15:f", escape(words.range)), cache)
    return tag("c:extLst", tag("c:ext", cells, uri=_SERIES, xmlns_c15=CHART_2013))


def _shown(*, value: bool) -> Xml:
    names = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    return join(tag(f"c:show{one}", val=int(value and one == "Val")) for one in names)
