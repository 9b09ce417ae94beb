"""From a document to a DOCX: the one way in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec.structs import replace

from aibrief_report.model.document import Document
from aibrief_report.ooxml.comments import comments_part
from aibrief_report.ooxml.footnotes import note, note_mark
from aibrief_report.ooxml.markup import Xml, join
from aibrief_report.ooxml.names import ContentType, Relation
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.ooxml.properties import custom_properties
from aibrief_report.ooxml.readback import trimmed, whole_paragraphs
from aibrief_report.ooxml.runs import tab
from aibrief_report.ooxml.text import text_in
from aibrief_report.render.annex import annex
from aibrief_report.render.docx.base import own_base
from aibrief_report.render.docx.blocks import write_blocks
from aibrief_report.render.docx.body import write_body
from aibrief_report.render.docx.comments import Comments, comments_of
from aibrief_report.render.docx.draft import Draft, Flow
from aibrief_report.render.docx.house.base import house_base
from aibrief_report.render.docx.manner import PUBLISHED, Manner
from aibrief_report.render.docx.named import core_properties, own_properties
from aibrief_report.render.docx.numbering import Lists
from aibrief_report.render.docx.package import Package
from aibrief_report.render.docx.pieces import Piece, joined
from aibrief_report.render.docx.provenance import INPUTS, PROVENANCE, inputs_part, provenance_part
from aibrief_report.render.docx.targets import places, targets, word_counts_headings
from aibrief_report.render.glyphs import check_characters, drawings
from aibrief_report.store.cache import Cache
from aibrief_report.theme.coverage import NO_CACHE
from aibrief_report.theme.tokens import Theme

NO_PAGES: Mapping[str, int] = MappingProxyType({})


def render_docx(
    document: Document,
    theme: Theme,
    cache: Cache = NO_CACHE,
    pages: Mapping[str, int] = NO_PAGES,
    manner: Manner = PUBLISHED,
) -> bytes:
    """Return a resolved document as the bytes of a DOCX: the same for the same document, theme and manner.

    `pages` are the pages of anchors where a layout is known: contents and cross-references then print them.
    Raises `RenderError` for a node, picture or character that Word cannot hold.
    """
    draft = _start(document, theme, cache, pages, manner)
    if manner.tracked:
        draft.package.track_changes()
    body = write_body(draft)
    notes = _notes(draft)
    check_characters([str(body), str(notes), *drawings(document)], document, theme, cache)
    _attach(draft, whole_paragraphs(body) | whole_paragraphs(notes))
    return draft.package.bytes(body, notes, draft.lists.xml)


def _start(document: Document, theme: Theme, cache: Cache, pages: Mapping[str, int], manner: Manner) -> Draft:
    template = theme.word.template
    base = house_base(document, theme, template) if template else own_base(document, theme)
    explained = annex(document)
    return Draft(
        document=document,
        theme=base.theme,
        annex=explained,
        package=Package(base.package),
        pages=base.pages,
        lists=Lists(base.counts),
        page_numbers=pages,
        cache=cache,
        comments=comments_of(document) if manner.comments else Comments(),
        places=places(document, explained),
        targets=targets(document),
        counts_headings=word_counts_headings(document),
    )


def _notes(draft: Draft) -> Xml:
    with draft.package.within_footnotes():
        return join(_note(draft, number) for number in range(1, len(draft.notes) + 1))


def _note(draft: Draft, number: int) -> Xml:
    """Return a footnote; its mark stands in its first paragraph."""
    flow = Flow(draft.pages.first.text_width, style="FootnoteText")
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


def _attach(draft: Draft, whole: frozenset[str]) -> None:
    """Add what describes the document: its properties, its numbers' sources, and what it was made from.

    `whole` are the bookmarks that mark all of a paragraph.
    """
    package, document = draft.package, draft.document
    package.describe(document.meta, core_properties(document))
    properties = custom_properties(own_properties(document))
    package.relate("docProps/custom.xml", ContentType.CUSTOM, Relation.CUSTOM, properties, to_root=True)
    if draft.comments.written:
        held = comments_part(draft.comments.written)
        package.relate("word/comments.xml", ContentType.COMMENTS, Relation.COMMENTS, held)
    printed = {anchor: trimmed(text_in(content)) for anchor, content in draft.marked.items()}
    for namespace, data in (
        (PROVENANCE, provenance_part(document, printed, whole)),
        (INPUTS, inputs_part(document)),
    ):
        package.carry(namespace, data)
