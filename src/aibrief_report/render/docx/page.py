"""The page: its size, margins and feet, upright and turned."""

from __future__ import annotations

from dataclasses import replace

from aibrief_report.model.document import PageSize
from aibrief_report.ooxml.sections import PageSetup
from aibrief_report.ooxml.units import millimetres
from aibrief_report.theme.tokens import Theme

_MEASURE = 33.0
"""The width of a text line in sizes of its type: about 70 characters of a serif face, as in the PDF."""
_LEAST_SIDE = 40.0
"""A side column narrower than this, in points, holds no label; then text takes the whole width."""
SIZES: dict[PageSize, tuple[float, float]] = {
    "A4": (millimetres(210), millimetres(297)),
    "Letter": (612.0, 792.0),
}
FOOT, FIRST_FOOT, TURNED_FOOT, WIDE_FOOT = "rIdFoot", "rIdFirstFoot", "rIdTurnedFoot", "rIdWideFoot"
"""The relationships of the document to its footer parts."""


def upright(size: PageSize, theme: Theme) -> PageSetup:
    """Return the page of running text; the first page of the document has a foot of its own.

    Its left margin holds the side column: what is wider than text sticks out into it.
    """
    width, height = SIZES[size]
    edges = theme.margins
    side = side_column(size, theme)
    return PageSetup(
        width,
        height,
        millimetres(edges.top),
        millimetres(edges.right),
        millimetres(edges.bottom),
        millimetres(edges.left) + side,
        millimetres(edges.bottom) / 2,
        feet=(("default", FOOT), ("first", FIRST_FOOT)),
        first_differs=True,
    )


def side_column(size: PageSize, theme: Theme) -> float:
    """Return the width in points of the column at the left where labels hang; 0 for none."""
    edges = theme.margins
    width = SIZES[size][0] - millimetres(edges.left) - millimetres(edges.right)
    side = width - theme.sizes.body * _MEASURE
    return side if side >= _LEAST_SIDE else 0.0


def later(page: PageSetup) -> PageSetup:
    """Return the page of a section after the first: no first page in it."""
    return replace(page, feet=(("default", FOOT),), first_differs=False)


def wide(page: PageSetup, side: float) -> PageSetup:
    """Return the page of a section whose text is as wide as figures are."""
    return replace(later(page), left=page.left - side, feet=(("default", WIDE_FOOT),))


def turned(page: PageSetup, side: float) -> PageSetup:
    """Return the page turned sideways, for a wide table, with margins that let it fill the page."""
    narrow = min(page.right, page.top)
    return replace(
        page,
        width=page.height,
        height=page.width,
        left=narrow + side,
        right=narrow,
        feet=(("default", TURNED_FOOT),),
        first_differs=False,
        landscape=True,
    )
