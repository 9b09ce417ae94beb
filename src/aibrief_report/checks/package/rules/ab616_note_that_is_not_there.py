"""AB616: a mark of a footnote, endnote or comment that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.notes import KINDS, note_ids
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.names import clark


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each mark in the text that leads to no note."""
    for kind in KINDS:
        known = note_ids(file, kind)
        for part, root in file.stories:
            for mark in root.iter(*map(clark, kind.marks)):
                key = mark.get(clark("w:id"), "")
                if key not in known:
                    yield file.found(part, f"there is no {kind.name} {key}, and here is its mark", at=mark)


RULE = Rule(
    code="AB616",
    name="note-that-is-not-there",
    severity="error",
    title="Mark of a note that is not there",
    what="A mark of a footnote, endnote or comment, or the range of a comment, without the note itself.",
    why="Word calls the file damaged, or shows a mark to which there is no text.",
    bad='<w:footnoteReference w:id="7"/>, and no <w:footnote w:id="7">',
    good='<w:footnoteReference w:id="7"/> with <w:footnote w:id="7"> in word/footnotes.xml',
    mend="Delete the mark in Word, and write the note anew.",
    find=find,
)
