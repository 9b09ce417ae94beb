"""The look of words in a chart: without it, readers set them in 10 or 18 points of a font of theirs."""

from __future__ import annotations

from msgspec import Struct

from aibrief_report.ooxml.charts.shapes import solid
from aibrief_report.ooxml.markup import Xml, escape, tag

HEADING_FONT = "+mj-lt"
"""The theme's font of headings, which is a brief's sans."""


class Type(Struct, frozen=True):
    """Size in points, colour, weight and font of words.

    Words that may not wrap are turned by less than can be seen: LibreOffice breaks all that lie quite level.
    """

    size: float
    colour: str
    bold: bool = False
    wraps: bool = True
    font: str = HEADING_FONT

    @property
    def xml(self) -> Xml:
        """The look as `c:txPr`, for words that a reader makes: numbers of axes, labels, the key."""
        paragraph = tag("a:p", tag("a:pPr", self._properties("a:defRPr")), tag("a:endParaRPr", lang="en-US"))
        return tag("c:txPr", _LEVEL if self.wraps else _HARDLY_TURNED, tag("a:lstStyle"), paragraph)

    def rich(self, text: str, language: str) -> Xml:
        """Return words in this look as `c:tx`; `language` is BCP 47."""
        run = tag("a:r", self._properties("a:rPr", language), tag("a:t", escape(text)))
        paragraph = tag("a:p", tag("a:pPr", self._properties("a:defRPr")), run)
        return tag("c:tx", tag("c:rich", _LEVEL, tag("a:lstStyle"), paragraph))

    def field(self, text: str, kind: str, number: str, align: str) -> Xml:
        """Return a field of a kind as `c:tx`, holding its words.

        `number` has 12 hexadecimal digits, `align` is `l`, `r` or `ctr`.
        """
        look = self._properties("a:defRPr")
        content = (self._properties("a:rPr"), tag("a:pPr", look), tag("a:t", escape(text)))
        guid = f"{{00000000-0000-4000-8000-{number}}}"
        paragraph = tag("a:p", tag("a:pPr", look, algn=align), tag("a:fld", *content, id=guid, type=kind))
        return tag("c:tx", tag("c:rich", _LEVEL, tag("a:lstStyle"), paragraph))

    def _properties(self, name: str, language: str | None = None) -> Xml:
        fonts = (tag("a:latin", typeface=self.font), tag("a:ea", typeface=self.font.replace("lt", "ea")))
        return tag(
            name,
            solid(self.colour),
            *fonts,
            lang=language,
            sz=round(self.size * 100),
            b=int(self.bold),
            i=0,
        )


_HARDLY_TURNED = tag("a:bodyPr", rot=1, vert="horz")
_LEVEL = tag("a:bodyPr", rot=0, vert="horz", wrap="none", anchor="ctr")
