"""The formats of a brief, and the renderer of each, loaded only when it has work to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from aibrief_report.model.document import Document
from aibrief_report.store.cache import Cache
from aibrief_report.theme.tokens import Theme

Renderer: TypeAlias = Callable[[Document, Theme, Cache], bytes]


def file_name(form: str) -> str:
    """Return the name of a format's file in the version folder."""
    return f"brief.{form}"


def render(form: str, document: Document, theme: Theme, cache: Cache) -> bytes:
    """Return a document in a format of `RENDERERS`."""
    return RENDERERS[form](document, theme, cache)


def _html(document: Document, theme: Theme, cache: Cache) -> bytes:
    from aibrief_report.render.html.page import render_html  # here: fontTools takes time to load

    return render_html(document, theme, cache)


def _pdf(document: Document, theme: Theme, cache: Cache) -> bytes:
    from aibrief_report.render.pdf.write import render_pdf  # here: WeasyPrint takes time to load

    return render_pdf(document, theme, cache)


def _docx(document: Document, theme: Theme, cache: Cache) -> bytes:
    from aibrief_report.render.docx.pages import render_with_pages  # here: python-docx takes time to load
    from aibrief_report.render.docx.writer import render_docx

    if document.meta.toc_pages:
        return render_with_pages(document, theme, cache)
    return render_docx(document, theme, cache)


RENDERERS: Mapping[str, Renderer] = {"pdf": _pdf, "docx": _docx, "html": _html}
FORMATS: tuple[str, ...] = tuple(RENDERERS)
