"""Lists of contents, figures and tables: fields that Word can update, with their entries already in them.

Entries bear page numbers only where the pages are known from a layout: a wrong one is worse than none. What
they say is what Word, updating the field, would say.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from aibrief_report.model.blocks import Box, Exhibits, Figure, Table
from aibrief_report.model.document import Document
from aibrief_report.model.walk import walk
from aibrief_report.ooxml.controls import contents_control
from aibrief_report.ooxml.fields import (
    captions_instruction,
    contents_instruction,
    field_end,
    field_start,
    inner_link,
    page_reference,
)
from aibrief_report.ooxml.markup import NOTHING, Xml, join
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.ooxml.runs import run, tab
from aibrief_report.render.docx.captions import counted_name, label_apart
from aibrief_report.render.docx.draft import Draft, Flow
from aibrief_report.render.docx.inlines import unbroken, write_inlines
from aibrief_report.render.docx.numbering import number_apart
from aibrief_report.render.docx.pieces import Raw
from aibrief_report.render.docx.targets import Entry, contents
from aibrief_report.render.exhibits import listed, repeated

_DEEPEST = 2
_BELOW = 12.0
_FEWEST = 4
"""A brief of fewer headings than this needs no contents."""


class _Line(Struct, frozen=True):
    """An entry: the style of its paragraph, where it leads, what it says."""

    style: str
    anchor: str
    words: Xml


def write_contents(draft: Draft) -> list[Raw]:
    """Return the table of contents; nothing for a brief of few headings, or that wants none."""
    entries = contents(draft.document, _DEEPEST)
    if not draft.document.meta.contents or len(entries) < _FEWEST:
        return []
    title = WordParagraph(run(draft.words["contents"]), "TOCHeading")
    lines = [_Line(f"TOC{entry.level}", entry.anchor, _heading(draft, entry)) for entry in entries]
    instruction = contents_instruction(_DEEPEST, bool(draft.page_numbers))
    paragraphs = [one.xml for one in (title, *_field(draft, instruction, lines))]
    return [Raw(contents_control(draft.ids.control("contents"), join(paragraphs)))]


def write_exhibits(draft: Draft, exhibits: Exhibits, flow: Flow) -> list[WordParagraph]:
    """Return the list of figures or of tables; nothing where there are none."""
    blocks = listed(exhibits, draft.document)
    if not blocks:
        return []
    title = draft.mark(exhibits.anchor, write_inlines(draft, exhibits.title))
    boxed = _boxed(draft.document)
    lines = [
        _Line("TableOfFigures", one.anchor, _caption(draft, one, 0.0 if one.anchor in boxed else flow.side))
        for one in blocks
    ]
    instruction = captions_instruction(counted_name(blocks[0].label), bool(draft.page_numbers))
    return [WordParagraph(title, "TOCHeading"), *_field(draft, instruction, lines)]


def _field(draft: Draft, instruction: str, lines: Sequence[_Line]) -> list[WordParagraph]:
    """Return the entries; the field starts in the first and ends in the last. None stands alone on a page."""
    last = len(lines) - 1
    found = []
    for place, line in enumerate(lines):
        before = field_start(instruction) if place == 0 else NOTHING
        after = field_end() if place == last else NOTHING
        entry = inner_link(line.anchor, join((line.words, _page(draft, line.anchor))))
        kept = place == 0 < last or place == last - 1
        found.append(
            WordParagraph(
                join((before, entry, after)),
                line.style,
                keep_next=True if kept else None,
                after=_BELOW if place == last else None,
            )
        )
    return found


def _page(draft: Draft, anchor: str) -> Xml:
    if anchor not in draft.page_numbers:
        return NOTHING
    return join((tab(), page_reference(anchor, str(draft.page_numbers[anchor]))))


def _heading(draft: Draft, entry: Entry) -> Xml:
    words = write_inlines(draft, repeated(entry.title, draft.annex), linked=True)
    if not entry.number:
        return words
    return join((run(entry.number), number_apart(draft.counts_headings, draft.pages.side), words))


def _caption(draft: Draft, block: Figure | Table, side: float) -> Xml:
    """Return what the caption says; `side` is the width of the side column at its left, 0 for none."""
    words = write_inlines(draft, repeated(block.title, draft.annex), linked=True)
    apart = label_apart(draft.theme, side) if words else NOTHING
    return join((run(unbroken(block.label)), apart, words))


def _boxed(document: Document) -> set[str]:
    """Return the anchors of what stands in boxes, which have no side column."""
    boxes = [one for one in walk(document.blocks) if isinstance(one, Box)]
    return {one.anchor for one in walk(tuple(box.blocks for box in boxes)) if isinstance(one, Figure | Table)}
