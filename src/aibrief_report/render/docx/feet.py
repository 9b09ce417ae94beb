"""Running feet: short title at the left, version in the middle, the page of how many at the right."""

from __future__ import annotations

from collections.abc import Mapping

from aibrief_report.model.document import Document
from aibrief_report.model.walk import plain
from aibrief_report.ooxml.fields import page_count, page_number
from aibrief_report.ooxml.markup import NOTHING, Xml, join, part
from aibrief_report.ooxml.names import DECLARED, IGNORABLE
from aibrief_report.ooxml.paragraphs import TabStop, WordParagraph
from aibrief_report.ooxml.runs import run, tab
from aibrief_report.render.docx.widths import line_width

_BETWEEN = " · "
_SIZE, _HALF_VERSION, _RESERVED = 7.5, 40.0, 150.0
"""Points: about the size of the foot's type, half the room for a version, the room for version and page."""


def foot(document: Document, text_width: float, side: float, *, first: bool = False) -> bytes:
    """Return a footer part, as wide as text and side column.

    The first page, which bears the title, names publisher and licence in its place.
    """
    meta = document.meta
    imprint = _BETWEEN.join(part for part in (meta.publisher, meta.licence) if part)
    name = imprint if first else meta.short_title or plain(meta.title)
    # Word counts tab stops from the margin, not from the indent.
    stops = (TabStop((text_width - side) / 2, "center"), TabStop(text_width, "right"))
    content = join((_left(name, document.version, text_width + side), tab(), _page_of_pages(document.words)))
    line = WordParagraph(content, "Footer", tabs=stops, indent=-side if side else None)
    return part("w:ftr", f"{DECLARED} {IGNORABLE}", line.xml)


def _left(name: str, version: str, width: float) -> Xml:
    """Return name and version; a long name lets the version follow, a longer one is cut."""
    if line_width(name, _SIZE) < width / 2 - _HALF_VERSION:
        return join((run(name), tab(), run(version)))
    most = int(len(name) * min(1.0, (width - _RESERVED) / line_width(name, _SIZE)))
    cut = name if most >= len(name) else name[:most].rstrip() + "…"
    return run(_BETWEEN.join(one for one in (cut, version) if one))


def _page_of_pages(words: Mapping[str, str]) -> Xml:
    """Return "page 2 of 9" in the document's language, its numbers as fields."""
    fields = {"page": page_number(), "pages": page_count()}
    found, rest = [], words["page-of-pages"]
    while rest:
        before, brace, rest = rest.partition("{")
        name, _, rest = rest.partition("}") if brace else ("", "", "")
        found += [run(before), fields.get(name, NOTHING)]
    return join(found)
