"""Pictures in the text, with words for those who cannot see them."""

from __future__ import annotations

from msgspec import Struct

from aibrief_report.ooxml.markup import Xml, tag
from aibrief_report.ooxml.names import NAMESPACES
from aibrief_report.ooxml.units import emu

_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""Marks a picture that has an SVG form as well ([MS-ODRAWXML] 2.5.1)."""


class Picture(Struct, frozen=True):
    """A picture of a size in points. `number` is unique among the document's drawings.

    `relation` leads to a PNG or JPEG, `svg_relation` to its SVG, which newer readers show instead.
    """

    number: int
    relation: str
    width: float
    height: float
    alt: str
    svg_relation: str = ""

    @property
    def xml(self) -> Xml:
        """The picture as a run of text."""
        graphic = tag("a:graphic", tag("a:graphicData", self._picture(), uri=NAMESPACES["pic"]))
        inline = tag(
            "wp:inline",
            tag("wp:extent", cx=emu(self.width), cy=emu(self.height)),
            tag("wp:docPr", id=self.number, name=self._name, descr=self.alt),
            tag("wp:cNvGraphicFramePr", tag("a:graphicFrameLocks", noChangeAspect=1)),
            graphic,
            **dict.fromkeys(("distT", "distB", "distL", "distR"), 0),
        )
        return tag("w:r", tag("w:drawing", inline))

    @property
    def _name(self) -> str:
        return f"Picture {self.number}"

    def _picture(self) -> Xml:
        names = tag("pic:nvPicPr", tag("pic:cNvPr", id=self.number, name=self._name), tag("pic:cNvPicPr"))
        fill = tag("pic:blipFill", self._blip(), tag("a:stretch", tag("a:fillRect")))
        extent = tag("a:ext", cx=emu(self.width), cy=emu(self.height))
        frame = tag("a:xfrm", tag("a:off", x=0, y=0), extent)
        shape = tag("pic:spPr", frame, tag("a:prstGeom", tag("a:avLst"), prst="rect"))
        return tag("pic:pic", names, fill, shape)

    def _blip(self) -> Xml:
        if not self.svg_relation:
            return tag("a:blip", r_embed=self.relation)
        drawing = tag("asvg:svgBlip", r_embed=self.svg_relation)
        extension = tag("a:ext", drawing, uri=_SVG_EXTENSION)
        return tag("a:blip", tag("a:extLst", extension), r_embed=self.relation)
