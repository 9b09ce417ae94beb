"""AB619: a list or heading numbered by a numbering that the file does not have."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.names import clark

_VALUE = clark("w:val")
_NONE = "0"
"""Stands for no numbering (ECMA-376 part 1, section 17.9.18)."""


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each numbering that is asked for and not there, once in each part."""
    part, numbering = file.root_of("numbering")
    known = _ids(numbering, "w:num", "w:numId") | {_NONE}
    places = [*file.stories]
    styles, root = file.root_of("styles")
    places += [(styles, root)] if root is not None else []
    for name, root in places:
        told: set[str] = set()
        for one in root.iterfind(f".//{clark('w:numPr')}/{clark('w:numId')}"):
            number = one.get(_VALUE, "")
            if number not in known and number not in told:
                told.add(number)
                yield file.found(
                    name, f"there is no numbering {number}", at=next(one.iterancestors(clark("w:p")), None)
                )
    if numbering is not None:
        abstract = _ids(numbering, "w:abstractNum", "w:abstractNumId")
        for one in numbering.iterfind(f"{clark('w:num')}/{clark('w:abstractNumId')}"):
            if one.get(_VALUE, "") not in abstract:
                yield file.found(part, f"there is no abstract numbering {one.get(_VALUE)}")


def _ids(root: etree._Element | None, element: str, attribute: str) -> set[str]:
    found = root.iterfind(clark(element)) if root is not None else ()
    return {one.get(clark(attribute), "") for one in found}


RULE = Rule(
    code="AB619",
    name="numbering-that-is-not-there",
    severity="warning",
    title="Numbering that is not there",
    what=(
        "A list item or numbered heading whose numbering word/numbering.xml does not define, or a numbering"
        " without the abstract numbering it is made from."
    ),
    why="Word prints neither bullet nor number: a list reads as loose paragraphs.",
    bad='<w:numPr><w:numId w:val="7"/></w:numPr>, and no <w:num w:numId="7">',
    good='<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>',
    mend="In Word, make the paragraphs a list anew.",
    find=find,
)
