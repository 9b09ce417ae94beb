"""A chart in the text, with words for those who cannot see it."""

from __future__ import annotations

from msgspec import Struct

from aibrief_report.ooxml.charts.names import CHART
from aibrief_report.ooxml.markup import Xml, tag
from aibrief_report.ooxml.units import emu


class ChartFrame(Struct, frozen=True):
    """A chart of a size in points. `number` is unique among the document's drawings.

    `relation` leads to the chart's part.
    """

    number: int
    relation: str
    width: float
    height: float
    alt: str

    @property
    def xml(self) -> Xml:
        """The chart as a run of text."""
        chart = tag("c:chart", xmlns_c=CHART, r_id=self.relation)
        inline = tag(
            "wp:inline",
            tag("wp:extent", cx=emu(self.width), cy=emu(self.height)),
            tag("wp:docPr", id=self.number, name=f"Chart {self.number}", descr=self.alt),
            tag("wp:cNvGraphicFramePr"),
            tag("a:graphic", tag("a:graphicData", chart, uri=CHART)),
            **dict.fromkeys(("distT", "distB", "distL", "distR"), 0),
        )
        return tag("w:r", tag("w:drawing", inline))
