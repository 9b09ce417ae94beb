"""Borders of paragraphs, tables and cells."""

from __future__ import annotations

from typing import Literal

from aibrief_report.ooxml.markup import Xml, tag
from aibrief_report.ooxml.units import eighths

Side = Literal["top", "left", "bottom", "right", "insideH", "insideV"]


def line(side: Side, points: float, colour: str, space: int | None = None, theme: str | None = None) -> Xml:
    """Return a line on one side; `space` is its distance from the text in points, for paragraphs only.

    `theme` is the colour's name in the document's theme, `colour` its value for readers that know no themes.
    """
    return tag(
        f"w:{side}",
        w_val="single",
        w_sz=eighths(points),
        w_space=space or 0,
        w_color=colour.lstrip("#"),
        w_themeColor=theme,
    )
