"""The words of a WordprocessingML element as a reader sees them.

python-docx's `paragraph.text` skips what stands in content controls, and so every number of a brief.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from aibrief_report.ooxml.markup import Xml, unescape
from aibrief_report.ooxml.names import clark

_TEXT, _PARAGRAPH = clark("w:t"), clark("w:p")
_SPACES = {clark("w:tab"): "\t", clark("w:br"): "\n", clark("w:cr"): "\n", clark("w:noBreakHyphen"): "\u2011"}
_HIDDEN = frozenset(
    clark(name) for name in ("w:pPr", "w:rPr", "w:instrText", "w:del", "w:moveFrom", "w:sdtPr", "w:drawing")
)

# The same in markup as this package writes it: w:tab with attributes is a tab stop, not a tab.
_WRITTEN = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<(w:tab|w:br|w:cr|w:noBreakHyphen)/>")


def text_in(xml: Xml) -> str:
    """Return the text of runs as they were written here: what `text_of` reads, without parsing them."""
    return "".join(_SPACES[clark(sign)] if sign else unescape(words) for words, sign in _WRITTEN.findall(xml))


def text_of(element: etree._Element) -> str:
    """Return an element's text: with controls, links and fields' results, without what was deleted.

    Paragraphs within it are parted by line ends.
    """
    return "".join(text for _, text in text_parts(element)).rstrip("\n")


def text_parts(element: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield the elements below one with the text that each adds; a paragraph comes again where it ends."""
    for child in element:
        name = child.tag
        if name in _HIDDEN:
            continue
        if name == _TEXT:
            yield child, child.text or ""
        else:
            yield child, _SPACES.get(str(name), "")
            yield from text_parts(child)
        if name == _PARAGRAPH:
            yield child, "\n"
