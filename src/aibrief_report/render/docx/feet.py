"""Running feet: short title and version at the left, the page of how many at the right."""

from __future__ import annotations

from collections.abc import Mapping

from aibrief_report.model.document import Document
from aibrief_report.model.walk import plain
from aibrief_report.ooxml.fields import page_count, page_number
from aibrief_report.ooxml.markup import NOTHING, Xml, join, part
from aibrief_report.ooxml.names import DECLARED, IGNORABLE
from aibrief_report.ooxml.paragraphs import TabStop, WordParagraph
from aibrief_report.ooxml.runs import run, tab

_BETWEEN = " · "


def foot(document: Document, text_width: float, *, first: bool = False) -> bytes:
    """Return a footer part. The first page, which bears the title, names the publisher in its place."""
    meta = document.meta
    name = meta.publisher if first else meta.short_title or plain(meta.title)
    version = f"{document.words['version']} {document.version}" if document.version else ""
    left = run(_BETWEEN.join(part for part in (name, version) if part))
    stops = (TabStop(text_width, "right"),)
    content = join((left, tab(), _page_of_pages(document.words)))
    return part("w:ftr", f"{DECLARED} {IGNORABLE}", WordParagraph(content, "Footer", tabs=stops).xml)


def _page_of_pages(words: Mapping[str, str]) -> Xml:
    """Return "page 2 of 9" in the document's language, its numbers as fields."""
    fields = {"page": page_number(), "pages": page_count()}
    found, rest = [], words["page-of-pages"]
    while rest:
        before, brace, rest = rest.partition("{")
        name, _, rest = rest.partition("}") if brace else ("", "", "")
        found += [run(before), fields.get(name, NOTHING)]
    return join(found)
