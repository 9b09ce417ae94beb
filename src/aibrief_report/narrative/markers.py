"""Markers: how a printed number passes through Jinja and Markdown untouched.

Jinja prints a short run of private-use characters that names an entry of a register; Markdown carries it
along as text; an inline rule turns it into a node. Inputs may not contain such characters (see
`inputs.door`), so nothing that an author or a table writes can be mistaken for one. The signs of data that
Markdown could act on travel as private-use characters too (see `escape`).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from aibrief_report.narrative.escape import shown

OPEN, CLOSE = "\ue000", "\ue001"
LINE = "\ue002"
"""Begins the mark of a template's line: LINE, file number, LINE, line number, CLOSE."""

_KINDS = {"n": "number", "c": "claim", "e": "end"}
_MARK = re.compile(f"{OPEN}([nce])(\\d+){CLOSE}")
BLOCK = re.compile(f"{OPEN}b(\\d+){CLOSE}")
_LINE_MARK = re.compile(f"{LINE}(\\d+){LINE}(\\d+){CLOSE}")
_LEADING_MARKS = re.compile(f"(?:{LINE}\\d+{LINE}\\d+{CLOSE})+")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_ENTITY = re.compile("&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));")


def number_mark(entry: int) -> str:
    """Return the mark of a printed number's entry."""
    return f"{OPEN}n{entry}{CLOSE}"


def block_mark(entry: int) -> str:
    """Return the mark of a figure's or table's entry."""
    return f"{OPEN}b{entry}{CLOSE}"


def line_mark(file: int, line: int) -> str:
    """Return the mark of a template's line."""
    return f"{LINE}{file}{LINE}{line}{CLOSE}"


def mark_lines(text: str, file: int, first: int) -> str:
    """Return template text with a mark at the start of every line after the first.

    The first is not marked, as template text may begin in the middle of a line.
    """
    head, *rest = text.split("\n")
    return "\n".join((head, *(line_mark(file, first + n) + line for n, line in enumerate(rest, 1))))


def read_lines(text: str, file: int = 0) -> tuple[str, list[tuple[int, int]]]:
    """Return text without line marks and, for each of its lines, the file and line that it comes from.

    A line without a mark (the middle of a multi-line value) keeps the place of the line before it; `file` is
    that of the first line, which has none.
    """
    lines, places = [], []
    here = (file, 1)
    for line in text.split("\n"):
        here = _line_of(line) or here
        lines.append(_LINE_MARK.sub("", line))
        places.append(here)
    return "\n".join(lines), places


def _line_of(line: str) -> tuple[int, int] | None:
    """Return file and line of a line's own text.

    Where several marks stand before it, loops and macros were left or entered: the last is the text's own.
    """
    leading = _LEADING_MARKS.match(line)
    marks = _LINE_MARK.findall(leading[0] if leading else line)
    if not marks:
        return None
    file, number = marks[-1] if leading else marks[0]
    return int(file), int(number)


def marked(text: str) -> bool:
    """Return whether a text holds any mark, so that its single characters mean nothing."""
    return OPEN in text or LINE in text


def broken_mark(text: str) -> str | None:
    """Return what is left of marks that were taken apart, or what was written to look like one.

    `None` where every mark is whole.
    """
    for entity in _ENTITY.finditer(text):
        code = int(entity[1], 16) if entity[1] else int(entity[2])
        if code <= sys.maxunicode and _PRIVATE.match(chr(code)):
            return entity[0]
    rest = _PRIVATE.search(shown(_LINE_MARK.sub("", BLOCK.sub("", _MARK.sub("", text)))))
    return f"U+{ord(rest[0]):04X}" if rest else None


def claim_marks(entry: int) -> tuple[str, str]:
    """Return the marks before and behind a claim's sentence."""
    return f"{OPEN}c{entry}{CLOSE}", f"{OPEN}e{entry}{CLOSE}"


def runs(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield the runs of a text as kind, text and entry.

    The kind is "text", "number", "claim" (one begins) or "end" (one ends); marks have no text.
    """
    last = 0
    for found in _MARK.finditer(text):
        if found.start() > last:
            yield "text", text[last : found.start()], 0
        yield _KINDS[found[1]], "", int(found[2])
        last = found.end()
    if last < len(text):
        yield "text", text[last:], 0
