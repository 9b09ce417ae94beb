"""A Word file with tracked changes between two versions, each one labelled with its cause.

The newer DOCX is taken, and what differs in its text from the older one is marked: accept all, and it is
the newer again; reject all, and it reads as the older. Charts, pictures and looks are those of the newer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

from lxml import etree

from aibrief_report.changes.changes import Changes
from aibrief_report.changes.pairing import paired, words_alike
from aibrief_report.ooxml.ids import bookmark_name
from aibrief_report.ooxml.names import clark
from aibrief_report.ooxml.packages import write_package
from aibrief_report.ooxml.parsing import parse
from aibrief_report.ooxml.reading import read_package
from aibrief_report.ooxml.revisions import Marker, join_alike, runs, split_into_words, text_of_run
from aibrief_report.ooxml.text import text_of

Element: TypeAlias = etree._Element

_DOCUMENT, _NOTES = "word/document.xml", "word/footnotes.xml"
_P, _TABLE, _CELL = clark("w:p"), clark("w:tbl"), clark("w:tc")
_CONTROL, _HELD, _START = clark("w:sdt"), clark("w:sdtContent"), clark("w:bookmarkStart")
_FIELD = frozenset({clark("w:fldChar"), clark("w:instrText")})
_LABEL = "aibrief: {causes}"


def redline(then: bytes, now: bytes, found: Changes) -> bytes:
    """Return the DOCX of the newer side with the changes since the older tracked.

    Raises `InputError` for a package that cannot be read.
    """
    before, after = read_package(then, found.then.name), dict(read_package(now, found.now.name))
    writer = _Redline(Marker(found.now.document.meta.date), _causes(found))
    for name in (_DOCUMENT, _NOTES):
        if name in before and name in after:
            root = parse(after[name], name)
            writer.compare(parse(before[name], name), root)
            after[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return write_package(after)


def _causes(found: Changes) -> Mapping[str, str]:
    """Return what changed the paragraph of each bookmark, and in general under the empty name."""
    by_name: dict[str, list[str]] = {}
    for change in found.sentences:
        for one in (change.then, change.now):
            if one and one.anchor:
                by_name.setdefault(bookmark_name(one.anchor), []).append(change.cause)
    general = [change.cause for change in found.sentences] or [file.cause for file in found.files]
    general += ["toolkit"] if found.toolkit else []
    named = {name: _LABEL.format(causes=", ".join(dict.fromkeys(causes))) for name, causes in by_name.items()}
    return {**named, "": _LABEL.format(causes=", ".join(dict.fromkeys(general)) or "nothing")}


class _Redline:
    def __init__(self, marker: Marker, causes: Mapping[str, str]) -> None:
        self.marker, self.causes = marker, causes

    def compare(self, then: Element, now: Element) -> None:
        """Mark in the newer element what differs from the older: body, cell, or root of a part."""
        last: Element | None = None
        for one, other in paired(_blocks(then), _blocks(now), _key, _likeness):
            if other is None and one is not None:
                last = self._went(one, now, last)
            elif other is not None:
                self._came(other) if one is None else self._both(one, other)
                last = other

    def _both(self, then: Element, now: Element) -> None:
        if now.tag == _P:
            if text_of(then) != text_of(now):
                self._paragraph(then, now)
            return
        cells = list(then.iter(_CELL)), list(now.iter(_CELL))
        if now.tag == _TABLE and len(cells[0]) == len(cells[1]):
            for one, other in zip(*cells, strict=True):
                self.compare(one, other)
        elif now.tag != _TABLE:
            self.compare(then, now)

    def _paragraph(self, then: Element, now: Element) -> None:
        author = self._author(then, now)
        before = [part for run in runs(then) for part in split_into_words(run)]
        after = [part for run in runs(now) for part in split_into_words(run)]
        old, new = ([_token(run) for run in side] for side in (before, after))
        for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag == "equal":
                continue
            gone = [self.marker.deleted(run, author) for run in before[first:last] if text_of_run(run)]
            self._put(gone, now, after, start)
            for run in after[start:end]:
                if text_of_run(run):
                    self.marker.inserted(run, author)
        join_alike(now)

    def _put(self, gone: Sequence[Element], paragraph: Element, after: Sequence[Element], start: int) -> None:
        """Put deletions before the run at `start`, outside the link or control that it stands in."""
        if start < len(after):
            place = _outermost(after[start], paragraph)
            for one in gone:
                place.addprevious(one)
        else:
            paragraph.extend(gone)

    def _came(self, block: Element) -> None:
        for paragraph in [block] if block.tag == _P else block.iter(_P):
            self.marker.paragraph_inserted(paragraph, self._author(paragraph))
            join_alike(paragraph)

    def _went(self, block: Element, parent: Element, last: Element | None) -> Element | None:
        """Show what is no longer there as deleted, behind what stood before it; a table as its words.

        Returns the last element that was put there.
        """
        for paragraph in [block] if block.tag == _P else list(block.iter(_P)):
            if not text_of(paragraph):
                continue
            gone = self.marker.paragraph_deleted(paragraph, self._author(paragraph))
            join_alike(gone)
            if last is None:
                _put_first(gone, _body(parent))
            else:
                last.addnext(gone)
            last = gone
        return last

    def _author(self, *paragraphs: Element) -> str:
        names = (one.get(clark("w:name"), "") for paragraph in paragraphs for one in paragraph.iter(_START))
        return next((self.causes[name] for name in names if name in self.causes), self.causes[""])


def _blocks(parent: Element) -> list[Element]:
    """Return paragraphs and tables, those in block controls (the contents) too, and the notes of a part."""
    found: list[Element] = []
    for one in _body(parent):
        if one.tag in (_P, _TABLE, clark("w:footnote")):
            found.append(one)
        elif one.tag == _CONTROL:
            found += [part for held in one.iter(_HELD) for part in held if part.tag in (_P, _TABLE)]
    return found


def _body(parent: Element) -> Element:
    found = parent.find(clark("w:body"))
    return parent if found is None else found


def _put_first(gone: Element, parent: Element) -> None:
    """Put a paragraph before all others; the properties of a cell stay ahead of it."""
    place = next((number for number, one in enumerate(parent) if one.tag != clark("w:tcPr")), len(parent))
    parent.insert(place, gone)


def _key(block: Element) -> tuple[str, str]:
    return str(block.tag), text_of(block)


def _likeness(one: Element, other: Element) -> float:
    """Return how alike two blocks are: those of one bookmark are the same, whatever their words."""
    if one.tag != other.tag:
        return 0.0
    names = [{start.get(clark("w:name")) for start in block.iter(_START)} for block in (one, other)]
    shared = {name for name in names[0] & names[1] if name and not name.startswith(("_n", "_cite"))}
    return 1.0 if shared else words_alike(text_of(one), text_of(other))


def _token(run: Element) -> str:
    """Return what tells runs apart: their words, or what else they are."""
    text = text_of_run(run)
    if text:
        return text
    return next((f"\0{one.tag}" for one in run if one.tag in _FIELD), "\0other")


def _outermost(run: Element, paragraph: Element) -> Element:
    """Return the child of a paragraph that a run stands in."""
    place = run
    while (parent := place.getparent()) is not None and parent is not paragraph:
        place = parent
    return place
