"""Small helpers for tests of the PDF: a few documents, each rendered once, and ways to look into them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO

import pikepdf
import pypdfium2
from msgspec.structs import replace

from aibrief_report.model.blocks import Provenance, References
from aibrief_report.render.pdf import render_pdf
from tests.documents import t, theme, torture, with_uses


def document(*blocks: object, **meta: object):
    """`torture()` with other blocks before its references and annex."""
    back = (References(t("References")), Provenance(t("Numbers")))
    found = replace(torture(), blocks=(*blocks, *back), meta=replace(torture().meta, **meta))
    return with_uses(found)


def rendered(*blocks: object, **meta: object) -> bytes:
    """The PDF of a document with these blocks."""
    return render_pdf(document(*blocks, **meta), theme())


@cache
def torture_pdf() -> bytes:
    """The PDF of `torture()`."""
    return render_pdf(torture(), theme())


def opened(data: bytes) -> pikepdf.Pdf:
    """The PDF as objects."""
    return pikepdf.open(BytesIO(data))


def page_texts(data: bytes) -> list[str]:
    """The words of each page, as a reader would copy them."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """The structure elements of a tagged PDF, in reading order."""
    yield from _below(pdf.Root.StructTreeRoot.K)


def kids(one: pikepdf.Dictionary) -> list[pikepdf.Object]:
    """What an element holds: elements, numbers of marked content, areas."""
    held = one.get("/K", pikepdf.Array())
    return list(held) if isinstance(held, pikepdf.Array) else [held]


def _below(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from _below(one)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from _below(node.get("/K", pikepdf.Array()))
