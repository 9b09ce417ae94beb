"""AB611: an id that must be one thing's own, and is used twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.names import clark

_ID = clark("w:id")
_THROUGHOUT: Mapping[str, tuple[str, str]] = {
    "content controls": (f"{clark('w:sdtPr')}/{_ID}", clark("w:val")),
    "bookmarks": (clark("w:bookmarkStart"), _ID),
    "drawings": (clark("wp:docPr"), "id"),
    "paragraphs": (clark("w:p"), clark("w14:paraId")),
}
"""What has ids of its own throughout the text: the path of the element, and the attribute."""
_IN_A_PART: Mapping[str, tuple[str, str, str]] = {
    "footnotes": ("footnotes", clark("w:footnote"), _ID),
    "endnotes": ("endnotes", clark("w:endnote"), _ID),
    "comments": ("comments", clark("w:comment"), _ID),
    "styles": ("styles", clark("w:style"), clark("w:styleId")),
    "numberings": ("numbering", clark("w:num"), clark("w:numId")),
    "abstract numberings": ("numbering", clark("w:abstractNum"), clark("w:abstractNumId")),
}
"""What has ids of its own in one part: the part's kind, the element, and the attribute."""


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each second use of an id, for each kind of thing."""
    for what, (path, attribute) in _THROUGHOUT.items():
        seen: set[str] = set()
        for part, root in file.stories:
            yield from _repeated(file, part, root.iterfind(f".//{path}"), (what, attribute), seen)
    for what, (kind, name, attribute) in _IN_A_PART.items():
        part, held = file.root_of(kind)
        if held is not None:
            yield from _repeated(file, part, held.iter(name), (what, attribute), set())
    for source, relations in file.relations.items():
        ids = [one.id for one in relations]
        for one in sorted({one for one in ids if ids.count(one) > 1}):
            yield file.found(source, f"two relationships have the id {one}")


def _repeated(
    file: WordFile,
    part: str,
    elements: Iterator[etree._Element],
    named: tuple[str, str],
    seen: set[str],
) -> Iterator[Finding]:
    what, attribute = named
    for element in elements:
        value = element.get(attribute)
        if value is not None and value in seen:
            yield file.found(part, f"two {what} have the id {value}", at=element)
        seen |= {value} if value is not None else set()


RULE = Rule(
    code="AB611",
    name="id-used-twice",
    severity="error",
    title="Id used twice",
    what=(
        "Two content controls, bookmarks, drawings, paragraphs, notes, comments, styles, numberings or"
        " relationships with one id, where each needs its own."
    ),
    why=(
        "Word repairs some of these in silence, by giving one of the two another id or by dropping it; for"
        " others it calls the file damaged. What leads to the id leads to either."
    ),
    bad='<w:sdtPr><w:id w:val="7"/></w:sdtPr> … <w:sdtPr><w:id w:val="7"/></w:sdtPr>',
    good='<w:sdtPr><w:id w:val="7"/></w:sdtPr> … <w:sdtPr><w:id w:val="8"/></w:sdtPr>',
    mend="Saving in Word gives new ids. In a program that writes DOCX, count them over the whole document.",
    find=find,
)
