"""Bookmarks of a file: where they start, and by which names they are known."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from aibrief_report.checks.package.subject import WordFile
from aibrief_report.ooxml.names import clark


def starts(file: WordFile) -> Iterator[tuple[str, etree._Element]]:
    """Yield the part and the start of each bookmark."""
    for part, root in file.stories:
        for start in root.iter(clark("w:bookmarkStart")):
            yield part, start


def names(file: WordFile) -> frozenset[str]:
    """Return the names of all bookmarks, in lower case: Word does not tell it from upper case."""
    return frozenset(start.get(clark("w:name"), "").lower() for _, start in starts(file))
