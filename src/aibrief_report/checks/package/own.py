"""What a DOCX made here carries of itself: the record of its numbers, in a custom XML part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, takewhile

from lxml import etree
from msgspec import Struct

from aibrief_report.checks.package.subject import WordFile
from aibrief_report.ooxml.names import clark
from aibrief_report.render.docx.provenance import PROVENANCE
from aibrief_report.versions.published import PROPERTY

_P = {"p": PROVENANCE}
_PART = f"{{{PROVENANCE}}}provenance"
_TITLE = re.compile(r"\[([^\[\]]+)\]$")
"""How the title of a number's control ends: with the tag in brackets (`ooxml.ids.control_alias`)."""
_MARKS = (clark("w:bookmarkStart"), clark("w:bookmarkEnd"))
_GONE = (clark("w:del"), clark("w:moveFrom"))
"""What stands in the file and no longer in the text."""
_CONTROL, _PROPERTIES, _VALUE = clark("w:sdt"), clark("w:sdtPr"), clark("w:val")


class Place(Struct, frozen=True):
    """A place that prints a number: its bookmark, and the number as it was printed there."""

    bookmark: str
    text: str


class Record(Struct, frozen=True):
    """The record of a file: the tags of its numbers, and the places that print them."""

    part: str
    tags: frozenset[str]
    places: tuple[Place, ...]


def is_own(file: WordFile) -> bool:
    """Tell whether a file was made here: its properties name a version of a brief."""
    for _, part in file.related("", "custom-properties"):
        root = file.roots.get(part)
        if root is not None and any(one.get("name") == PROPERTY for one in root):
            return True
    return False


def made_of(file: WordFile) -> etree._Element | None:
    """Return the part that tells what a file was made from; `None` where it has none."""
    return next((root for root in file.roots.values() if root.tag == _PART), None)


def record_of(file: WordFile) -> Record | None:
    """Return the record of a file's numbers; `None` where it has none."""
    for part, root in file.roots.items():
        if root.tag == _PART:
            tags = frozenset(one.get("tag", "") for one in root.iterfind("p:numbers/p:number", _P))
            places = root.iterfind("p:places/p:place", _P)
            told = tuple(Place(one.get("bookmark", ""), one.get("text", "")) for one in places)
            return Record(part, tags, told)
    return None


def number_controls(file: WordFile) -> Iterator[tuple[str, etree._Element, str]]:
    """Yield each control around a number: its part, itself, and the tag by which the record knows the number.

    The tag is empty where the control has lost it. LibreOffice before 25.2 drops tags and keeps titles, which
    end with the tag, outside links; within links it drops both. Controls that an editor or a citation
    manager adds are none of these.
    """
    for part, root in file.stories:
        for control in root.iter(_CONTROL):
            properties = control.find(_PROPERTIES)
            if properties is None or next(control.iterancestors(clark("w:p")), None) is None:
                continue
            named = _TITLE.search(_value(properties, "w:alias"))
            if named or not (_value(properties, "w:alias") or _value(properties, "w:tag")):
                yield part, control, _value(properties, "w:tag") or (named[1] if named else "")


def is_marked(control: etree._Element, record: Record) -> bool:
    """Tell whether a bookmark that the record knows is around a control; LibreOffice puts it inside."""
    known = {place.bookmark.lower() for place in record.places}
    around = takewhile(lambda one: one.tag in _MARKS, control.itersiblings(preceding=True))
    starts = chain(around, control.iter(_MARKS[0]))
    return any(start.get(clark("w:name"), "").lower() in known for start in starts)


def printed(start: etree._Element) -> str | None:
    """Return the text from the start of a bookmark to its end; `None` where it ends in another paragraph."""
    words: list[str] = []
    begun, key = False, start.get(clark("w:id"))
    for one in next(start.iterancestors(clark("w:p")), start).iter(*_MARKS, clark("w:t")):
        if one is start:
            begun = True
        elif begun and one.tag == _MARKS[1] and one.get(clark("w:id")) == key:
            return "".join(words)
        elif begun and one.tag == clark("w:t") and next(one.iterancestors(*_GONE), None) is None:
            words.append(one.text or "")
    return None


def _value(properties: etree._Element, name: str) -> str:
    found = properties.find(clark(name))
    return found.get(_VALUE, "") if found is not None else ""
