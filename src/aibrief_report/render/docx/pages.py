"""Page numbers for the Word file: laid out by LibreOffice, written in, laid out again until they stay.

That a renderer starts a program is an exception, because only a layout of the very file that is written tells
its pages. It happens where the brief asks for it; which LibreOffice it is then is part of the version.
"""

from __future__ import annotations

import json
import re

from aibrief_report.digest import Json, canonical, sha256
from aibrief_report.errors import Fault, RenderError
from aibrief_report.model.blocks import Box, Figure, Heading, Provenance, References, Table
from aibrief_report.model.document import Document
from aibrief_report.model.walk import walk
from aibrief_report.office.pages import bookmark_pages
from aibrief_report.office.program import office_version
from aibrief_report.ooxml.ids import bookmark_name
from aibrief_report.ooxml.packages import write_package
from aibrief_report.ooxml.reading import read_package
from aibrief_report.render.docx.manner import PUBLISHED, Manner
from aibrief_report.render.docx.writer import render_docx
from aibrief_report.store.cache import Cache
from aibrief_report.theme.tokens import Theme

_FORM = 1
"""Raised when the same document is laid out otherwise, so that old results are not believed."""
_GUESS = 10
"""A page to begin with: two digits wide, as most are."""
_ROUNDS = 6
_SETTINGS, _HYPHENATION = "word/settings.xml", re.compile(rb"<w:autoHyphenation\b[^>]*/>")


def render_with_pages(document: Document, theme: Theme, cache: Cache, manner: Manner = PUBLISHED) -> bytes:
    """Return a document as a DOCX whose contents and cross-references print pages.

    Raises `RenderError` where LibreOffice is missing or fails, and where the numbers move the pages that they
    name, round after round.
    """
    guessed = dict.fromkeys(printed_anchors(document), _GUESS)
    first = render_docx(document, theme, cache, guessed, manner)
    ingredients = _ingredients(first, theme)
    held = cache.get(ingredients)
    if held is None:
        held = canonical(_settled(document, theme, cache, first, manner))
        cache.put(ingredients, held)
    return render_docx(document, theme, cache, json.loads(held), manner)


def _settled(document: Document, theme: Theme, cache: Cache, made: bytes, manner: Manner) -> dict[str, int]:
    """Return the pages of anchors in a file that prints just these."""
    names = {anchor: bookmark_name(anchor) for anchor in printed_anchors(document)}
    fonts = {f"{place:02}-{face.name}": face.data for place, face in enumerate(theme.fonts.faces)}
    before: dict[str, int] = {}
    for _ in range(_ROUNDS):
        found = bookmark_pages(_unhyphenated(made), names.values(), fonts)
        pages = {anchor: found[name] for anchor, name in names.items()}
        if pages == before:
            return pages
        before, made = pages, render_docx(document, theme, cache, pages, manner)
    hint = "leave toc-pages out, or change a line near the end of a page"
    raise RenderError(Fault("the page numbers move the pages that they name", hint=hint))


def _unhyphenated(docx: bytes) -> bytes:
    """Return a document whose words are not parted: LibreOffice's version does not tell its dictionaries.

    The file is changed, not the styles of the opened document: LibreOffice 7.4 then often aborts.
    """
    members = dict(read_package(docx))
    members[_SETTINGS] = _HYPHENATION.sub(b"", members[_SETTINGS])
    return write_package(members)


def printed_anchors(document: Document) -> tuple[str, ...]:
    """Return the places whose pages can be printed: headings, and what has a label."""
    found = []
    for node in walk(document.blocks):
        match node:
            case Heading() | References() | Provenance():
                found.append(node.anchor)
            case Figure() | Table() | Box() if node.label and node.anchor:
                found.append(node.anchor)
            case _:
                pass
    return tuple(dict.fromkeys(found))


def _ingredients(made: bytes, theme: Theme) -> Json:
    fonts: list[Json] = [sha256(face.data) for face in theme.fonts.faces]
    by: list[Json] = [_FORM, office_version()]
    return {"what": "pages", "by": by, "document": sha256(made), "fonts": fonts}
