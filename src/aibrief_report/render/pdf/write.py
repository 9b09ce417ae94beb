"""Writing the PDF, the same bytes from the same document wherever it is done."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from aibrief_report.errors import Fault, RenderError
from aibrief_report.model.document import Document
from aibrief_report.render.glyphs import check_characters, drawings
from aibrief_report.render.html.page import paper_page
from aibrief_report.render.pdf.colours import INTENT
from aibrief_report.render.pdf.embed import embed_files
from aibrief_report.render.pdf.faces import only_faces
from aibrief_report.render.pdf.fonts import number_glyphs
from aibrief_report.render.pdf.hyphens import load_patterns
from aibrief_report.render.pdf.layout import VARIANT, lay_out
from aibrief_report.render.pdf.line_numbers import LineNumbers
from aibrief_report.render.pdf.links import describe_links, drop_inner_links
from aibrief_report.render.pdf.log import watched
from aibrief_report.render.pdf.metadata import write_metadata
from aibrief_report.render.pdf.once.lines import lines_kept
from aibrief_report.render.pdf.overflow import check_widths
from aibrief_report.render.pdf.painting import Marks, mark_pages
from aibrief_report.render.pdf.settle import settle
from aibrief_report.render.pdf.stamp import Stamp
from aibrief_report.render.pdf.structure.objects import write_tree
from aibrief_report.render.pdf.structure.tree import Tree
from aibrief_report.store.cache import Cache
from aibrief_report.theme.coverage import NO_CACHE
from aibrief_report.theme.tokens import Theme

if TYPE_CHECKING:
    from weasyprint.document import Document as Layout


def render_pdf(document: Document, theme: Theme, cache: Cache = NO_CACHE, stamp: str = "") -> bytes:
    """Return the PDF of a resolved document: PDF/UA-1 and PDF/A-3a, with the theme's fonts embedded.

    `stamp` are words across each page ("DRAFT"), which no version has, only a copy of one. Raises
    `RenderError` for a table wider than the page, for a character that no font of the theme has, and for
    anything that would have to be fetched.
    """
    page = paper_page(document, theme, cache)
    check_characters([page.decode(), stamp, *drawings(document)], document, theme, cache)
    with (
        only_faces(theme.fonts, document.meta.language) as fonts,
        watched(document, theme),
        _no_collector(),
        lines_kept(),
    ):
        load_patterns(document.meta.language, cache)
        layout = lay_out(page, fonts)
        check_widths(layout, document)
        drop_inner_links(layout)
        marks = mark_pages(
            layout,
            under=Stamp(stamp) if stamp else None,
            over=LineNumbers(layout) if document.meta.line_numbers else None,
        )
        pdf = layout.write_pdf(
            finisher=lambda laid, made: _finish(document, laid, made, marks),
            pdf_variant=VARIANT,
            output_intent=INTENT,
            pdf_identifier=f"{document.version}{stamp}".encode() or True,
        )
    if not isinstance(pdf, bytes):
        raise RenderError(Fault("WeasyPrint gave no PDF"))
    return pdf


def _finish(document: Document, layout: Layout, pdf: Any, marks: list[Marks]) -> None:
    """Complete a PDF before it is written; a finisher in WeasyPrint's sense."""
    describe_links(layout)
    number_glyphs(pdf)
    tree = Tree(document.meta.language)
    for place, page in enumerate(layout.pages):
        tree.add_page(place, page._page_box, marks[place])
    write_tree(tree, pdf, embed_files(document, pdf))
    write_metadata(document, pdf)
    settle(pdf)


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
