"""The pages of a PDF as text and pictures, by PDFium: what a reader sees of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from aibrief_report.errors import Fault, StoreError

if TYPE_CHECKING:
    import pypdfium2

_SCALE = 1.0
"""Pixels a point: a hairline moved by a pixel shows, and a page takes 20 ms."""

_PAPER, _ROUND = (255, 255, 255), 3


class Page(Struct, frozen=True):
    """A page: its text in reading order, its width and height in pixels at 72 dpi, and those as RGB bytes."""

    text: str
    width: int
    height: int
    pixels: bytes


def pages(data: bytes, without: str = "") -> Iterator[Page]:
    """Yield the pages of a PDF, `without` a text that may differ. Raises `StoreError` for what is no PDF."""
    import pypdfium2  # here: it loads a library of 5 MB

    try:
        with pypdfium2.PdfDocument(data) as document:
            for page in document:
                yield _read(page, without)
    except pypdfium2.PdfiumError as error:
        raise StoreError(Fault(f"the PDF cannot be read: {error}")) from error


def _read(page: pypdfium2.PdfPage, without: str) -> Page:
    words = page.get_textpage()
    text = words.get_text_bounded()
    picture = page.render(scale=_SCALE).to_pil().convert("RGB")
    if without:
        text = text.replace(without, "")
        for left, bottom, right, top in _places(words, without):
            ends = int(page.get_height() - top) - _ROUND, int(page.get_height() - bottom) + _ROUND
            box = (int(left) - _ROUND, ends[0], int(right) + _ROUND, ends[1])
            picture.paste(_PAPER, box)
    return Page(text, picture.width, picture.height, picture.tobytes())


def _places(words: pypdfium2.PdfTextPage, text: str) -> Iterator[tuple[float, float, float, float]]:
    """Yield where a text stands on a page, in points from its lower left corner."""
    search = words.search(text)
    while found := search.get_next():
        yield from (words.get_rect(number) for number in range(words.count_rects(*found)))
