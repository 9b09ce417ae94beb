"""Reading back what names carried through editing: the text at each bookmark, and what controls hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct, field

from aibrief_report.ooxml.markup import Xml
from aibrief_report.ooxml.names import clark
from aibrief_report.ooxml.text import text_of, text_parts

_START, _END, _PARAGRAPH = (clark(name) for name in ("w:bookmarkStart", "w:bookmarkEnd", "w:p"))
_ID, _NAME, _VALUE = clark("w:id"), clark("w:name"), clark("w:val")
_ALIAS = re.compile(r"\[([^\]]+)\]$")
# LibreOffice 7.4 copies footnotes while it reads them, and renames their bookmarks.
_COPY = re.compile(r"_Copy_\d+$")
# Bookmarks that start where a paragraph's text does, also behind a footnote's mark, or end where it ends.
_FIRST = re.compile(
    r"(?:<w:p>|</w:pPr>|<w:footnoteRef/></w:r><w:r><w:tab/></w:r>)((?:<w:bookmarkStart [^>]*/>)+)"
)
_LAST = re.compile(r"((?:<w:bookmarkEnd [^>]*/>)+)</w:p>")
_STARTS = re.compile(r'w:id="(\d+)" w:name="([^"]*)"')
_NUMBERS = re.compile(r'w:id="(\d+)"')
_EDGES = "\t\n"
"""What stands around a text without being of it: the tab behind a footnote's mark, the end of a paragraph."""


class Marked(Struct, frozen=True):
    """What a bookmark marks: the text within it, and that of all paragraphs in which it marks something.

    An editor may write on behind a bookmark's end: then only `around` has it. `beside` are the names of the
    other bookmarks in these paragraphs.
    """

    text: str
    around: str
    beside: frozenset[str]


def bookmarked(root: etree._Element) -> dict[str, Marked]:
    """Return what each bookmark marks, by its name; paragraphs are parted by line ends.

    An editor that splits a paragraph repeats its bookmark: what stands in several of a name is one text.
    """
    return _Reader().read(root)


def trimmed(text: str) -> str:
    """Return a text without what may stand around it; texts are compared so."""
    return text.strip(_EDGES)


def whole_paragraphs(xml: Xml) -> frozenset[str]:
    """Return the names of the bookmarks that mark all of a paragraph, in markup that was written here."""
    ended = {number for run in _LAST.findall(xml) for number in _NUMBERS.findall(run)}
    starts = (start for run in _FIRST.findall(xml) for start in _STARTS.findall(run))
    return frozenset(name for number, name in starts if number in ended)


def controlled(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the tag and the text of every content control that tells what it holds, in reading order.

    The tag is taken from the title where an editor dropped it (see `ooxml.controls`).
    """
    for control in root.iter(clark("w:sdt")):
        name = _control_name(control)
        content = control.find(clark("w:sdtContent"))
        if name and content is not None:
            yield name, text_of(content)


class _Paragraph(Struct):
    parts: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)


class _Reader(Struct):
    """Goes through a part once.

    `opened` are the bookmarks that have not ended yet, by their ids; `paragraphs` those that are being read,
    the innermost last; `places` those in which a bookmark marks something.
    """

    opened: dict[str, str] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)
    paragraphs: list[_Paragraph] = field(default_factory=list)
    places: dict[str, list[_Paragraph]] = field(default_factory=dict)

    def read(self, root: etree._Element) -> dict[str, Marked]:
        for element, text in text_parts(root):
            if element.tag == _START:
                self._starts(element)
            elif element.tag == _END:
                self.opened.pop(element.get(_ID, ""), None)
            elif element.tag == _PARAGRAPH and not text:
                self.paragraphs.append(_Paragraph())
            elif element.tag == _PARAGRAPH:
                self._within(text)
                self.paragraphs.pop()
            elif text:
                self._within(text)
                self._stands(*self.opened.values())
        return {name: self._marked(name, parts) for name, parts in self.texts.items()}

    def _starts(self, element: etree._Element) -> None:
        name = _COPY.sub("", element.get(_NAME, ""))
        self.opened[element.get(_ID, "")] = name
        self.texts.setdefault(name, []).extend(["\n"] if name in self.texts else [])
        self._stands(name)

    def _stands(self, *names: str) -> None:
        """Take note that bookmarks mark something in the paragraph that is being read."""
        if not self.paragraphs:
            return
        here = self.paragraphs[-1]
        for name in names:
            if name not in here.names:
                here.names.add(name)
                self.places.setdefault(name, []).append(here)

    def _within(self, text: str) -> None:
        for name in self.opened.values():
            self.texts[name].append(text)
        if self.paragraphs:
            self.paragraphs[-1].parts.append(text)

    def _marked(self, name: str, parts: list[str]) -> Marked:
        places = self.places.get(name, [])
        around = "".join(part for one in places for part in one.parts)
        beside = frozenset(other for one in places for other in one.names) - {name}
        return Marked(trimmed("".join(parts)), trimmed(around), beside)


def _control_name(control: etree._Element) -> str:
    properties = control.find(clark("w:sdtPr"))
    if properties is None:
        return ""
    own = properties.find(clark("w:tag"))
    if own is not None:
        return own.get(_VALUE, "")
    title = properties.find(clark("w:alias"))
    found = _ALIAS.search(title.get(_VALUE, "")) if title is not None else None
    return found[1] if found else ""
