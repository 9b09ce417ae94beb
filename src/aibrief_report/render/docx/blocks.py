"""Blocks: every kind that the model knows, as paragraphs and tables of Word."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from aibrief_report.errors import Fault, RenderError
from aibrief_report.model.blocks import (
    Block,
    Box,
    CodeBlock,
    Exhibits,
    Figure,
    Heading,
    KeyFigures,
    ListBlock,
    Paragraph,
    Provenance,
    Quote,
    References,
    Rule,
    Table,
)
from aibrief_report.model.walk import plain
from aibrief_report.ooxml.language import is_right_to_left
from aibrief_report.ooxml.markup import NOTHING, join
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.ooxml.runs import PLAIN, Look, literal_run, run
from aibrief_report.render.docx.annex_table import write_annex
from aibrief_report.render.docx.boxes import box_title, inner, write_box, write_key_figures
from aibrief_report.render.docx.contents_list import write_exhibits
from aibrief_report.render.docx.draft import Draft, Flow
from aibrief_report.render.docx.figures import write_figure
from aibrief_report.render.docx.inlines import write_inlines
from aibrief_report.render.docx.lists import write_list
from aibrief_report.render.docx.numbering import number_apart
from aibrief_report.render.docx.pieces import Piece
from aibrief_report.render.docx.reference_list import write_references
from aibrief_report.render.docx.tables import write_table

_QUOTED = Look(italic=True)
_NUMBER = Look(style="BriefUnit")


def write_blocks(draft: Draft, blocks: Sequence[Block], flow: Flow) -> list[Piece]:
    """Return blocks one after the other."""
    return [piece for block in blocks for piece in write_block(draft, block, flow)]


def write_block(draft: Draft, block: Block, flow: Flow) -> Sequence[Piece]:
    """Return one block. Raises `RenderError` for a node that has no form in Word."""
    match block:
        case Paragraph():
            look = _QUOTED if flow.style == "Quote" else PLAIN
            content = draft.mark(block.anchor, write_inlines(draft, block.inlines, look))
            return [WordParagraph(content, flow.style, right_to_left=is_right_to_left(plain(block.inlines)))]
        case Heading():
            return [write_heading(draft, block, flow)]
        case CodeBlock():
            code = draft.mark(block.anchor, literal_run(block.text.rstrip("\n")))
            return [WordParagraph(code, "BriefCode")]
        case Rule():
            return [WordParagraph(NOTHING, "BriefRule")]
        case _:
            return _write_exhibit(draft, block, flow)


def _write_exhibit(
    draft: Draft,
    block: ListBlock | Quote | Box | KeyFigures | Figure | Table | Exhibits | References | Provenance,
    flow: Flow,
) -> Sequence[Piece]:
    match block:
        case ListBlock():
            return write_list(draft, block, flow, write_blocks)
        case Quote():
            return write_blocks(draft, block.blocks, replace(flow, style="Quote"))
        case Box():
            title = box_title(draft, block, flow)
            pieces = write_blocks(draft, block.blocks, inner(draft, block, flow))
            return [write_box(draft, block, title, pieces, flow)]
        case KeyFigures():
            return [write_key_figures(draft, block, flow)] if block.items else []
        case Figure():
            return write_figure(draft, block, flow)
        case Table():
            return write_table(draft, block, flow)
        case Exhibits():
            return write_exhibits(draft, block, flow)
        case References():
            return [write_title_of(draft, block), *write_references(draft)]
        case Provenance():
            return [write_title_of(draft, block, page_break=True), *write_annex(draft, flow)]
        case _:
            raise RenderError(Fault(f"a Word document has no form for {type(block).__name__}"))


def write_heading(draft: Draft, heading: Heading, flow: Flow) -> WordParagraph:
    """Return a heading; Word counts its number where that comes to the same, else it is text."""
    content = draft.mark(heading.anchor, write_inlines(draft, heading.inlines))
    style = f"Heading{heading.level}"
    if not heading.number:
        return WordParagraph(content, style, number=_uncounted(draft))
    if draft.counts_headings:
        indent = None if flow.side else 0.0
        return WordParagraph(
            content,
            style,
            number=(draft.lists.counts.headings, heading.level - 1),
            indent=indent,
            hanging=indent,
        )
    words = join((run(heading.number, _NUMBER), number_apart(counted=False, side=flow.side), content))
    hangs = flow.side or None
    return WordParagraph(words, style, indent=0.0 if hangs else None, hanging=hangs)


def write_title_of(
    draft: Draft, block: References | Provenance, *, page_break: bool = False
) -> WordParagraph:
    """Return the heading of the reference list or of the annex."""
    content = draft.mark(block.anchor, write_inlines(draft, block.title))
    return WordParagraph(
        content,
        "Heading1",
        number=_uncounted(draft),
        page_break=page_break,
        before=0.0 if page_break else None,
    )


def _uncounted(draft: Draft) -> tuple[int, int] | None:
    """Return the list of a heading without a number, where the headings' styles count."""
    uncounted = draft.lists.counts.uncounted
    return None if uncounted is None else (uncounted, 0)
