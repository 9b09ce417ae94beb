"""Footnotes: marks in the text, notes in a part of their own."""

from __future__ import annotations

from aibrief_report.ooxml.markup import Xml, join, part, tag
from aibrief_report.ooxml.names import DECLARED, IGNORABLE
from aibrief_report.ooxml.runs import Look, run_properties

MARK = Look(style="FootnoteReference")


def note_reference(number: int) -> Xml:
    """Return the mark in the text; Word prints the count of notes, whatever `number` they are known by."""
    return tag("w:r", run_properties(MARK), tag("w:footnoteReference", w_id=number))


def note_mark() -> Xml:
    """Return the mark at the start of the note itself."""
    return tag("w:r", run_properties(MARK), tag("w:footnoteRef"))


def note(number: int, paragraphs: Xml) -> Xml:
    """Return a note, from 1; its first paragraph starts with `note_mark`."""
    return tag("w:footnote", paragraphs, w_id=number)


def footnotes_part() -> bytes:
    """Return the part that holds notes, with nothing in it but the lines that separate notes from text."""
    return part(
        "w:footnotes",
        f"{DECLARED} {IGNORABLE}",
        _separator(-1, "separator"),
        _separator(0, "continuationSeparator"),
    )


def separators() -> Xml:
    """Return the settings that say which notes are the separating lines."""
    return tag("w:footnotePr", join(tag("w:footnote", w_id=number) for number in (-1, 0)))


def _separator(number: int, kind: str) -> Xml:
    spacing = tag("w:spacing", w_before=0, w_after=0, w_line=240, w_lineRule="auto")
    line = tag("w:p", tag("w:pPr", spacing), tag("w:r", tag(f"w:{kind}")))
    return tag("w:footnote", line, w_type=kind, w_id=number)
