"""From a document to a DOCX: the one way in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aibrief_report.model.blocks import Block, Box, KeyFigures, Table
from aibrief_report.model.document import Document
from aibrief_report.ooxml.footnotes import note, note_mark
from aibrief_report.ooxml.markup import Xml, join
from aibrief_report.ooxml.names import ContentType, Relation
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.ooxml.properties import custom_properties, custom_xml_properties
from aibrief_report.ooxml.runs import tab
from aibrief_report.render.annex import annex
from aibrief_report.render.docx.base import base_document
from aibrief_report.render.docx.blocks import write_block, write_blocks
from aibrief_report.render.docx.contents_list import write_contents
from aibrief_report.render.docx.draft import Draft, Flow
from aibrief_report.render.docx.package import Package
from aibrief_report.render.docx.page import later, side_column, turned, upright
from aibrief_report.render.docx.pieces import Piece, ends_section, joined, separator
from aibrief_report.render.docx.provenance import NAMESPACE, provenance_part
from aibrief_report.render.docx.targets import places, targets, word_counts_headings
from aibrief_report.render.docx.title import write_title
from aibrief_report.theme.tokens import Theme


def render_docx(document: Document, theme: Theme) -> bytes:
    """Return a resolved document as the bytes of a DOCX: the same for the same document and theme.

    Raises `RenderError` for a node, picture or character that Word cannot hold.
    """
    draft = _start(document, theme)
    body = _body(draft)
    notes = _notes(draft)
    _attach(draft)
    return draft.package.bytes(body, notes, draft.lists.xml)


def _start(document: Document, theme: Theme) -> Draft:
    page, side = upright(document.meta.page, theme), side_column(document.meta.page, theme)
    explained = annex(document)
    return Draft(
        document=document,
        theme=theme,
        annex=explained,
        package=Package(base_document(document, theme, page, side)),
        page=page,
        side=side,
        places=places(document, explained),
        targets=targets(document),
        counts_headings=word_counts_headings(document),
    )


def _body(draft: Draft) -> Xml:
    """Return the text with its sections: a wide table stands on a page of its own, turned sideways.

    The contents stand after findings and key figures.
    """
    blocks = draft.document.blocks
    first = _place_of_contents(blocks)
    page, parts = draft.page, []
    pieces: list[Piece] = list(write_title(draft, Flow(page.text_width, draft.side)))
    for place, block in enumerate(blocks):
        turns = isinstance(block, Table) and block.landscape
        if turns != page.landscape:
            parts.append(joined(ends_section(pieces, page.xml)))
            page, pieces = turned(draft.page, draft.side) if turns else later(draft.page), []
        pieces += write_contents(draft) if place == first else []
        pieces += write_block(draft, block, Flow(page.text_width, draft.side))
    return join((*parts, joined(_closed(pieces)), page.xml))


def _place_of_contents(blocks: Sequence[Block]) -> int:
    """Return how many blocks stand before the contents: what the first page tells in short."""
    short = (KeyFigures, Box)
    return next((place for place, one in enumerate(blocks) if not isinstance(one, short)), len(blocks))


def _closed(pieces: list[Piece]) -> list[Piece]:
    """Return pieces that end with a paragraph, as a document must."""
    return pieces if pieces and isinstance(pieces[-1], WordParagraph) else [*pieces, separator()]


def _notes(draft: Draft) -> Xml:
    with draft.package.within_footnotes():
        return join(_note(draft, number) for number in range(1, len(draft.notes) + 1))


def _note(draft: Draft, number: int) -> Xml:
    """Return a footnote; its mark stands in its first paragraph."""
    flow = Flow(draft.page.text_width, style="FootnoteText")
    pieces = write_blocks(draft, draft.notes[number - 1].blocks, flow)
    first = pieces[0] if pieces else None
    mark = join((note_mark(), tab()))
    if isinstance(first, WordParagraph):
        head, rest = replace(first, content=join((mark, first.content))), pieces[1:]
    else:
        head, rest = WordParagraph(mark, "FootnoteText"), pieces
    return note(number, joined([head, *(_unhung(piece) for piece in rest)]))


def _unhung(piece: Piece) -> Piece:
    """Return a further paragraph of a footnote, which has no mark to hang at its side."""
    if isinstance(piece, WordParagraph) and piece.style == "FootnoteText":
        return replace(piece, hanging=0.0)
    return piece


def _attach(draft: Draft) -> None:
    """Add what describes the document: core and custom properties, and the numbers' sources."""
    package, document = draft.package, draft.document
    package.describe(document.meta)
    properties = custom_properties(
        {
            "aibrief-version": document.version,
            "aibrief-input-hash": document.hash,
            "aibrief-toolkit": document.toolkit,
        }
    )
    package.relate("docProps/custom.xml", ContentType.CUSTOM, Relation.CUSTOM, properties, to_root=True)
    item = package.relate(
        "customXml/item1.xml", ContentType.XML, Relation.CUSTOM_XML, provenance_part(document)
    )
    held = package.add("customXml/itemProps1.xml", ContentType.CUSTOM_XML, custom_xml_properties(NAMESPACE))
    item.relate_to(held, Relation.CUSTOM_XML_PROPERTIES)
