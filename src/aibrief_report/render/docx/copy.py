"""Copies of a document for somebody to work in: changes are recorded, the annex may be left out."""

from __future__ import annotations

from msgspec.structs import replace

from aibrief_report.model.blocks import Provenance
from aibrief_report.model.document import Document
from aibrief_report.render.docx.manner import Manner
from aibrief_report.render.docx.pages import render_with_pages
from aibrief_report.render.docx.writer import render_docx
from aibrief_report.store.cache import Cache
from aibrief_report.theme.tokens import Theme


def render_copy(document: Document, theme: Theme, cache: Cache, *, annex: bool, comments: bool) -> bytes:
    """Return a document as a DOCX that records changes, with or without annex and comments.

    Without the annex, nothing links to it: printed numbers are then no links. Raises `RenderError` as the
    published file's writer does.
    """
    if not annex:
        blocks = tuple(one for one in document.blocks if not isinstance(one, Provenance))
        document = replace(document, blocks=blocks)
    manner = Manner(comments=comments, tracked=True)
    if document.meta.toc_pages:
        return render_with_pages(document, theme, cache, manner)
    return render_docx(document, theme, cache, manner=manner)
