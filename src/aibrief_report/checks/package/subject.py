"""What the rules look at: a DOCX with its parts read once, and how they hang together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct

from aibrief_report.checks.finding import Finding
from aibrief_report.errors import Fault, InputError, Place
from aibrief_report.ooxml.names import clark
from aibrief_report.ooxml.packages import CONTENT_TYPES
from aibrief_report.ooxml.parsing import parse
from aibrief_report.ooxml.parts import relationships_name
from aibrief_report.ooxml.reading import read_members
from aibrief_report.ooxml.relations import (
    ContentTypes,
    Relationship,
    read_content_types,
    read_relationships,
    source_part,
    target_part,
)
from aibrief_report.ooxml.text import text_of

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Begins a compound file (MS-CFB, 2.2): Word before 2007, and packages behind a password."""
_STRICT = b"http://purl.oclc.org/ooxml/"
_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
"""Kinds of the relationships that lead from the main part to more text."""
_ALTERNATIVE = clark("mc:Fallback")
_PARAGRAPH = clark("w:p")


class WordFile(Struct, frozen=True):
    """A DOCX. Parts are known by their names, such as "word/document.xml".

    `roots` are the parts that are XML, read, without what is there for readers that do not know newer markup
    (`mc:Fallback`), which repeats text and ids. `unreadable` are the faults of XML that cannot be read.
    """

    name: str
    members: Mapping[str, bytes]
    roots: Mapping[str, etree._Element]
    unreadable: tuple[Fault, ...]
    types: ContentTypes
    relations: Mapping[str, tuple[Relationship, ...]]
    main: str

    def related(self, part: str, *kinds: str) -> Iterator[tuple[Relationship, str]]:
        """Yield the relationships of a part within the package, those of some kinds, and their targets."""
        for one in self.relations.get(part, ()):
            if not one.external and (not kinds or one.kind in kinds):
                yield one, target_part(part, one.target)

    def root_of(self, kind: str) -> tuple[str, etree._Element | None]:
        """Return the part that the main part relates to as a kind ("styles"), `None` where there is none."""
        for _, target in self.related(self.main, kind):
            if target in self.roots:
                return target, self.roots[target]
        return "", None

    @property
    def stories(self) -> Iterator[tuple[str, etree._Element]]:
        """The parts that hold text, the main one first."""
        names = [self.main, *(target for _, target in self.related(self.main, *_STORIES))]
        for name in dict.fromkeys(names):
            if name in self.roots:
                yield name, self.roots[name]

    @property
    def charts(self) -> Iterator[tuple[str, etree._Element]]:
        """The parts that are charts."""
        for name, root in self.roots.items():
            if etree.QName(root).localname == "chartSpace":
                yield name, root

    def found(
        self, part: str, message: str, hint: str = "", at: etree._Element | None = None, text: str = ""
    ) -> Finding:
        """Return a finding in a part: with the paragraph around an element, or with a text of its own."""
        return Finding(message, Place(self.name), hint, text or _words_around(at), part=part)


def read_word_file(data: bytes, name: str) -> WordFile:
    """Return a DOCX as the rules look at it; `name` is that of the file.

    Raises `InputError` for what is no DOCX or cannot be unpacked. What is wrong within it, the rules tell.
    """
    if data.startswith(_OLD):
        hint = "open it in Word, and save it as a .docx without a password"
        raise InputError(Fault("this is an old Word file, or one behind a password", Place(name), hint))
    if not data.startswith(b"PK"):
        raise InputError(Fault("this is no DOCX: it is no zip file", Place(name)))
    members = read_members(data, name)
    roots, unreadable = _roots(members, name)
    types = read_content_types(roots[CONTENT_TYPES]) if CONTENT_TYPES in roots else ContentTypes({}, {})
    relations = {
        source_part(part): read_relationships(root) for part, root in roots.items() if part.endswith(".rels")
    }
    main = _main(relations, roots, members, name)
    return WordFile(name, members, roots, unreadable, types, relations, main)


def _roots(members: Mapping[str, bytes], name: str) -> tuple[dict[str, etree._Element], tuple[Fault, ...]]:
    roots: dict[str, etree._Element] = {}
    faults: list[Fault] = []
    for part in sorted(members):
        if not part.lower().endswith((".xml", ".rels")):
            continue
        try:
            roots[part] = _without_alternatives(parse(members[part], part))
        except InputError as error:
            faults += error.faults
    return roots, tuple(faults)


def _without_alternatives(root: etree._Element) -> etree._Element:
    for one in list(root.iter(_ALTERNATIVE)):
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)
    return root


def _main(
    relations: Mapping[str, tuple[Relationship, ...]],
    roots: Mapping[str, etree._Element],
    members: Mapping[str, bytes],
    name: str,
) -> str:
    """Return the part that holds the text. Raises `InputError` where there is none."""
    led = [target_part("", one.target) for one in relations.get("", ()) if one.kind == "officeDocument"]
    if not led:
        what = f"this is no DOCX: {relationships_name('')} names no document"
        raise InputError(
            Fault(what, Place(name), "is it whole? Word can repair files: Open, Open and Repair")
        )
    main = led[0]
    if _STRICT in members.get(relationships_name(""), b""):
        hint = "save it in Word as “Word Document (*.docx)”"
        raise InputError(
            Fault("the file is in the strict form of Open XML, which is not read", Place(name), hint)
        )
    if main in members and main not in roots:
        raise InputError(Fault(f"this is no DOCX that can be read: {main} is damaged", Place(name)))
    if main not in roots or roots[main].tag != clark("w:document"):
        raise InputError(Fault(f"this is no DOCX: {main} holds no Word document", Place(name)))
    return main


def _words_around(element: etree._Element | None) -> str:
    """Return the text of the paragraph around an element, or of the block before one that has no text."""
    if element is None:
        return ""
    inside = (one for one in (element, *element.iterancestors()) if one.tag == _PARAGRAPH)
    found = next(inside, element)
    words = (text_of(one).strip() for one in (found, *found.itersiblings(preceding=True)))
    return next((text for text in words if text), "")
