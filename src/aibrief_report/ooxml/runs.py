"""Runs: text with one look."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.ooxml.language import (
    EAST_ASIAN,
    RIGHT_TO_LEFT,
    parts_by_direction,
    primary,
    word_language,
)
from aibrief_report.ooxml.markup import NOTHING, Xml, escape, flag, join, tag
from aibrief_report.ooxml.units import half_points

_BREAKING = re.compile(r"[\t\r\n]+")


class Look(Struct, frozen=True):
    """How a run differs from its paragraph's style.

    `style` is a character style's id, `size` in points, `language` BCP 47. `italic` is `None` where the
    paragraph's style decides. `turned` says that its text is written from right to left. `lifted` is by how
    many points it stands above its line: where a style lifts it, LibreOffice makes it too small to read.
    """

    style: str = ""
    bold: bool = False
    italic: bool | None = None
    small_caps: bool = False
    size: float = 0.0
    raised: bool = False
    lowered: bool = False
    lifted: float = 0.0
    language: str = ""
    turned: bool = False


PLAIN = Look()


def run_properties(look: Look) -> Xml:
    """Return `w:rPr` for a look, nothing for a plain one."""
    if look == PLAIN:
        return NOTHING
    raised = "superscript" if look.raised else "subscript" if look.lowered else ""
    turned = look.turned or primary(look.language) in RIGHT_TO_LEFT
    slanted = NOTHING if look.italic is None else tag("w:i", w_val=None if look.italic else 0)
    slanted_too = NOTHING if look.italic is None else tag("w:iCs", w_val=None if look.italic else 0)
    return tag(
        "w:rPr",
        tag("w:rStyle", w_val=look.style) if look.style else NOTHING,
        tag("w:rFonts", w_hint="eastAsia") if primary(look.language) in EAST_ASIAN else NOTHING,
        flag("w:b", look.bold),
        flag("w:bCs", look.bold and turned),
        slanted,
        slanted_too if turned else NOTHING,
        flag("w:smallCaps", look.small_caps),
        tag("w:position", w_val=half_points(look.lifted)) if look.lifted else NOTHING,
        join(tag(name, w_val=half_points(look.size)) for name in ("w:sz", "w:szCs"))
        if look.size
        else NOTHING,
        tag("w:vertAlign", w_val=raised) if raised else NOTHING,
        flag("w:rtl", turned),
        language_mark(look.language),
    )


def language_mark(language: str) -> Xml:
    """Return `w:lang` for a BCP 47 tag, nothing for an empty one: Word keeps three scripts apart."""
    if not language:
        return NOTHING
    name = word_language(language)
    if primary(language) in EAST_ASIAN:
        return tag("w:lang", w_eastAsia=name)
    return tag("w:lang", w_bidi=name) if primary(language) in RIGHT_TO_LEFT else tag("w:lang", w_val=name)


def run(text: str, look: Look = PLAIN) -> Xml:
    """Return a run of text; tabs and line ends in it count as spaces, as in HTML. Nothing for no text.

    Words written from right to left are runs of their own, as Word keeps them.
    """
    if not text:
        return NOTHING
    words = _BREAKING.sub(" ", text)
    if words.isascii():
        return _run(words, look)
    parts = parts_by_direction(words)
    return join(_run(part, replace(look, turned=True) if turned else look) for part, turned in parts)


def _run(words: str, look: Look) -> Xml:
    return Xml(f'<w:r>{run_properties(look)}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>')


def literal_run(text: str, look: Look = PLAIN) -> Xml:
    """Return a run that keeps every space, tab and line end of the text."""
    lines = [_literal_line(line) for line in text.split("\n")]
    return tag("w:r", run_properties(look), Xml("<w:br/>".join(lines)))


def line_break(look: Look = PLAIN) -> Xml:
    """Return a forced new line."""
    return tag("w:r", run_properties(look), tag("w:br"))


def tab(look: Look = PLAIN) -> Xml:
    """Return a tab character."""
    return tag("w:r", run_properties(look), tag("w:tab"))


def _literal_line(line: str) -> Xml:
    parts = [Xml(f'<w:t xml:space="preserve">{escape(part)}</w:t>') for part in line.split("\t")]
    return join((parts[0], *(join((tag("w:tab"), part)) for part in parts[1:])))
