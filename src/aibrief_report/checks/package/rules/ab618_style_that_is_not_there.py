"""AB618: text set in a style that the file does not have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.styles import style_kinds
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.names import clark

_USES: Mapping[str, str] = {
    clark("w:pStyle"): "paragraph",
    clark("w:rStyle"): "character",
    clark("w:tblStyle"): "table",
}
_TIES = (clark("w:basedOn"), clark("w:next"), clark("w:link"), clark("w:styleLink"), clark("w:numStyleLink"))
_VALUE = clark("w:val")


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each style that is asked for and not there, or is of another kind: once in each part."""
    known = style_kinds(file)
    places = dict(file.stories)
    for kind in ("styles", "numbering"):
        part, root = file.root_of(kind)
        places |= {part: root} if root is not None else {}
    for part, root in places.items():
        uses = [(one, _USES.get(str(one.tag), ""), one.get(_VALUE, "")) for one in root.iter(*_USES, *_TIES)]
        counts = Counter(style for _, _, style in uses)
        told: set[str] = set()
        for element, kind, style in uses:
            fault = _fault(style, kind, known)
            if fault and style not in told:
                told.add(style)
                yield file.found(part, fault + _times(counts[style]), at=_paragraph(element))


def _fault(style: str, kind: str, known: Mapping[str, str]) -> str:
    if style not in known:
        return f"there is no style {style!r}"
    return f"the style {style!r} is no {kind} style" if kind and known[style] != kind else ""


def _times(count: int) -> str:
    return f" ({count} uses)" if count > 1 else ""


def _paragraph(element: etree._Element) -> etree._Element | None:
    """Return the paragraph that an element sets; `None` where it sets something else."""
    return next(element.iterancestors(clark("w:p")), None)


RULE = Rule(
    code="AB618",
    name="style-that-is-not-there",
    severity="warning",
    title="Style that is not there",
    what=(
        "A paragraph, run or table in a style that word/styles.xml does not define, or that is one for"
        " something else; a style based on, followed by or linked to one that is not there."
    ),
    why="Word sets the text in the normal style: headings vanish from the contents, tables lose their lines.",
    bad='<w:pStyle w:val="Heading9"/>, and no <w:style w:styleId="Heading9">',
    good='<w:pStyle w:val="Heading1"/> with <w:style w:type="paragraph" w:styleId="Heading1">',
    mend="Set the text in a style of the document, or copy the style from a document that has it.",
    find=find,
)
