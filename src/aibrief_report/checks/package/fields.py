"""Fields of a file: their marks story by story, and their instructions."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from aibrief_report.checks.package.subject import WordFile
from aibrief_report.ooxml.names import clark

_MARK, _KIND = clark("w:fldChar"), clark("w:fldCharType")
_WORDS = (clark("w:instrText"), clark("w:delInstrText"))
_SIMPLE, _INSTRUCTION = clark("w:fldSimple"), clark("w:instr")
_NOTES = (clark("w:footnote"), clark("w:endnote"), clark("w:comment"))
_TEXT_BOX = clark("w:txbxContent")


def field_stories(file: WordFile) -> Iterator[tuple[str, list[etree._Element]]]:
    """Yield a part and the marks of fields of each text in it: of the whole, or of each note and text box."""
    for part, root in file.stories:
        texts: dict[etree._Element, list[etree._Element]] = {}
        for mark in root.iter(_MARK):
            texts.setdefault(_text_around(mark, root), []).append(mark)
        for marks in texts.values():
            yield part, marks


def instructions(file: WordFile) -> Iterator[tuple[str, etree._Element, str]]:
    """Yield the part, an element and the instruction of each field, short or long, nested ones too."""
    for part, root in file.stories:
        for simple in root.iter(_SIMPLE):
            yield part, simple, simple.get(_INSTRUCTION, "")
        open_: list[tuple[etree._Element, list[str]]] = []
        for element in root.iter(_MARK, *_WORDS):
            if element.tag == _MARK:
                kind = element.get(_KIND)
                if kind == "begin":
                    open_.append((element, []))
                elif open_ and kind in ("separate", "end"):
                    begin, words = open_[-1]
                    if words:
                        yield part, begin, "".join(words)
                        open_[-1] = (begin, [])
                    if kind == "end":
                        open_.pop()
            elif open_:
                open_[-1][1].append(element.text or "")


def _text_around(mark: etree._Element, root: etree._Element) -> etree._Element:
    """Return what a field has to end in: the text box, note or part around its mark."""
    return next((one for one in mark.iterancestors(_TEXT_BOX, *_NOTES)), root)
