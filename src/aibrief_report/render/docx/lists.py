"""Lists: each item a paragraph that Word numbers, what follows in the item set in beneath it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.model.blocks import Block, ListBlock, Paragraph
from aibrief_report.ooxml.markup import NOTHING
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.render.docx.draft import Draft, Flow
from aibrief_report.render.docx.numbering import LEVELS, list_style
from aibrief_report.render.docx.pieces import Piece
from aibrief_report.render.docx.styles import GAP

Write = Callable[[Draft, Sequence[Block], Flow], list[Piece]]
"""Writes blocks in their flow; handed in, because blocks hold lists and lists hold blocks."""


def write_list(draft: Draft, block: ListBlock, flow: Flow, write: Write) -> list[Piece]:
    """Return the items of a list and what is in them."""
    level = min(flow.depth, LEVELS - 1)
    kind = _Kind(
        list_style(block.ordered, level),
        draft.lists.start(level, block.start) if block.ordered else draft.lists.counts.deep(level),
        draft.lists.counts.indent(block.ordered, level),
    )
    found: list[Piece] = []
    for item in block.items:
        found += _item(draft, item, replace(flow, depth=flow.depth + 1), write, kind)
    return _closed(found) if flow.depth == 0 else found


class _Kind(Struct, frozen=True):
    """What the items of a list have in common: style, list and level in it, and the indent of their text."""

    style: str
    number: tuple[int, int] | None
    indent: float


def _item(draft: Draft, blocks: tuple[Block, ...], flow: Flow, write: Write, kind: _Kind) -> list[Piece]:
    first = write(draft, blocks[:1], flow) if blocks and isinstance(blocks[0], Paragraph) else []
    rest = blocks[len(first) :]
    head = first[0] if first and isinstance(first[0], WordParagraph) else WordParagraph(NOTHING)
    below = [_set_in(piece, kind.indent) for piece in write(draft, rest, flow)]
    return [replace(head, style=kind.style, number=kind.number), *below]


def _set_in(piece: Piece, indent: float) -> Piece:
    """Return a paragraph that goes on with an item, set in as the item's text is."""
    if isinstance(piece, WordParagraph) and not piece.style and piece.indent is None:
        return replace(piece, style="ListContinue", indent=indent)
    return piece


def _closed(pieces: list[Piece]) -> list[Piece]:
    """Return a list with space below it; neither its first nor its last item stands alone on a page."""
    kept = {0, len(pieces) - 2} if len(pieces) > 1 else set[int]()
    found = [_kept(piece) if place in kept else piece for place, piece in enumerate(pieces)]
    last = found[-1] if found else None
    return [*found[:-1], replace(last, after=GAP)] if isinstance(last, WordParagraph) else found


def _kept(piece: Piece) -> Piece:
    return replace(piece, keep_next=True) if isinstance(piece, WordParagraph) else piece
