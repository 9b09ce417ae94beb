"""Pieces of a page in their order: paragraphs and tables, joined as Word wants them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.ooxml.markup import NOTHING, Xml, join
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.ooxml.tables import WordTable

AROUND_TABLE = 14.0
"""The space between a table or box and text, in points: a table has no space of its own."""
_RUNNING = ("", "Quote", "Bibliography", "BriefCode")
_LISTED = "List"
"""Styles of running text (or the start of their ids), which leave space before a box."""
_SPACED = ("Heading", "Caption", "TOCHeading", "BriefNote", "BriefSeparator")
"""Styles (or the start of their ids) that bring their own space above."""


class Raw(Struct, frozen=True):
    """XML that stands between paragraphs, such as the control around the table of contents."""

    xml: Xml


Piece: TypeAlias = WordParagraph | WordTable | Raw


def joined(pieces: Sequence[Piece]) -> Xml:
    """Return pieces one after the other."""
    return join(piece.xml for piece in spaced(pieces))


def cell_content(pieces: Sequence[Piece]) -> Xml:
    """Return pieces as a cell's content: it ends with a paragraph, which leaves no space below."""
    if not pieces or not isinstance(pieces[-1], WordParagraph):
        return joined((*pieces, separator()))
    return joined((*pieces[:-1], replace(pieces[-1], after=0)))


def spaced(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces with space around tables, and something between tables that touch: Word joins those."""
    found: list[Piece] = []
    for piece in pieces:
        if found and isinstance(piece, WordTable):
            found[-1] = _before_table(found[-1])
        after_table = bool(found) and isinstance(found[-1], WordTable)
        found += _after_table(piece) if after_table else [piece]
    return found


def _before_table(piece: Piece) -> Piece:
    running = isinstance(piece, WordParagraph) and piece.style.startswith(_LISTED)
    if isinstance(piece, WordParagraph) and (running or piece.style in _RUNNING):
        return replace(piece, after=AROUND_TABLE)
    return piece


def ends_section(pieces: Sequence[Piece], section: Xml) -> list[Piece]:
    """Return pieces whose last paragraph ends a section; a table cannot, so it gets a paragraph after it."""
    last = pieces[-1] if pieces else None
    if isinstance(last, WordParagraph):
        return [*pieces[:-1], replace(last, section=section)]
    return [*pieces, replace(separator(), section=section)]


def separator() -> WordParagraph:
    """Return the lowest paragraph there is, for where Word's format needs one."""
    return WordParagraph(NOTHING, "BriefSeparator")


def _after_table(piece: Piece) -> list[Piece]:
    if isinstance(piece, WordTable):
        return [separator(), piece]
    if isinstance(piece, WordParagraph) and not _has_space(piece):
        return [replace(piece, before=AROUND_TABLE)]
    return [piece]


def _has_space(piece: WordParagraph) -> bool:
    return piece.before is not None or piece.style.startswith(_SPACED)
