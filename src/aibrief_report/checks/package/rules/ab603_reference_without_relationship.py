"""AB603: markup that names a relationship which its part does not have, or which is of another kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.names import NAMESPACES

_RELATION = f"{{{NAMESPACES['r']}}}"
_MAY_BE_EMPTY = ("hlinkClick", "hlinkHover", "hlinkMouseOver", "blip")
"""Elements that Word writes with an empty name where there is nothing to name."""
_KINDS: Mapping[str, tuple[str, ...]] = {
    "hyperlink": ("hyperlink",),
    "blip": ("image",),
    "svgBlip": ("image",),
    "chart": ("chart",),
    "headerReference": ("header",),
    "footerReference": ("footer",),
    "externalData": ("package", "oleObject"),
    "altChunk": ("aFChunk",),
    "embedRegular": ("font",),
    "embedBold": ("font",),
    "embedItalic": ("font",),
    "embedBoldItalic": ("font",),
}
"""What kind of relationship an element names (ECMA-376 part 1, section 22.8)."""


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each name of a relationship that leads nowhere."""
    for part, root in file.roots.items():
        if part.endswith(".rels"):
            continue
        known = {one.id: one.kind for one in file.relations.get(part, ())}
        for element in root.iter(etree.Element):
            for attribute, value in element.attrib.items():
                if str(attribute).startswith(_RELATION):
                    yield from _judged(file, part, element, str(value), known)


def _judged(
    file: WordFile, part: str, element: etree._Element, value: str, known: Mapping[str, str]
) -> Iterator[Finding]:
    name = etree.QName(element).localname
    if not value and name in _MAY_BE_EMPTY:
        return
    if value not in known:
        yield file.found(part, f"{name} names the relationship {value!r}, which is not there", at=element)
    elif name in _KINDS and known[value] not in _KINDS[name]:
        what = f"{name} names the relationship {value!r}, which is one to a part of kind “{known[value]}”"
        yield file.found(part, what, at=element)


RULE = Rule(
    code="AB603",
    name="reference-without-relationship",
    severity="error",
    title="Reference to a relationship that is not there",
    what=(
        "A picture, chart, link, header, footer, font or workbook whose relationship is not among those of"
        " the part, or is one of another kind."
    ),
    why="Word calls the file damaged; other readers leave out what is meant.",
    bad='<a:blip r:embed="rId9"/>, and no rId9 among the relationships of the part',
    good='<a:blip r:embed="rId4"/>, and rId4 is the relationship to a picture',
    mend="Delete in Word what does not show, and save; in a program that writes DOCX, add the relationship.",
    find=find,
)
