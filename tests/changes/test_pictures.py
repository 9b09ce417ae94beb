"""Pages that differ are shown as pictures, with a frame around what differs; the version's name is none."""

import io

import numpy as np
import pikepdf
import pytest
from PIL import Image

from aibrief_report.changes.pictures import page_pairs
from aibrief_report.errors import StoreError
from aibrief_report.versions.pages import Page, pages
from tests.render.pdfs import opened


def edited(data: bytes, change) -> bytes:
    pdf, held = opened(data), io.BytesIO()
    change(pdf)
    pdf.save(held)
    return held.getvalue()


def add(pdf, content: bytes, page: int = 1) -> None:
    pdf.pages[page].contents_add(pdf.make_stream(b"\nQ q " + content + b" Q"))


def framed(png: bytes, page: Page) -> tuple[int, int, int, int]:
    """The box of what was drawn onto a page."""
    drawn = np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)
    before = np.frombuffer(page.pixels, np.uint8).reshape(page.height, page.width, 3)
    rows, columns = np.nonzero(np.abs(drawn - before).max(axis=2) > 90)
    return columns.min(), rows.min(), columns.max() + 1, rows.max() + 1


def test_the_same_pages_are_no_pair(compact_pdf):
    assert list(page_pairs(compact_pdf, compact_pdf)) == []


def test_what_differs_is_framed_on_both_sides(compact_pdf):
    changed = edited(compact_pdf, lambda pdf: add(pdf, b"0 g 300 20 40 10 re f"))
    (pair,) = page_pairs(compact_pdf, changed)
    assert pair.number == 2
    left, top, right, bottom = framed(pair.then, list(pages(compact_pdf))[1])
    assert (left, right) == pytest.approx((297, 343), abs=3)
    assert bottom - top == pytest.approx(16, abs=4)


def test_a_page_more_stands_alone(compact_pdf):
    def longer(pdf):
        pdf.pages.append(pdf.pages[0])

    (pair,) = page_pairs(compact_pdf, edited(compact_pdf, longer))
    assert (pair.then, pair.now[:4]) == (None, b"\x89PNG")


def named(data: bytes, name: str) -> bytes:
    """The PDF with a name at the foot of a page."""

    def change(pdf):
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Courier
        )
        pdf.pages[1].Resources.Font["/F9"] = pdf.make_indirect(font)
        add(pdf, f"BT /F9 9 Tf 72 30 Td ({name}) Tj ET".encode())

    return edited(data, change)


def test_the_name_of_the_version_is_no_difference(compact_pdf):
    one, other = (named(compact_pdf, letter * 12) for letter in "ab")
    assert len(list(page_pairs(one, other))) == 1
    assert list(page_pairs(one, other, ("a" * 12, "b" * 12))) == []


def test_what_is_no_pdf_is_told(compact_pdf):
    with pytest.raises(StoreError, match="the PDF cannot be read"):
        list(page_pairs(b"%PDF-", compact_pdf))
