"""AB613: a bookmark, comment or other range that begins and does not end, or ends and did not begin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.names import clark

_RANGES: Mapping[str, tuple[str, str]] = {
    "bookmark": ("w:bookmarkStart", "w:bookmarkEnd"),
    "comment": ("w:commentRangeStart", "w:commentRangeEnd"),
    "permission": ("w:permStart", "w:permEnd"),
    "move away": ("w:moveFromRangeStart", "w:moveFromRangeEnd"),
    "move here": ("w:moveToRangeStart", "w:moveToRangeEnd"),
}
"""Ranges that two empty elements of one id mark (ECMA-376 part 1, section 17.13)."""


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each end of a range without the other, in each part."""
    for part, root in file.stories:
        for what, (start, end) in _RANGES.items():
            yield from _open(file, part, root, (what, clark(start), clark(end)))


def _open(file: WordFile, part: str, root: etree._Element, kind: tuple[str, str, str]) -> Iterator[Finding]:
    what, start, end = kind
    begun: dict[str, etree._Element] = {}
    for element in root.iter(start, end):
        key = element.get(clark("w:id"), "")
        if element.tag == start:
            begun[key] = element
        elif begun.pop(key, None) is None:
            yield file.found(part, f"a {what} ends here that did not begin (id {key})", at=element)
    for key, element in begun.items():
        name = element.get(clark("w:name"))
        told = f" {name!r}" if name else ""
        yield file.found(part, f"the {what}{told} that begins here never ends (id {key})", at=element)


RULE = Rule(
    code="AB613",
    name="range-not-closed",
    severity="error",
    title="Range that is not closed",
    what=(
        "A bookmark, comment, permission or tracked move that begins and does not end in the same part, or"
        " ends before it began."
    ),
    why="Word drops such bookmarks, so that what refers to them breaks, and loses what a comment is about.",
    bad='<w:bookmarkStart w:id="1" w:name="gap"/>The gap <w:bookmarkEnd w:id="2"/>',
    good='<w:bookmarkStart w:id="1" w:name="gap"/>The gap <w:bookmarkEnd w:id="1"/>',
    mend="In Word, set the bookmark or comment anew where it belongs.",
    find=find,
)
