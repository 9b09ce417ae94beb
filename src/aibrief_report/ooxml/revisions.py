"""Tracked changes: runs and paragraphs marked as inserted or deleted (ECMA-376 part 1, 17.13.5).

Works on parsed elements, as it marks what was written already.
"""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree
from msgspec import Struct, field

from aibrief_report.ooxml.names import NAMESPACES, clark
from aibrief_report.ooxml.text import text_of

_RUN, _TEXT, _PROPERTIES = clark("w:r"), clark("w:t"), clark("w:rPr")
_PARAGRAPH_PROPERTIES = clark("w:pPr")
_WORDS = re.compile(r"\s+|[^\s]+")
_PREFIXES = {"w": NAMESPACES["w"]}
_FIRST_ID = 900_001
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Marker(Struct):
    """Marks changes of one document: all bear the same date, each its author; ids count up."""

    date: str
    _made: int = field(default=0)

    def inserted(self, run: etree._Element, author: str) -> None:
        """Mark a run, where it stands, as inserted."""
        mark = self._mark("w:ins", author)
        _parent(run).replace(run, mark)
        mark.append(run)

    def deleted(self, run: etree._Element, author: str) -> etree._Element:
        """Return the text of a run as a deletion, to be put where it stood."""
        mark = self._mark("w:del", author)
        gone = etree.SubElement(mark, _RUN)
        look = run.find(_PROPERTIES)
        if look is not None:
            gone.append(deepcopy(look))
        text = etree.SubElement(gone, clark("w:delText"))
        text.text = text_of_run(run)
        text.set(_XML_SPACE, "preserve")
        return mark

    def paragraph_inserted(self, paragraph: etree._Element, author: str) -> None:
        """Mark a paragraph with all its runs as inserted."""
        for run in runs(paragraph):
            self.inserted(run, author)
        self._mark_end(paragraph, "w:ins", author)

    def paragraph_deleted(self, paragraph: etree._Element, author: str) -> etree._Element:
        """Return a paragraph of its own that shows another's words as deleted."""
        gone = etree.Element(clark("w:p"), nsmap=_PREFIXES)
        look = paragraph.find(_PARAGRAPH_PROPERTIES)
        if look is not None:
            gone.append(_without_section(look))
        gone.extend(self.deleted(run, author) for run in runs(paragraph) if text_of_run(run))
        self._mark_end(gone, "w:del", author)
        return gone

    def _mark_end(self, paragraph: etree._Element, kind: str, author: str) -> None:
        """Mark a paragraph's end: it is a character of its own in Word, and comes and goes with the rest."""
        look = paragraph.find(_PARAGRAPH_PROPERTIES)
        if look is None:
            look = etree.Element(_PARAGRAPH_PROPERTIES)
            paragraph.insert(0, look)
        end = look.find(_PROPERTIES)
        if end is None:
            end = etree.Element(_PROPERTIES)
            place = next((one for one in look if one.tag in _AFTER_END), None)
            look.append(end) if place is None else place.addprevious(end)
        end.insert(0, self._mark(kind, author))

    def _mark(self, kind: str, author: str) -> etree._Element:
        mark = etree.Element(clark(kind), nsmap=_PREFIXES)
        mark.set(clark("w:id"), str(_FIRST_ID + self._made))
        mark.set(clark("w:author"), author)
        mark.set(clark("w:date"), f"{self.date}T00:00:00Z")
        self._made += 1
        return mark


_AFTER_END = frozenset({clark("w:sectPr"), clark("w:pPrChange")})


def runs(paragraph: etree._Element) -> list[etree._Element]:
    """Return the runs of a paragraph in order, those in links and controls too, deleted ones not."""
    found = (run for run in paragraph.iter(_RUN) if run.getparent() is not None)
    return [run for run in found if next(run.iterancestors(clark("w:p"))) is paragraph]


def text_of_run(run: etree._Element) -> str:
    """Return what a run shows; empty for a field's marks and for pictures."""
    return text_of(run)


def split_into_words(run: etree._Element) -> list[etree._Element]:
    """Part a run of plain text into runs of a word or a space each, and return them; others stay whole."""
    content = [one for one in run if one.tag != _PROPERTIES]
    if len(content) != 1 or content[0].tag != _TEXT:
        return [run]
    words = _WORDS.findall(content[0].text or "")
    if len(words) < 2:
        return [run]
    parts = []
    for word in words:
        part = deepcopy(run)
        _set_text(part, word)
        run.addprevious(part)
        parts.append(part)
    _parent(run).remove(run)
    return parts


def join_alike(paragraph: etree._Element) -> None:
    """Join neighbouring runs, and neighbouring changes, that differ in nothing but their text."""
    for kind in (clark("w:ins"), clark("w:del")):
        for mark in list(paragraph.iter(kind)):
            _absorb(mark)
    for run in list(paragraph.iter(_RUN)):
        _absorb_text(run)


def _absorb(mark: etree._Element) -> None:
    """Take the next change into this one where both are of one kind and author."""
    if mark.getparent() is None:
        return
    while (after := mark.getnext()) is not None and after.tag == mark.tag:
        if after.get(clark("w:author")) != mark.get(clark("w:author")):
            return
        mark.extend(list(after))
        _parent(after).remove(after)


def _absorb_text(run: etree._Element) -> None:
    if run.getparent() is None or _only_text(run) is None:
        return
    while (after := run.getnext()) is not None and after.tag == _RUN and _alike(run, after):
        own, more = _only_text(run), _only_text(after)
        if own is None or more is None:
            return
        own.text = (own.text or "") + (more.text or "")
        own.set(_XML_SPACE, "preserve")
        _parent(after).remove(after)


def _alike(one: etree._Element, other: etree._Element) -> bool:
    first, second = _only_text(one), _only_text(other)
    if first is None or second is None or first.tag != second.tag:
        return False
    looks = [[etree.tostring(look) for look in run.findall(_PROPERTIES)] for run in (one, other)]
    return looks[0] == looks[1]


def _only_text(run: etree._Element) -> etree._Element | None:
    """Return the text of a run that holds nothing else; `None` for another."""
    content = [one for one in run if one.tag != _PROPERTIES]
    plain = len(content) == 1 and content[0].tag in (_TEXT, clark("w:delText"))
    return content[0] if plain else None


def _set_text(run: etree._Element, words: str) -> None:
    for text in run.iter(_TEXT):
        text.text = words
        text.set(_XML_SPACE, "preserve")


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    if parent is None:
        raise ValueError("the element stands in no document")
    return parent


def _without_section(look: etree._Element) -> etree._Element:
    """Return a paragraph's properties without the end of a section: deleting the text must not end one."""
    kept = deepcopy(look)
    for one in kept.findall(clark("w:sectPr")):
        kept.remove(one)
    return kept
