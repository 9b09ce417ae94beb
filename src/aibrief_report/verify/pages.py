"""The pages of a PDF as text and pictures, by PDFium: what a reader sees of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aibrief_report.digest import sha256
from aibrief_report.errors import Fault, StoreError

if TYPE_CHECKING:
    import pypdfium2

_SCALE = 1.0
"""Pixels a point: a hairline moved by a pixel shows, and a page takes 20 ms."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its text in reading order, and the SHA-256 of its pixels at 72 dpi."""

    text: str
    pixels: str


def pages(data: bytes) -> list[Page]:
    """Return the pages of a PDF. Raises `StoreError` for what is none."""
    import pypdfium2  # here: it loads a library of 5 MB

    try:
        with pypdfium2.PdfDocument(data) as document:
            return [_read(page) for page in document]
    except pypdfium2.PdfiumError as error:
        raise StoreError(Fault(f"the PDF cannot be read: {error}")) from error


def _read(page: pypdfium2.PdfPage) -> Page:
    text = page.get_textpage().get_text_bounded()
    bitmap = page.render(scale=_SCALE)
    return Page(text, sha256(bytes(bitmap.buffer)))
