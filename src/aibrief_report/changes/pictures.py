"""Pages of two PDFs as pictures, where they differ, with the differences marked."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import zip_longest

from msgspec import Struct
from PIL import Image, ImageChops, ImageDraw

from aibrief_report.versions.pages import Page, pages

_TILE = 12
"""Differences nearer than this many pixels are marked as one."""
_FRAME = (200, 60, 0)


class PagePair(Struct, frozen=True):
    """A page that differs: its number, its pictures then and now as PNG (`None` where there is no page)."""

    number: int
    then: bytes | None
    now: bytes | None


def page_pairs(then: bytes, now: bytes, versions: tuple[str, str] = ("", "")) -> Iterator[PagePair]:
    """Yield the pages of two PDFs that differ, by number. Raises `StoreError` for what is no PDF.

    `versions` are their names: they stand on every page, and are no difference.
    """
    both = zip_longest(pages(then, versions[0]), pages(now, versions[1]))
    for number, (one, other) in enumerate(both, start=1):
        if one != other:
            yield _pair(number, one, other)


def _pair(number: int, then: Page | None, now: Page | None) -> PagePair:
    pictures = [_picture(one) if one else None for one in (then, now)]
    if pictures[0] is not None and pictures[1] is not None and pictures[0].size == pictures[1].size:
        marks = list(_marks(ImageChops.difference(pictures[0], pictures[1])))
        for one in pictures:
            _mark(one, marks)
    return PagePair(number, *(_png(one) if one else None for one in pictures))


def _picture(page: Page) -> Image.Image:
    return Image.frombytes("RGB", (page.width, page.height), page.pixels)


def _marks(difference: Image.Image) -> Iterator[tuple[int, int, int, int]]:
    """Yield boxes around what differs: rows of tiles that hold a difference, joined to bands."""
    band: tuple[int, int, int, int] | None = None
    for top in range(0, difference.height, _TILE):
        strip = difference.crop((0, top, difference.width, min(top + _TILE, difference.height)))
        box = strip.getbbox()
        if box is None:
            if band:
                yield band
            band = None
            continue
        found = (box[0], top + box[1], box[2], top + box[3])
        band = _joined(band, found) if band else found
    if band:
        yield band


def _joined(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _mark(picture: Image.Image | None, boxes: list[tuple[int, int, int, int]]) -> None:
    if picture is not None:
        draw = ImageDraw.Draw(picture)
        for left, top, right, bottom in boxes:
            draw.rectangle((left - 3, top - 3, right + 2, bottom + 2), outline=_FRAME, width=2)


def _png(picture: Image.Image) -> bytes:
    """Return a picture as a small PNG: 64 colours show a page well enough."""
    held = io.BytesIO()
    picture.quantize(64).save(held, "PNG", optimize=True)
    return held.getvalue()
