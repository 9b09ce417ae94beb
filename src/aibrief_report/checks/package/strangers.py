"""Paragraphs that no brief was printed as: what an editor wrote between those that the build made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from aibrief_report.checks.package.styles import style_names
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.ooxml.names import clark
from aibrief_report.ooxml.text import text_of

_START, _END, _PARAGRAPH = (clark(name) for name in ("w:bookmarkStart", "w:bookmarkEnd", "w:p"))
_STYLE = f"{clark('w:pPr')}/{clark('w:pStyle')}"
_ID, _NAME, _VALUE = clark("w:id"), clark("w:name"), clark("w:val")
_OF_EDITORS = re.compile(r"_(?:GoBack|(?:Hlk|Toc|Ref)\d+)$")
"""Begins the names of bookmarks that Word sets on its own."""
_MADE = ("brief ", "toc ", "contents ", "table of figures", "bibliography", "index ")
"""Begins the names of styles, in lower case, in which the build writes what no author wrote."""


def strangers(file: WordFile) -> Iterator[tuple[str, etree._Element]]:
    """Yield the part and element of each paragraph with text that no bookmark of the build reaches into.

    Left out are those in styles that the build uses for lists, notes, labels and tables of its own.
    """
    names = style_names(file)
    for part, root in file.stories:
        if part == file.main or "notes" in part:
            marked = _marked(root)
            for one in root.iter(_PARAGRAPH):
                style = one.find(_STYLE)
                name = names.get(style.get(_VALUE, "") if style is not None else "", "").lower()
                if one not in marked and not name.startswith(_MADE) and text_of(one).strip():
                    yield part, one


def _marked(root: etree._Element) -> set[etree._Element]:
    """Return the paragraphs that bookmarks of the build start in, or reach over."""
    opened: set[str] = set()
    found: set[etree._Element] = set()
    for one in root.iter(_START, _END, _PARAGRAPH):
        if one.tag == _END:
            opened.discard(one.get(_ID, ""))
        elif one.tag == _PARAGRAPH:
            found |= {one} if opened else set()
        elif not _OF_EDITORS.match(one.get(_NAME, "")):
            opened.add(one.get(_ID, ""))
            found |= set(one.iterancestors(_PARAGRAPH))
    return found
