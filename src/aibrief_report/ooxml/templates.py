"""Word files as a source of styles: a document or template taken apart into what shapes other documents.

Only what a brief takes over is looked at: styles, lists, fonts, theme, settings, and headers and footers
with the pictures in them. Text, notes, comments and everything else of the file is left alone.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct

from aibrief_report.errors import Fault, Faults, InputError, Place
from aibrief_report.ooxml.markup import Xml
from aibrief_report.ooxml.names import NAMESPACES, Relation, clark
from aibrief_report.ooxml.packages import CONTENT_TYPES
from aibrief_report.ooxml.parsing import parse
from aibrief_report.ooxml.parts import relationships_name
from aibrief_report.ooxml.reading import read_package

_MAIN = re.compile(r"wordprocessingml\.(?:document|template)\.main\+xml$")
_STRICT = b"http://purl.oclc.org/ooxml/"
_FURNITURE = (Relation.HEADER, Relation.FOOTER)
_READ = (Relation.STYLES, Relation.NUMBERING, Relation.SETTINGS, Relation.THEME, Relation.FONT_TABLE)
_FIELDS = frozenset(
    (
        *("=", "ADVANCE", "AUTHOR", "COMMENTS", "DOCPROPERTY", "IF", "KEYWORDS", "NUMPAGES", "PAGE", "QUOTE"),
        *("SECTION", "SECTIONPAGES", "STYLEREF", "SUBJECT", "SYMBOL", "TITLE"),
    )
)
"""Fields that print what the document knows of itself; others tell of the template's own day and folder,
fetch files, ask databases or run programs."""
_VML = "{urn:schemas-microsoft-com:vml}"
_ADDRESSES = ("src", "href")
_OUTSIDE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//|\\\\)", re.IGNORECASE)


class Link(Struct, frozen=True):
    """A relationship of a part: its id and type, and the part or (`outside`) the address that it leads to."""

    id: str
    kind: str
    target: str
    outside: bool


class WordTemplate(Struct, frozen=True):
    """A Word file that was read and found harmless: its name, its members, and the name of its document."""

    name: str
    members: Mapping[str, bytes]
    main: str

    def part(self, relation: str) -> str:
        """Return the name of the one part that the document has of a kind; empty where it has none."""
        found = (link.target for link in self.links(self.main) if link.kind == relation)
        return next((name for name in found if name in self.members), "")

    def xml(self, name: str) -> etree._Element:
        """Return the root of a part, parsed anew, so that it may be changed."""
        return parse(self.members[name], f"{self.name}!{name}")

    def links(self, name: str) -> tuple[Link, ...]:
        """Return the relationships of a part."""
        data = self.members.get(relationships_name(name))
        return tuple(_links(data, name, self.name)) if data else ()

    def content_type(self, name: str) -> str:
        """Return the content type of a part; empty where the file tells none."""
        types = self.xml(CONTENT_TYPES)
        path, end = f"/{name}".lower(), name.rpartition(".")[2].lower()
        own = (one for one in types if one.get("PartName", "").lower() == path)
        usual = (one for one in types if one.get("Extension", "").lower() == end)
        return next((one.get("ContentType", "") for found in (own, usual) for one in found), "")

    def furniture(self) -> tuple[Link, ...]:
        """Return the relationships of the document to its headers and footers."""
        found = (link for link in self.links(self.main) if link.kind in _FURNITURE)
        return tuple(link for link in found if link.target in self.members)


def read_template(data: bytes, name: str) -> WordTemplate:
    """Return a Word document or template; `name` is that of its file, for errors.

    Raises `InputError` for what `read_package` refuses, a file that is none of Word's, one without styles,
    and headers or footers that fetch something or hold more than text and pictures; all faults at once.
    """
    members = read_package(data, name)
    links = tuple(_links(members.get("_rels/.rels", b"<none/>"), "", name))
    main = next((link.target for link in links if link.kind.endswith("/officeDocument")), "")
    template = WordTemplate(name, members, main)
    _check_kind(template)
    faults = Faults(InputError)
    for part in (main, *(template.part(kind) for kind in _READ)):
        if part:
            template.xml(part)
    drawn = (template.part(kind) for kind in (Relation.NUMBERING, Relation.THEME))
    for part in (*drawn, *(link.target for link in template.furniture())):
        if part in template.members:
            _check_furniture(template, part, faults)
    faults.check()
    return template


def _links(data: bytes, name: str, place: str) -> Iterator[Link]:
    folder = posixpath.dirname(name)
    for one in parse(data, f"{place}!{relationships_name(name)}"):
        target, outside = one.get("Target", ""), one.get("TargetMode") == "External"
        inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield Link(one.get("Id", ""), one.get("Type", ""), target if outside else inside, outside)


def _check_kind(template: WordTemplate) -> None:
    name = template.name
    hint = "save it in Word as a document (.docx) or template (.dotx)"
    if template.main in template.members and _STRICT in template.members[template.main][:4000]:
        raise InputError(Fault("the file is in the strict form of Open XML", Place(name), hint))
    if template.main not in template.members or not _MAIN.search(template.content_type(template.main)):
        raise InputError(Fault("the file is no document of Word", Place(name), hint))
    if not template.part(Relation.STYLES):
        raise InputError(Fault("the document has no styles", Place(name), hint))


def _check_furniture(template: WordTemplate, part: str, faults: Faults) -> None:
    """Add a fault for everything in a header, footer or list that is more than text and pictures."""
    place = Place(f"{template.name}!{part}")
    root = template.xml(part)
    for link in template.links(part):
        kept = link.kind == Relation.IMAGE and link.target in template.members
        picture = kept and template.content_type(link.target).startswith("image/")
        if not (picture or link.kind == Relation.HYPERLINK):
            kind = link.kind.rpartition("/")[2]
            faults.add(f"it holds more than text and pictures ({kind})", place, "make it a picture")
    for name in sorted({one for one in _fields(root) if one not in _FIELDS}):
        faults.add(f"it has a field that is not taken over: {name}", place, "put its text in its place")
    if any(_OUTSIDE.match(value) for value in _addresses(root)):
        faults.add("it shows a picture from outside the file", place, "insert the picture itself")


def _fields(root: etree._Element) -> Iterator[str]:
    """Yield the kinds of the fields in a part, such as PAGE; what Word splits into runs is joined first."""
    for field in root.iter(clark("w:fldSimple")):
        yield _kind(field.get(clark("w:instr"), ""))
    parts: list[str] = []
    for one in root.iter(clark("w:fldChar"), clark("w:instrText")):
        if one.tag == clark("w:instrText"):
            parts.append(one.text or "")
        elif parts:
            yield _kind("".join(parts))
            parts = []
    if parts:
        yield _kind("".join(parts))


def _kind(instruction: str) -> str:
    word = re.match(r"\s*(=|[A-Za-z]+)", instruction)
    return word[1].upper() if word else instruction.strip()[:20]


def _addresses(root: etree._Element) -> Iterator[str]:
    """Yield where the shapes of a part have their pictures from, and where they lead (VML)."""
    for one in root.iter():
        if str(one.tag).startswith(_VML):
            yield from (str(value) for key, value in one.attrib.items() if key in _ADDRESSES)


def copied(element: etree._Element) -> Xml:
    """Return an element as XML, without what it relates to: relationships are those of its old part."""
    twin = parse(etree.tostring(element, with_tail=False), "copy")
    for one in twin.iter():
        for key in [key for key in one.attrib if str(key).startswith(f"{{{NAMESPACES['r']}}}")]:
            del one.attrib[key]
    return Xml(etree.tostring(twin, encoding="unicode"))
