"""Runs: text with one look."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aibrief_report.ooxml.language import EAST_ASIAN, RIGHT_TO_LEFT, primary, word_language
from aibrief_report.ooxml.markup import NOTHING, Xml, escape, flag, join, tag
from aibrief_report.ooxml.units import half_points

_BREAKING = re.compile(r"[\t\r\n]+")


@dataclass(frozen=True, slots=True)
class Look:
    """How a run differs from its paragraph's style.

    `style` is a character style's id, `size` in points, `language` BCP 47. `italic` is `None` where the
    paragraph's style decides.
    """

    style: str = ""
    bold: bool = False
    italic: bool | None = None
    small_caps: bool = False
    size: float = 0.0
    raised: bool = False
    lowered: bool = False
    language: str = ""


PLAIN = Look()


def run_properties(look: Look) -> Xml:
    """Return `w:rPr` for a look, nothing for a plain one."""
    if look == PLAIN:
        return NOTHING
    raised = "superscript" if look.raised else "subscript" if look.lowered else ""
    right_to_left = primary(look.language) in RIGHT_TO_LEFT
    return tag(
        "w:rPr",
        tag("w:rStyle", w_val=look.style) if look.style else NOTHING,
        flag("w:b", look.bold),
        NOTHING if look.italic is None else tag("w:i", w_val=None if look.italic else 0),
        flag("w:smallCaps", look.small_caps),
        join(tag(name, w_val=half_points(look.size)) for name in ("w:sz", "w:szCs"))
        if look.size
        else NOTHING,
        tag("w:vertAlign", w_val=raised) if raised else NOTHING,
        flag("w:rtl", right_to_left),
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
    """Return a run of text; tabs and line ends in it count as spaces, as in HTML. Nothing for no text."""
    if not text:
        return NOTHING
    words = escape(_BREAKING.sub(" ", text))
    return Xml(f'<w:r>{run_properties(look)}<w:t xml:space="preserve">{words}</w:t></w:r>')


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
