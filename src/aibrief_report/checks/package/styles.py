"""Styles of a file: their kinds, and which of them are headings."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from aibrief_report.checks.package.subject import WordFile
from aibrief_report.ooxml.names import clark

_VALUE = clark("w:val")
_BODY = 9
"""The outline level of text that is no heading (ECMA-376 part 1, section 17.3.1.20)."""


def style_kinds(file: WordFile) -> Mapping[str, str]:
    """Return "paragraph", "character", "table" or "numbering" by the id of each style."""
    return {name: style.get(clark("w:type"), "paragraph") for name, style in _styles(file).items()}


def style_names(file: WordFile) -> Mapping[str, str]:
    """Return the names of styles by their ids; they are the same whatever the language of Word."""
    named = ((key, style.find(clark("w:name"))) for key, style in _styles(file).items())
    return {key: name.get(_VALUE, "") if name is not None else "" for key, name in named}


def heading_levels(file: WordFile) -> Mapping[str, int]:
    """Return the levels of headings, from 1, by the ids of their styles."""
    styles = _styles(file)
    levels = {name: _level(name, styles) for name in styles}
    return {name: level for name, level in levels.items() if level}


def outline_level(properties: etree._Element | None) -> int | None:
    """Return the level that a paragraph's properties give it, from 1; 0 for text, `None` if they say none."""
    found = properties.find(clark("w:outlineLvl")) if properties is not None else None
    if found is None:
        return None
    level = found.get(_VALUE, "")
    return int(level) + 1 if level.isdecimal() and int(level) < _BODY else 0


def _styles(file: WordFile) -> dict[str, etree._Element]:
    _, root = file.root_of("styles")
    found = root.iter(clark("w:style")) if root is not None else ()
    return {one.get(clark("w:styleId"), ""): one for one in found}


def _level(name: str, styles: Mapping[str, etree._Element]) -> int:
    """Return the level of a style, or of the first that it is based on and that has one; 0 for text."""
    seen: set[str] = set()
    while name in styles and name not in seen:
        seen.add(name)
        style = styles[name]
        level = outline_level(style.find(clark("w:pPr")))
        if level is not None:
            return level
        base = style.find(clark("w:basedOn"))
        name = base.get(_VALUE, "") if base is not None else ""
    return 0
