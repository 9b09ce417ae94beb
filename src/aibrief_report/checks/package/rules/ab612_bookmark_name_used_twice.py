"""AB612: two bookmarks of one name."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.bookmarks import starts
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.names import clark


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each bookmark whose name stands before; Word does not tell upper from lower case."""
    seen: set[str] = set()
    for part, start in starts(file):
        name = start.get(clark("w:name"), "")
        if name.lower() in seen:
            hint = "links, cross-references and the table of contents lead to the first"
            yield file.found(part, f"two bookmarks are named {name!r}", hint, at=start)
        seen.add(name.lower())


RULE = Rule(
    code="AB612",
    name="bookmark-name-used-twice",
    severity="error",
    title="Bookmark's name used twice",
    what="Two bookmarks of one name, in the text or in headers, notes and comments.",
    why=(
        "Word drops the second when it opens the file, so that references to it lead elsewhere. Splitting a"
        " paragraph in LibreOffice makes such pairs."
    ),
    bad='<w:bookmarkStart w:id="1" w:name="gap"/> … <w:bookmarkStart w:id="2" w:name="Gap"/>',
    good='<w:bookmarkStart w:id="1" w:name="gap"/> … <w:bookmarkStart w:id="2" w:name="gap_2"/>',
    mend="In Word: Insert, Bookmark; give one of the two another name, and mend what should lead to it.",
    find=find,
)
