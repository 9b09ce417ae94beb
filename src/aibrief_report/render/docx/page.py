"""The pages of sections: size, margins and feet, upright, turned and wide."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.model.document import PageSize
from aibrief_report.ooxml.sections import FootKind, PageSetup
from aibrief_report.ooxml.units import millimetres
from aibrief_report.theme.tokens import Theme

LEAST_SIDE = 40.0
"""A side column narrower than this, in points, holds no label; then text takes the whole width."""
SIZES: dict[PageSize, tuple[float, float]] = {
    "A4": (millimetres(210), millimetres(297)),
    "Letter": (612.0, 792.0),
}
FOOT, FIRST_FOOT, TURNED_FOOT, WIDE_FOOT = "rIdFoot", "rIdFirstFoot", "rIdTurnedFoot", "rIdWideFoot"
"""The relationships of the document to its footer parts."""
HEAD, WIDE_HEAD = "rIdHead", "rIdWideHead"
"""The relationships to its header parts, where the title runs there."""


class Pages(Struct, frozen=True):
    """The pages of a document's sections, by how text stands on them.

    `first` is that of the section that begins the document, `later` of those of running text after it,
    `turned` is sideways, for a wide table, and on `wide` text is as wide as figures are. `side` is the
    width in points of the column at the left of text where labels hang; 0 for none.
    """

    first: PageSetup
    later: PageSetup
    turned: PageSetup
    wide: PageSetup
    side: float


def own_pages(size: PageSize, theme: Theme, *, mirrored: bool = False) -> Pages:
    """Return the pages of a document of a theme; each has a foot as wide as what stands on it.

    The left margin holds the side column: what is wider than text sticks out into it. `mirrored`, as for
    text written from right to left, it is the right one.
    """
    side = side_column(size, theme)
    page = _upright(size, theme, side)
    sideways, broad = turned(page, side), wide(page, side)
    if mirrored:
        page, sideways, broad = (
            replace(one, left=one.right, right=one.left) for one in (page, sideways, broad)
        )
    pages = footed(Pages(page, page, sideways, broad, side))
    if theme.manners.running.title == "head":
        pages = _headed(pages)
    return right_to_left(pages) if mirrored else pages


def _headed(pages: Pages) -> Pages:
    """Return pages with our own head on all but the first."""
    above: tuple[tuple[FootKind, str], ...] = (("default", HEAD),)
    return replace(
        pages,
        first=replace(pages.first, heads=above),
        later=replace(pages.later, heads=above),
        turned=replace(pages.turned, heads=above),
        wide=replace(pages.wide, heads=(("default", WIDE_HEAD),)),
    )


def footed(pages: Pages) -> Pages:
    """Return pages with our own feet."""
    return Pages(
        replace(pages.first, feet=(("default", FOOT), ("first", FIRST_FOOT)), first_differs=True),
        replace(pages.later, feet=(("default", FOOT),)),
        replace(pages.turned, feet=(("default", TURNED_FOOT),)),
        replace(pages.wide, feet=(("default", WIDE_FOOT),)),
        pages.side,
    )


def right_to_left(pages: Pages) -> Pages:
    """Return pages whose columns and notes are ordered from right to left."""
    return Pages(
        replace(pages.first, right_to_left=True),
        replace(pages.later, right_to_left=True),
        replace(pages.turned, right_to_left=True),
        replace(pages.wide, right_to_left=True),
        pages.side,
    )


def side_column(size: PageSize, theme: Theme) -> float:
    """Return the width in points of the column at the left where labels hang; 0 for none."""
    edges = theme.margins
    width = SIZES[size][0] - millimetres(edges.left) - millimetres(edges.right)
    side = width - theme.sizes.body * theme.page.measure
    return side if side >= LEAST_SIDE else 0.0


def wide(page: PageSetup, side: float) -> PageSetup:
    """Return a page whose text is as wide as figures are."""
    return replace(page, left=page.left - side)


def turned(page: PageSetup, side: float) -> PageSetup:
    """Return a page turned sideways, with margins that let a wide table fill it."""
    narrow = min(page.right, page.top)
    return replace(
        page, width=page.height, height=page.width, left=narrow + side, right=narrow, landscape=True
    )


def _upright(size: PageSize, theme: Theme, side: float) -> PageSetup:
    width, height = SIZES[size]
    edges = theme.margins
    return PageSetup(
        width,
        height,
        millimetres(edges.top),
        millimetres(edges.right),
        millimetres(edges.bottom),
        millimetres(edges.left) + side,
        foot_distance=millimetres(edges.bottom) / 2,
        head_distance=millimetres(edges.bottom) / 2,
    )
