"""Paragraphs: content in a style, and what this one paragraph does otherwise."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from aibrief_report.ooxml.markup import NOTHING, Xml, flag, join, tag
from aibrief_report.ooxml.units import twips

TabKind = Literal["left", "center", "right", "decimal", "clear"]


class TabStop(Struct, frozen=True):
    """A tab stop, in points from the paragraph's edge; `dotted` leads the eye to it.

    The kind "clear" takes away one of the style's.
    """

    position: float
    kind: TabKind = "left"
    dotted: bool = False


class WordParagraph(Struct, frozen=True):
    """A paragraph. `style` is a style's id, empty for the default one; lengths are in points.

    `number` is its list and level; `section` is the `w:sectPr` of the section that ends with it.
    What is `None` is left to the style.
    """

    content: Xml
    style: str = ""
    keep_next: bool | None = None
    page_break: bool = False
    number: tuple[int, int] | None = None
    tabs: tuple[TabStop, ...] = ()
    before: float | None = None
    after: float | None = None
    indent: float | None = None
    hanging: float | None = None
    align: Literal["", "left", "center", "right"] = ""
    section: Xml = NOTHING
    right_to_left: bool = False

    @property
    def xml(self) -> Xml:
        """The paragraph as `w:p`."""
        return Xml(f"<w:p>{self._properties()}{self.content}</w:p>")

    def _properties(self) -> Xml:
        """Return `w:pPr`, its children in the schema's order; nothing where the style says it all."""
        parts = (
            tag("w:pStyle", w_val=self.style) if self.style else NOTHING,
            NOTHING if self.keep_next is None else tag("w:keepNext", w_val=None if self.keep_next else 0),
            flag("w:pageBreakBefore", self.page_break),
            numbering(*self.number) if self.number else NOTHING,
            tab_stops(self.tabs),
            flag("w:bidi", self.right_to_left),
            self._spacing(),
            self._indent(),
            tag("w:jc", w_val=self.align) if self.align else NOTHING,
            self.section,
        )
        content = join(parts)
        return tag("w:pPr", content) if content else NOTHING

    def _indent(self) -> Xml:
        if self.indent is None and self.hanging is None:
            return NOTHING
        left, hanging = (None if one is None else twips(one) for one in (self.indent, self.hanging))
        return tag("w:ind", w_left=left, w_hanging=hanging)

    def _spacing(self) -> Xml:
        if self.before is None and self.after is None:
            return NOTHING
        before, after = (None if one is None else twips(one) for one in (self.before, self.after))
        return tag("w:spacing", w_before=before, w_after=after)


def numbering(number: int, level: int) -> Xml:
    """Return `w:numPr`: this paragraph is an item of a list, on a level from 0; of none, for list 0."""
    return tag("w:numPr", tag("w:ilvl", w_val=level), tag("w:numId", w_val=number))


def tab_stops(stops: tuple[TabStop, ...]) -> Xml:
    """Return `w:tabs`, nothing for no stops."""
    if not stops:
        return NOTHING
    return tag(
        "w:tabs",
        join(
            tag(
                "w:tab",
                w_val=one.kind,
                w_leader="dot" if one.dotted else None,
                w_pos=twips(one.position),
            )
            for one in stops
        ),
    )
