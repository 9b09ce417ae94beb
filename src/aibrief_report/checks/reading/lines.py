"""Lines: inlines laid out as one string, each stretch of which knows what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.checks.reading.templates import expressions
from aibrief_report.model.inlines import (
    Citation,
    Claimed,
    Code,
    CrossRef,
    Emphasis,
    Inlines,
    LineBreak,
    NumberText,
    Passage,
    Text,
)

HIDDEN = "\ufffc"
"""Stands for what no author typed; neither a letter, a digit nor a space (U+FFFC, object replacement)."""

Kind: TypeAlias = Literal["text", "number", "citation", "reference", "code"]
_QUOTED = re.compile(r"“[^”]*”|„[^“]*“|«[^»]*»|\"[^\"]*\"|(?<!\w)‘[^’]*’(?!\w)")


class Piece(Struct, frozen=True):
    """A stretch of a line. `number` and `claim` are ids, empty where there is none."""

    kind: Kind
    text: str
    start: int = 0
    number: str = ""
    target: str = ""
    claim: str = ""
    emphasis: bool = False
    foreign: bool = False

    @property
    def end(self) -> int:
        """Where it ends in its line."""
        return self.start + len(self.text)


class Line(Struct, frozen=True, dict=True):
    """A text without line breaks, and the pieces that it is made of."""

    pieces: tuple[Piece, ...]

    @cached_property
    def text(self) -> str:
        """The text as printed; a citation is one hidden character."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def numbers(self) -> tuple[Piece, ...]:
        """The printed numbers."""
        return tuple(piece for piece in self.pieces if piece.kind == "number")

    @cached_property
    def typed(self) -> str:
        """The text with all hidden that is not typed prose in the brief's language."""
        return "".join(
            piece.text if piece.kind == "text" and not piece.foreign else HIDDEN * len(piece.text)
            for piece in self.pieces
        )

    @cached_property
    def free(self) -> str:
        """The typed prose that is neither bound to a claim, nor quoted, nor in another language."""
        claimed = ((piece.start, piece.end) for piece in self.pieces if piece.claim)
        text = self.typed
        for start, end in (*claimed, *self.quoted):
            text = text[:start] + HIDDEN * (end - start) + text[end:]
        return text

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """Where quotation marks open and close."""
        return tuple(found.span() for found in _QUOTED.finditer(self.text))


def line_of(inlines: Inlines) -> Line:
    """Return inlines as a line. Footnotes are left out: they are texts of their own."""
    return Line(_placed(_pieces(inlines, Piece("text", ""))))


def line_of_template(source: str) -> Line:
    """Return a template as a line in which every expression is a number that nothing is known of."""
    found, last = [], 0
    for start, end in expressions(source):
        found += [Piece("text", source[last:start]), Piece("number", HIDDEN)]
        last = end
    found.append(Piece("text", source[last:]))
    return Line(_placed(iter(found)))


def _placed(pieces: Iterator[Piece]) -> tuple[Piece, ...]:
    found, start = [], 0
    for piece in pieces:
        if piece.text:
            found.append(replace(piece, start=start))
            start += len(piece.text)
    return tuple(found)


def _pieces(node: Any, like: Piece) -> Iterator[Piece]:
    """Yield the pieces of inlines; `like` says what they have from what stands around them."""
    match node:
        case tuple():
            for part in node:
                yield from _pieces(part, like)
        case Text(text=text):
            yield replace(like, text=text)
        case LineBreak():
            yield replace(like, text=" ")
        case NumberText(text=text, number=number):
            yield replace(like, kind="number", text=text, number=number)
        case Citation():
            yield replace(like, kind="citation", text=HIDDEN)
        case CrossRef(text=text, target=target):
            yield replace(like, kind="reference", text=text or HIDDEN, target=target)
        case Code(text=text):
            yield replace(like, kind="code", text=text)
        case Claimed(claim=claim, children=children):
            yield from _pieces(children, replace(like, claim=claim))
        case Emphasis(children=children):
            yield from _pieces(children, replace(like, emphasis=True))
        case Passage(children=children):
            yield from _pieces(children, replace(like, foreign=True))
        case _:  # what is set otherwise, such as bold; a footnote has no children and is a text of its own
            yield from _pieces(getattr(node, "children", ()), like)
