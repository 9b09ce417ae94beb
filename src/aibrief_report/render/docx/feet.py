"""Running feet: short title at the left, version in the middle, the page of how many at the right."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from aibrief_report.model.document import Document
from aibrief_report.ooxml.fields import page_count, page_number
from aibrief_report.ooxml.markup import NOTHING, Xml, join, part
from aibrief_report.ooxml.names import DECLARED, IGNORABLE
from aibrief_report.ooxml.paragraphs import TabStop, WordParagraph
from aibrief_report.ooxml.runs import run, tab
from aibrief_report.render.docx.named import IMPRINT, RUNNING_TITLE, VERSION, named, own_properties
from aibrief_report.render.docx.widths import line_width

_BETWEEN = " · "
_HALF_VERSION = 40.0
"""Points: half the room for a version."""


class FootStyle(Struct, frozen=True):
    """The style of feet: about the size of its type, and where it has tab stops of its own, in points."""

    size: float = 7.5
    stops: tuple[float, ...] = ()


_OWN = FootStyle()


def head(document: Document, side: float) -> bytes:
    """Return a header part that names the brief, out to the edge of the side column."""
    title = named(own_properties(document), RUNNING_TITLE)
    line = WordParagraph(title, "Header", indent=-side if side else None)
    return part("w:hdr", f"{DECLARED} {IGNORABLE}", line.xml)


def foot(
    document: Document,
    text_width: float,
    side: float,
    *,
    first: bool = False,
    titled: bool = True,
    style: FootStyle = _OWN,
) -> bytes:
    """Return a footer part, as wide as text and side column; `style` is what is known of Word's Footer.

    The first page, which bears the title, names publisher and licence in its place; where the title runs in
    the head, other pages are not `titled`. All are fields, so that
    the foot, taken over in a house template, tells of the next document.
    """
    properties = own_properties(document)
    name = IMPRINT if first else RUNNING_TITLE
    # A name that reaches the middle lets the version follow it.
    fits = line_width(properties[name], style.size) < (text_width + side) / 2 - _HALF_VERSION
    apart = tab() if fits else run(_BETWEEN)
    # Word counts tab stops from the margin, not from the indent.
    own = (TabStop((text_width - side) / 2, "center"), TabStop(text_width, "right"))
    stops = (*(TabStop(place, "clear") for place in style.stops), *own)
    shown = named(properties, name) if first or titled else NOTHING
    left = join((shown, apart if shown else tab(), named(properties, VERSION)))
    content = join((left, tab(), _page_of_pages(document.words)))
    line = WordParagraph(content, "Footer", tabs=stops, indent=-side if side else None)
    return part("w:ftr", f"{DECLARED} {IGNORABLE}", line.xml)


def _page_of_pages(words: Mapping[str, str]) -> Xml:
    """Return "page 2 of 9" in the document's language, its numbers as fields."""
    fields = {"page": page_number(), "pages": page_count()}
    found, rest = [], words["page-of-pages"]
    while rest:
        before, brace, rest = rest.partition("{")
        name, _, rest = rest.partition("}") if brace else ("", "", "")
        found += [run(before), fields.get(name, NOTHING)]
    return join(found)
