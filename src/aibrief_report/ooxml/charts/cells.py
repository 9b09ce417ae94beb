"""Cells of the workbook that a chart is drawn from, with their values, so that it shows before they open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from aibrief_report.ooxml.markup import NOTHING, Xml, escape, join, tag


@dataclass(frozen=True, slots=True)
class Words:
    """Cells of text; `range` is like `Data!$A$2:$A$5`."""

    range: str
    texts: tuple[str, ...]

    @property
    def xml(self) -> Xml:
        """The cells as `c:strRef`."""
        points = join(_point(place, text) for place, text in enumerate(self.texts))
        cache = tag("c:strCache", tag("c:ptCount", val=len(self.texts)), points)
        return tag("c:strRef", tag("c:f", escape(self.range)), cache)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Cells of numbers as decimal text, `None` where there is none; `code` is their number format."""

    range: str
    values: tuple[str | None, ...]
    code: str = "General"

    @property
    def xml(self) -> Xml:
        """The cells as `c:numRef`. What is missing is left out: written as 0 it would be drawn as 0."""
        points = join(_point(place, value) for place, value in enumerate(self.values) if value is not None)
        code = tag("c:formatCode", escape(self.code))
        cache = tag("c:numCache", code, tag("c:ptCount", val=len(self.values)), points)
        return tag("c:numRef", tag("c:f", escape(self.range)), cache)


Cells: TypeAlias = Words | Numbers


def cells(name: str, held: Cells | None) -> Xml:
    """Return cells within an element such as `c:cat`; nothing for none."""
    return tag(name, held.xml) if held else NOTHING


def _point(place: int, text: str) -> Xml:
    return tag("c:pt", tag("c:v", escape(text)), idx=place)
