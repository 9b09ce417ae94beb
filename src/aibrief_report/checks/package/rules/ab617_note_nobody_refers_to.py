"""AB617: a footnote, endnote or comment without a mark in the text."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.notes import KINDS, notes_of
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.names import clark
from aibrief_report.ooxml.text import text_of


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each note that no mark leads to."""
    for kind in KINDS:
        marks = tuple(map(clark, kind.marks))
        marked = {mark.get(clark("w:id"), "") for _, root in file.stories for mark in root.iter(*marks)}
        part, notes = notes_of(file, kind)
        for note in notes:
            key = note.get(clark("w:id"), "")
            if key not in marked:
                yield file.found(
                    part, f"nothing in the text refers to the {kind.name} {key}", text=text_of(note)
                )


RULE = Rule(
    code="AB617",
    name="note-nobody-refers-to",
    severity="warning",
    title="Note that nobody refers to",
    what="A footnote, endnote or comment of which no mark stands in the text.",
    why=(
        "It does not show, and is gone when Word saves the file; until then everybody who unpacks the file"
        " can read it."
    ),
    bad='<w:footnote w:id="7">, and no <w:footnoteReference w:id="7"/>',
    good="A mark in the text for each note.",
    mend="Set the mark where it belongs, or save the file in Word to drop the note.",
    find=find,
)
