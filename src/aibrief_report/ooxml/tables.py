"""Tables: rows and cells built directly, which is five times faster than through python-docx's proxies."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from aibrief_report.ooxml.markup import NOTHING, Xml, flag, join, tag
from aibrief_report.ooxml.units import twips

Vertical = Literal["", "top", "center", "bottom"]


class WordTable(Struct, frozen=True):
    """A table of fixed layout. Widths are in points; `caption` and `description` are read aloud.

    `header_row` and `header_column` say which cells the style sets as headings; `right_to_left` lets columns
    follow each other so.
    """

    style: str
    widths: tuple[float, ...]
    rows: tuple[Xml, ...]
    caption: str = ""
    description: str = ""
    header_row: bool = False
    header_column: bool = False
    indent: float = 0.0
    right_to_left: bool = False

    @property
    def xml(self) -> Xml:
        """The table as `w:tbl`."""
        grid = join(tag("w:gridCol", w_w=twips(width)) for width in self.widths)
        return tag("w:tbl", self._properties(), tag("w:tblGrid", grid), *self.rows)

    def _properties(self) -> Xml:
        return tag(
            "w:tblPr",
            tag("w:tblStyle", w_val=self.style),
            flag("w:bidiVisual", self.right_to_left),
            tag("w:tblW", w_w=sum(twips(width) for width in self.widths), w_type="dxa"),
            tag("w:tblInd", w_w=twips(self.indent), w_type="dxa"),
            tag("w:tblLayout", w_type="fixed"),
            _conditions(self.header_row, self.header_column),
            tag("w:tblCaption", w_val=self.caption) if self.caption else NOTHING,
            tag("w:tblDescription", w_val=self.description) if self.description else NOTHING,
        )


def _conditions(header_row: bool, header_column: bool) -> Xml:
    value = 0x0020 * header_row + 0x0080 * header_column + 0x0600
    return tag(
        "w:tblLook",
        w_val=f"{value:04X}",
        w_firstRow=int(header_row),
        w_lastRow=0,
        w_firstColumn=int(header_column),
        w_lastColumn=0,
        w_noHBand=1,
        w_noVBand=1,
    )


def row(*cells: Xml, repeat: bool = False, split: bool = False) -> Xml:
    """Return a row. `repeat` prints it again on top of each page, `split` lets it run over a page's end."""
    properties = join((flag("w:cantSplit", not split), flag("w:tblHeader", repeat)))
    return tag("w:tr", tag("w:trPr", properties) if properties else NOTHING, *cells)


def cell(
    content: Xml,
    width: float,
    *,
    span: int = 1,
    fill: str = "",
    vertical: Vertical = "",
    sides: tuple[float, float] | None = None,
) -> Xml:
    """Return a cell; `content` ends with a paragraph. `width` is in points, `fill` is #rrggbb.

    `sides` is the space within it at the left and right in points, where it is not the style's.
    """
    properties = tag(
        "w:tcPr",
        tag("w:tcW", w_w=twips(width), w_type="dxa"),
        tag("w:gridSpan", w_val=span) if span > 1 else NOTHING,
        shading(fill) if fill else NOTHING,
        _sides(*sides) if sides else NOTHING,
        tag("w:vAlign", w_val=vertical) if vertical else NOTHING,
    )
    return tag("w:tc", properties, content)


def _sides(left: float, right: float) -> Xml:
    lengths = (("w:left", left), ("w:right", right))
    return tag("w:tcMar", join(tag(name, w_w=twips(length), w_type="dxa") for name, length in lengths))


def shading(fill: str, theme: str | None = None) -> Xml:
    """Return a plain background of a colour #rrggbb; `theme` is its name in the document's theme."""
    return tag("w:shd", w_val="clear", w_color="auto", w_fill=fill.lstrip("#"), w_themeFill=theme)
