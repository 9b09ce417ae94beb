"""The words of a WordprocessingML element as a reader sees them.

python-docx's `paragraph.text` skips what stands in content controls, and so every number of a brief.
"""

from __future__ import annotations

from lxml import etree

from aibrief_report.ooxml.names import clark

_TEXT = clark("w:t")
_SPACES = {clark("w:tab"): "\t", clark("w:br"): "\n", clark("w:cr"): "\n", clark("w:noBreakHyphen"): "\u2011"}
_HIDDEN = frozenset(
    clark(name) for name in ("w:pPr", "w:rPr", "w:instrText", "w:del", "w:moveFrom", "w:sdtPr", "w:drawing")
)


def text_of(element: etree._Element) -> str:
    """Return an element's text: with controls, links and fields' results, without what was deleted.

    Paragraphs within it are parted by line ends.
    """
    parts: list[str] = []
    _collect(element, parts)
    return "".join(parts).rstrip("\n")


def _collect(element: etree._Element, parts: list[str]) -> None:
    for child in element:
        name = child.tag
        if name in _HIDDEN:
            continue
        if name == _TEXT:
            parts.append(child.text or "")
        elif name in _SPACES:
            parts.append(_SPACES[str(name)])
        else:
            _collect(child, parts)
        if name == clark("w:p"):
            parts.append("\n")
