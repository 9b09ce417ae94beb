"""Sections: the page's size and turn, margins, columns and running feet."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from aibrief_report.ooxml.markup import NOTHING, Xml, flag, join, tag
from aibrief_report.ooxml.units import twips

FootKind = Literal["default", "first", "even"]


class PageSetup(Struct, frozen=True):
    """A section's page, in points, as it is held when read.

    `heads` and `feet` are relationships to header and footer parts; `first_differs` gives the section's
    first page those of the kind `first`. `borders` and `grid` are `w:pgBorders` and `w:docGrid`;
    `numbered_lines` puts numbers beside the lines; `right_to_left` orders columns and footnotes so.
    """

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    foot_distance: float
    head_distance: float = 36.0
    gutter: float = 0.0
    heads: tuple[tuple[FootKind, str], ...] = ()
    feet: tuple[tuple[FootKind, str], ...] = ()
    columns: int = 1
    first_differs: bool = False
    landscape: bool = False
    continuous: bool = False
    borders: Xml = NOTHING
    numbered_lines: bool = False
    grid: Xml = NOTHING
    right_to_left: bool = False

    @property
    def text_width(self) -> float:
        """The width between the margins in points."""
        return self.width - self.left - self.right - self.gutter

    @property
    def xml(self) -> Xml:
        """The section's properties as `w:sectPr`."""
        return tag(
            "w:sectPr",
            join(tag("w:headerReference", w_type=kind, r_id=relation) for kind, relation in self.heads),
            join(tag("w:footerReference", w_type=kind, r_id=relation) for kind, relation in self.feet),
            tag("w:type", w_val="continuous" if self.continuous else "nextPage"),
            self._page(),
            self._margins(),
            self.borders,
            tag("w:lnNumType", w_countBy=1, w_restart="continuous") if self.numbered_lines else NOTHING,
            tag("w:cols", w_num=self.columns if self.columns > 1 else None, w_space=twips(18)),
            flag("w:titlePg", self.first_differs),
            flag("w:bidi", self.right_to_left),
            self.grid,
        )

    def _page(self) -> Xml:
        turned = "landscape" if self.landscape else None
        return tag("w:pgSz", w_w=twips(self.width), w_h=twips(self.height), w_orient=turned)

    def _margins(self) -> Xml:
        return tag(
            "w:pgMar",
            w_top=twips(self.top),
            w_right=twips(self.right),
            w_bottom=twips(self.bottom),
            w_left=twips(self.left),
            w_header=twips(self.head_distance),
            w_footer=twips(self.foot_distance),
            w_gutter=twips(self.gutter),
        )
