"""The text in its sections: upright, turned sideways for wide tables, in columns for references."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, TypeAlias

from msgspec.structs import replace

from aibrief_report.model.blocks import Block, Box, KeyFigures, References, Table
from aibrief_report.ooxml.markup import Xml, join
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.ooxml.sections import PageSetup
from aibrief_report.ooxml.tables import WordTable
from aibrief_report.render.docx.blocks import write_block, write_title_of
from aibrief_report.render.docx.contents_list import write_contents
from aibrief_report.render.docx.draft import Draft, Flow
from aibrief_report.render.docx.pieces import Piece, ends_section, joined, separator
from aibrief_report.render.docx.reference_list import write_references
from aibrief_report.render.docx.title import write_title

Way: TypeAlias = Literal["upright", "turned", "wide", "columns"]
"""How a section stands on its page: beside the side column, sideways, over side column and text, in two."""
_FEWEST = 10
"""So many references stand on pages of their own, in columns; fewer go on below the text."""


def write_body(draft: Draft) -> Xml:
    """Return the content of `w:body`: sections one after the other, each closed by its page.

    A wide table stands on a page of its own, turned sideways; the contents stand after findings and key
    figures.
    """
    sections = _sections(draft)
    pages = list(_pages(draft, [way for way, _ in sections]))
    *before, (_, last) = sections
    parts = [joined(ends_section(pieces, page.xml)) for (_, pieces), page in zip(before, pages, strict=False)]
    return join((*parts, joined(_closed(last)), pages[-1].xml))


def _sections(draft: Draft) -> list[tuple[Way, list[Piece]]]:
    """Return the pieces of the text, those together that stand on the page in one way."""
    found: list[tuple[Way, list[Piece]]] = [("upright", [])]
    for way, pieces in _parts(draft):
        if way != found[-1][0]:
            found.append((way, []))
        found[-1][1].extend(_turned(pieces) if draft.pages.first.right_to_left else pieces)
    return found


def _turned(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces whose tables have their first column at the right."""
    return [replace(one, right_to_left=True) if isinstance(one, WordTable) else one for one in pieces]


def _parts(draft: Draft) -> Iterator[tuple[Way, Sequence[Piece]]]:
    blocks = draft.document.blocks
    first = _place_of_contents(blocks)
    upright = Flow(draft.pages.first.text_width, draft.side)
    yield "upright", write_title(draft, upright)
    for place, block in enumerate(blocks):
        if place == first:
            yield "upright", write_contents(draft)
        if isinstance(block, References) and _in_columns(draft):
            # A page of its own: LibreOffice 7.4 keeps margins and headings only where a page begins.
            hung = draft.pages.later.left - draft.pages.wide.left
            yield "wide", [replace(write_title_of(draft, block), indent=hung or None, before=0.0)]
            yield "columns", write_references(draft)
        elif isinstance(block, Table) and block.landscape:
            yield "turned", write_block(draft, block, Flow(draft.pages.turned.text_width, draft.side))
        else:
            yield "upright", write_block(draft, block, upright)


def _pages(draft: Draft, ways: Sequence[Way]) -> Iterator[PageSetup]:
    pages = draft.pages
    numbered = draft.document.meta.line_numbers
    yield replace(pages.first, numbered_lines=numbered)
    for before, way in pairwise(ways):
        match way:
            case "upright":
                back = before == "columns"
                yield replace(pages.later, continuous=back, numbered_lines=numbered and not back)
            case "turned":
                yield pages.turned
            case "wide":
                yield pages.wide
            case "columns":
                yield replace(pages.wide, columns=draft.theme.page.reference_columns, continuous=True)


def _in_columns(draft: Draft) -> bool:
    return draft.theme.page.reference_columns > 1 and len(draft.document.references) >= _FEWEST


def _place_of_contents(blocks: Sequence[Block]) -> int:
    """Return how many blocks stand before the contents: what the first page tells in short."""
    short = (KeyFigures, Box)
    return next((place for place, one in enumerate(blocks) if not isinstance(one, short)), len(blocks))


def _closed(pieces: list[Piece]) -> list[Piece]:
    """Return pieces that end with a paragraph, as a document must."""
    return pieces if pieces and isinstance(pieces[-1], WordParagraph) else [*pieces, separator()]
