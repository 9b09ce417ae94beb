"""Laying out and writing the PDF, the same bytes from the same document wherever it is done."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from aibrief_report.errors import Fault, RenderError
from aibrief_report.model.document import Document
from aibrief_report.render.html.page import paper_page
from aibrief_report.render.pdf.faces import only_faces
from aibrief_report.render.pdf.fetch import only_data
from aibrief_report.render.pdf.log import watched
from aibrief_report.render.pdf.overflow import check_widths
from aibrief_report.render.pdf.tags import drop_inner_links, finish
from aibrief_report.theme.tokens import Theme

if TYPE_CHECKING:
    from weasyprint.document import Document as Layout
    from weasyprint.text.fonts import FontConfiguration

VARIANT = "pdf/ua-1"


def render_pdf(document: Document, theme: Theme) -> bytes:
    """Return the PDF of a resolved document, tagged after PDF/UA-1, with the theme's fonts embedded.

    Raises `RenderError` for a table wider than the page, for a character that no font of the theme has,
    and for anything that would have to be fetched.
    """
    page = paper_page(document, theme)
    with only_faces(theme.fonts.faces) as fonts, watched(document), _no_collector():
        layout = _lay_out(page, fonts)
        check_widths(layout, document)
        drop_inner_links(layout)
        pdf = layout.write_pdf(
            finisher=finish, pdf_variant=VARIANT, pdf_identifier=document.version.encode() or None
        )
    if not isinstance(pdf, bytes):
        raise RenderError(Fault("WeasyPrint gave no PDF"))
    return pdf


def _lay_out(page: bytes, fonts: FontConfiguration) -> Layout:
    from weasyprint import HTML  # here: it takes 0.8 s to import
    from weasyprint.urls import FatalURLFetchingError

    try:
        html = HTML(string=page.decode(), url_fetcher=only_data())
        return html.render(font_config=fonts, pdf_variant=VARIANT)
    except FatalURLFetchingError as error:
        raise RenderError(Fault(f"the PDF cannot be made whole: {error.__cause__ or error}"[:300])) from error


@contextmanager
def _no_collector() -> Iterator[None]:
    """Keep the garbage collector from searching the boxes of a layout, of which none is garbage yet."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
