"""Labels at marks: each prints its mark's value through a number format of its own.

A format can hold words ("about "0.0), so that a label reads as it was printed and still follows the value
when an editor changes it; a label of fixed words would go on saying the old one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from aibrief_report.ooxml.charts.shapes import Shape
from aibrief_report.ooxml.charts.words import Type
from aibrief_report.ooxml.markup import NOTHING, Xml, tag

Side = Literal["t", "b", "l", "r", "ctr", "outEnd", "inEnd"]
"""Above, below, left, right, amid; for bars at their end, outside or inside."""


@dataclass(frozen=True, slots=True)
class Label:
    """The label of the mark at `place` (from 0): number format, side, look.

    `ground` is the colour behind it, which hides lines; empty for none.
    """

    place: int
    code: str
    side: Side
    type: Type
    ground: str = ""

    @property
    def xml(self) -> Xml:
        """The label as `c:dLbl`."""
        return tag(
            "c:dLbl",
            tag("c:idx", val=self.place),
            tag("c:numFmt", formatCode=self.code, sourceLinked=0),
            Shape(self.ground).xml,
            self.type.xml,
            tag("c:dLblPos", val=self.side),
            _shown(value=True),
        )


def labels(held: Sequence[Label]) -> Xml:
    """Return the labels of a series as `c:dLbls`; marks that have none of their own have none."""
    return tag("c:dLbls", *(one.xml for one in held), _shown(value=False)) if held else NOTHING


def _shown(*, value: bool) -> Xml:
    names = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    return Xml("".join(tag(f"c:show{one}", val=int(value and one == "Val")) for one in names))
