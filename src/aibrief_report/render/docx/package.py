"""The DOCX package while it is written. Only this module knows python-docx."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from aibrief_report.errors import Fault, RenderError
from aibrief_report.model.document import Meta
from aibrief_report.ooxml.footnotes import footnotes_part
from aibrief_report.ooxml.markup import NOTHING, Xml
from aibrief_report.ooxml.names import DECLARED, ContentType, Relation
from aibrief_report.ooxml.packages import CONTENT_TYPES, write_package
from aibrief_report.ooxml.parts import content_types, relationships_name
from aibrief_report.ooxml.properties import custom_xml_properties
from aibrief_report.ooxml.reading import is_harmless
from aibrief_report.ooxml.tracking import track_changes


class Package:
    """A package, its parts and their relationships.

    What is written belongs to the document's own part or, `within_footnotes`, to that of the footnotes:
    each part has relationships of its own.
    """

    def __init__(self, base: bytes) -> None:
        import docx  # 0.1 s that no other format needs
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part, XmlPart
        from docx.oxml.parser import parse_xml

        self._part, self._uri, self._parse = Part, PackURI, parse_xml
        self._document = docx.Document(io.BytesIO(base))
        self._main: Any = self._document.part
        self._owner: Any = self._main
        self._footnotes: Any = XmlPart(
            PackURI("/word/footnotes.xml"), ContentType.FOOTNOTES, parse_xml(footnotes_part()), self._opc
        )
        self._main.relate_to(self._footnotes, Relation.FOOTNOTES)
        self._links: dict[tuple[int, str], str] = {}
        self._drawings: dict[str, Any] = {}
        self._carried = 0

    @property
    def _opc(self) -> Any:
        return self._main.package

    @contextmanager
    def within_footnotes(self) -> Iterator[None]:
        """Let links and pictures belong to the part of the footnotes for a while."""
        self._owner = self._footnotes
        try:
            yield
        finally:
            self._owner = self._main

    @property
    def in_footnotes(self) -> bool:
        """Whether footnotes are being written."""
        return self._owner is self._footnotes

    def link(self, url: str) -> str:
        """Return the relationship that leads to an address outside.

        Raises `RenderError` for one that could run something: such a file is refused when it comes back.
        """
        if not is_harmless(url):
            fault = f"the link to {url!r} has no address that a reader can follow"
            raise RenderError(Fault(fault, hint="write it with https://"))
        key = (id(self._owner), url)
        if key not in self._links:
            self._links[key] = self._owner.relate_to(url, Relation.HYPERLINK, is_external=True)
        return self._links[key]

    def picture(self, data: bytes) -> str:
        """Return the relationship that leads to a PNG, JPEG or GIF file, which is stored once."""
        image = self._opc.get_or_add_image_part(io.BytesIO(data))
        return str(self._owner.relate_to(image, Relation.IMAGE))

    def drawing(self, svg: str) -> str:
        """Return the relationship that leads to an SVG file, which is stored once."""
        if svg not in self._drawings:
            name = f"word/media/drawing{len(self._drawings) + 1}.svg"
            self._drawings[svg] = self.add(name, ContentType.SVG, svg.encode())
        return str(self._owner.relate_to(self._drawings[svg], Relation.IMAGE))

    def add(self, name: str, content_type: str, data: bytes) -> Any:
        """Return a new part, which nothing relates to yet."""
        return self._part(self._uri(f"/{name}"), content_type, data, self._opc)

    def relate(
        self, name: str, content_type: str, relation: str, data: bytes, *, to_root: bool = False
    ) -> Any:
        """Return a new part, related to by the document's part or, `to_root`, by the package itself."""
        found = self.add(name, content_type, data)
        (self._opc if to_root else self._main).relate_to(found, relation)
        return found

    def carry(self, namespace: str, data: bytes) -> None:
        """Add a custom XML part, which Word and LibreOffice keep as it is; its namespace is its name."""
        self._carried += 1
        number = self._carried
        item = self.relate(f"customXml/item{number}.xml", ContentType.XML, Relation.CUSTOM_XML, data)
        properties = custom_xml_properties(namespace)
        held = self.add(f"customXml/itemProps{number}.xml", ContentType.CUSTOM_XML, properties)
        item.relate_to(held, Relation.CUSTOM_XML_PROPERTIES)

    def track_changes(self) -> None:
        """Let Word record every change that is made to the file, from its opening on."""
        track_changes(self._document.settings.element)

    def describe(self, meta: Meta, properties: Mapping[str, str]) -> None:
        """Fill in the core properties; created and modified is the day that the brief bears."""
        core = self._document.core_properties
        core.title, core.subject = properties["title"], properties["subject"]
        core.author = core.last_modified_by = properties["creator"]
        core.keywords, core.comments = properties["keywords"], properties["description"]
        core.category, core.language, core.revision = properties["category"], meta.language, 1
        core.created = core.modified = _midnight(meta.date)

    def bytes(self, body: Xml, notes: Xml, lists: Xml) -> bytes:
        """Return the finished package: paragraphs and tables, footnotes, and lists that start anew."""
        if lists:  # a house's own list of numberings may use other prefixes
            numbering = self._main.numbering_part.element
            numbering.extend(self._parse(f"<w:grown {DECLARED}>{lists}</w:grown>"))
        written = {self._main: ("w:body", body), self._footnotes: ("w:footnotes", notes)}
        parts = list(self._opc.iter_parts())
        types = {part.partname.membername: part.content_type for part in parts}
        members = {CONTENT_TYPES: content_types(types), relationships_name(""): _bytes(self._opc.rels.xml)}
        for part in parts:
            members[part.partname.membername] = _filled(part.blob, *written.get(part, ("", NOTHING)))
            if part.rels:
                members[relationships_name(part.partname.membername)] = _bytes(part.rels.xml)
        return write_package(members)


def _filled(part: bytes, name: str, content: Xml) -> bytes:
    """Return a part with more at the end of an element; its root declares all prefixes.

    As text, for lxml takes five times as long to move a tree into another.
    """
    if not content:
        return part
    empty, end = f"<{name}/>".encode(), f"</{name}>".encode()
    if empty in part:
        return part.replace(empty, f"<{name}>{content}</{name}>".encode(), 1)
    before, _, after = part.rpartition(end)
    return b"".join((before, content.encode(), end, after))


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def _midnight(date: str) -> datetime:
    """Return the start of a day, or of the first day of a month or year, that ISO 8601 text names."""
    year, month, day = (*date.split("-"), "1", "1")[:3]
    return datetime(int(year), int(month), int(day), tzinfo=UTC).replace(tzinfo=None)
