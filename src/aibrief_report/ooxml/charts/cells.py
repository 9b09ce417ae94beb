"""Cells of the workbook that a chart is drawn from, with their values, so that it shows before they open."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from aibrief_report.ooxml.markup import NOTHING, Xml, escape, join, tag


class Words(Struct, frozen=True):
    """Cells of text, "" where there is none; `range` is like `'Data'!$A$2:$A$5`."""

    range: str
    texts: tuple[str, ...]

    @property
    def xml(self) -> Xml:
        """The cells as `c:strRef`."""
        return tag("c:strRef", tag("c:f", escape(self.range)), tag("c:strCache", *self.points))

    @property
    def points(self) -> tuple[Xml, Xml]:
        """How many cells there are, and what stands in those that are not empty."""
        held = join(_point(place, text) for place, text in enumerate(self.texts) if text)
        return tag("c:ptCount", val=len(self.texts)), held


class Numbers(Struct, frozen=True):
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


def reference(sheet: str, column: int, first: int, last: int) -> str:
    """Return a part of a column (from 0), its rows counted from 1, as formulas name it: `'Data'!$A$2:$A$5`.

    The name is always in quotes, which only some names need (ECMA-376 part 1, section 18.17.2.3).
    """
    name, letters = sheet.replace("'", "''"), column_name(column)
    end = f":${letters}${last}" if last > first else ""
    return f"'{name}'!${letters}${first}{end}"


def column_name(place: int) -> str:
    """Return the letters of a column counted from 0: A to Z, then AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cells(name: str, held: Cells | None) -> Xml:
    """Return cells within an element such as `c:cat`; nothing for none."""
    return tag(name, held.xml) if held else NOTHING


def _point(place: int, text: str) -> Xml:
    return tag("c:pt", tag("c:v", escape(text)), idx=place)
