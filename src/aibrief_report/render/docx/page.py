"""The page: its size, margins and feet, upright and turned."""

from __future__ import annotations

from dataclasses import replace

from aibrief_report.model.document import PageSize
from aibrief_report.ooxml.sections import PageSetup
from aibrief_report.ooxml.units import millimetres
from aibrief_report.theme.tokens import Theme

SIZES: dict[PageSize, tuple[float, float]] = {
    "A4": (millimetres(210), millimetres(297)),
    "Letter": (612.0, 792.0),
}
FOOT, FIRST_FOOT, TURNED_FOOT = "rIdFoot", "rIdFirstFoot", "rIdTurnedFoot"
"""The relationships of the document to its footer parts."""


def upright(size: PageSize, theme: Theme) -> PageSetup:
    """Return the page of running text; the first page of the document has a foot of its own."""
    width, height = SIZES[size]
    edges = theme.margins
    return PageSetup(
        width,
        height,
        millimetres(edges.top),
        millimetres(edges.right),
        millimetres(edges.bottom),
        millimetres(edges.left),
        millimetres(edges.bottom) / 2,
        feet=(("default", FOOT), ("first", FIRST_FOOT)),
        first_differs=True,
    )


def later(page: PageSetup) -> PageSetup:
    """Return the page of a section that goes on after another: no first page in it."""
    return replace(page, feet=(("default", FOOT),), first_differs=False)


def turned(page: PageSetup) -> PageSetup:
    """Return the page turned sideways, for a wide table, with margins that let it fill the page."""
    narrow = min(page.left, page.right, page.top)
    return replace(
        page,
        width=page.height,
        height=page.width,
        left=narrow,
        right=narrow,
        feet=(("default", TURNED_FOOT),),
        first_differs=False,
        landscape=True,
    )
