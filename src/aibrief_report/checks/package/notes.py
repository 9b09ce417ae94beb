"""Footnotes, endnotes and comments of a file."""

from __future__ import annotations

from lxml import etree
from msgspec import Struct

from aibrief_report.checks.package.subject import WordFile
from aibrief_report.ooxml.names import clark


class Kind(Struct, frozen=True):
    """A kind of note: its name, the kind of its part, its element, and its marks in the text."""

    name: str
    part: str
    element: str
    marks: tuple[str, ...]


KINDS = (
    Kind("footnote", "footnotes", "w:footnote", ("w:footnoteReference",)),
    Kind("endnote", "endnotes", "w:endnote", ("w:endnoteReference",)),
    Kind("comment", "comments", "w:comment", ("w:commentReference", "w:commentRangeStart")),
)


def notes_of(file: WordFile, kind: Kind) -> tuple[str, tuple[etree._Element, ...]]:
    """Return the part of the notes of a kind, and the notes; the lines that part notes from text are none."""
    part, root = file.root_of(kind.part)
    found = root.iter(clark(kind.element)) if root is not None else ()
    return part, tuple(one for one in found if one.get(clark("w:type"), "normal") == "normal")


def note_ids(file: WordFile, kind: Kind) -> frozenset[str]:
    """Return the ids of the notes of a kind."""
    return frozenset(one.get(clark("w:id"), "") for one in notes_of(file, kind)[1])
