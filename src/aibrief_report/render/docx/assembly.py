"""A base document as a package: the parts that Word's document relates to, and what they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from aibrief_report.model.document import Document
from aibrief_report.ooxml.markup import escape, part, tag
from aibrief_report.ooxml.names import DECLARED, IGNORABLE, ContentType, Relation
from aibrief_report.ooxml.packages import CONTENT_TYPES, write_package
from aibrief_report.ooxml.parts import content_types, relationships, relationships_name
from aibrief_report.render.docx.numbering import Counts
from aibrief_report.render.docx.page import Pages
from aibrief_report.theme.tokens import Theme

_DOCUMENT, _APPLICATION = "word/document.xml", "docProps/app.xml"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_TYPES: Mapping[str, str] = {
    Relation.FONT_TABLE: ContentType.FONT_TABLE,
    Relation.FOOTER: ContentType.FOOTER,
    Relation.HEADER: ContentType.HEADER,
    Relation.NUMBERING: ContentType.NUMBERING,
    Relation.SETTINGS: ContentType.SETTINGS,
    Relation.STYLES: ContentType.STYLES,
    Relation.THEME: ContentType.THEME,
}


class Base(Struct, frozen=True):
    """A DOCX without text, and what is to be known of it to write one: its pages, how it counts, its look."""

    package: bytes
    pages: Pages
    counts: Counts
    theme: Theme


class BasePart(Struct, frozen=True):
    """A part of a base document: what it is to the document, its name, and the id of that relationship."""

    relation: str
    name: str
    data: bytes
    id: str = ""


class Held(Struct, frozen=True):
    """What parts hold, by name: pictures and fonts with their content types, and parts' relationships."""

    members: Mapping[str, bytes] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)


def assemble(document: Document, parts: Sequence[BasePart], held: Sequence[Held]) -> bytes:
    """Return the package of an empty document with these parts."""
    types = {one.name: _TYPES[one.relation] for one in parts}
    types |= {_DOCUMENT: ContentType.DOCUMENT, _APPLICATION: ContentType.EXTENDED}
    members = {one.name: one.data for one in parts}
    members[_DOCUMENT] = part("w:document", f"{DECLARED} {IGNORABLE}", tag("w:body"))
    members[_APPLICATION] = _application(document)
    for more in held:
        members |= more.members
        types |= more.types
    members[CONTENT_TYPES] = content_types(types)
    # Stored, not deflated: python-docx reads it at once, and what it becomes is compressed later.
    return write_package(members | _relations(parts), level=0)


def _relations(parts: Sequence[BasePart]) -> dict[str, bytes]:
    root = [("rId1", Relation.DOCUMENT, _DOCUMENT), ("rId2", Relation.EXTENDED, _APPLICATION)]
    ids = [one.id or f"rIdBase{place}" for place, one in enumerate(parts, start=1)]
    own = [(key, one.relation, f"/{one.name}") for key, one in zip(ids, parts, strict=True)]
    return {relationships_name(""): relationships(root), relationships_name(_DOCUMENT): relationships(own)}


def _application(document: Document) -> bytes:
    """Return the part that names who issued the document; Word writes counts of words there when it saves."""
    company = (tag("Company", escape(document.meta.publisher)),) if document.meta.publisher else ()
    return part("Properties", f'xmlns="{_EXTENDED}"', *company)
