"""Markers: how a printed number passes through Jinja and Markdown untouched.

Jinja prints a short run of private-use characters that names an entry of a register; Markdown carries it
along as text; an inline rule turns it into a node. Inputs may not contain such characters (see
`inputs.door`), so nothing that an author or a table writes can be mistaken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

OPEN, CLOSE = "\ue000", "\ue001"
LINE = "\ue002"
"""Begins the mark of a template's line: LINE, file number, LINE, line number, CLOSE."""

_KINDS = {"n": "number", "c": "claim", "e": "end"}
_MARK = re.compile(f"{OPEN}([nce])(\\d+){CLOSE}")
BLOCK = re.compile(f"{OPEN}b(\\d+){CLOSE}")
_LINE_MARK = re.compile(f"{LINE}(\\d+){LINE}(\\d+){CLOSE}")


def number_mark(entry: int) -> str:
    """Return the mark of a printed number's entry."""
    return f"{OPEN}n{entry}{CLOSE}"


def block_mark(entry: int) -> str:
    """Return the mark of a figure's or table's entry."""
    return f"{OPEN}b{entry}{CLOSE}"


def mark_lines(text: str, file: int, first: int) -> str:
    """Return template text with a mark at the start of every line after the first.

    The first is not marked, as template text may begin in the middle of a line.
    """
    head, *rest = text.split("\n")
    marked = (f"{LINE}{file}{LINE}{first + n}{CLOSE}{line}" for n, line in enumerate(rest, 1))
    return "\n".join((head, *marked))


def read_lines(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return text without line marks and, for each of its lines, the file and line that it comes from.

    A line without a mark (the middle of a multi-line value) keeps the place of the line before it.
    """
    lines, places = [], []
    here = (0, 1)
    for line in text.split("\n"):
        marks = _LINE_MARK.findall(line)
        if marks:
            here = (int(marks[0][0]), int(marks[0][1]))
        lines.append(_LINE_MARK.sub("", line))
        places.append(here)
    return "\n".join(lines), places


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
