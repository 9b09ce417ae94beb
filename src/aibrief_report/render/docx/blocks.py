"""Blocks: every kind that the model knows, as paragraphs and tables of Word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aibrief_report.errors import Fault, RenderError
from aibrief_report.model.blocks import (
    Block,
    Box,
    CodeBlock,
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
from aibrief_report.ooxml.markup import NOTHING, Xml
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.ooxml.runs import literal_run, run
from aibrief_report.render.docx.annex_table import write_annex
from aibrief_report.render.docx.boxes import box_title, inner, write_box, write_key_figures
from aibrief_report.render.docx.draft import Draft, Flow
from aibrief_report.render.docx.figures import write_figure
from aibrief_report.render.docx.inlines import write_inlines
from aibrief_report.render.docx.lists import write_list
from aibrief_report.render.docx.numbering import HEADINGS
from aibrief_report.render.docx.pieces import Piece
from aibrief_report.render.docx.reference_list import write_references
from aibrief_report.render.docx.tables import write_table


def write_blocks(draft: Draft, blocks: Sequence[Block], flow: Flow) -> list[Piece]:
    """Return blocks one after the other."""
    return [piece for block in blocks for piece in write_block(draft, block, flow)]


def write_block(draft: Draft, block: Block, flow: Flow) -> Sequence[Piece]:
    """Return one block. Raises `RenderError` for a node that has no form in Word."""
    match block:
        case Paragraph():
            content = draft.mark(block.anchor, write_inlines(draft, block.inlines))
            return [WordParagraph(content, flow.style)]
        case Heading():
            return [write_heading(draft, block)]
        case CodeBlock():
            return [WordParagraph(literal_run(block.text.rstrip("\n")), "BriefCode")]
        case Rule():
            return [WordParagraph(NOTHING, "BriefRule")]
        case _:
            return _write_exhibit(draft, block, flow)


def _write_exhibit(
    draft: Draft,
    block: ListBlock | Quote | Box | KeyFigures | Figure | Table | References | Provenance,
    flow: Flow,
) -> Sequence[Piece]:
    match block:
        case ListBlock():
            return write_list(draft, block, flow, write_blocks)
        case Quote():
            return write_blocks(draft, block.blocks, replace(flow, style="Quote"))
        case Box():
            return [
                write_box(
                    block, [*box_title(draft, block), *write_blocks(draft, block.blocks, inner(flow))], flow
                )
            ]
        case KeyFigures():
            return [write_key_figures(draft, block, flow)] if block.items else []
        case Figure():
            return write_figure(draft, block, flow)
        case Table():
            return write_table(draft, block, flow)
        case References():
            return [_title(draft, block), *write_references(draft)]
        case Provenance():
            return [replace(_title(draft, block), page_break=True), *write_annex(draft, flow)]
        case _:
            raise RenderError(Fault(f"a Word document has no form for {type(block).__name__}"))


def write_heading(draft: Draft, heading: Heading) -> WordParagraph:
    """Return a heading; Word counts its number where that comes to the same, else it is text."""
    counted = draft.counts_headings and bool(heading.number)
    number = run(f"{heading.number} ") if heading.number and not counted else NOTHING
    content = draft.mark(heading.anchor, write_inlines(draft, heading.inlines))
    return WordParagraph(
        Xml(number + content),
        f"Heading{heading.level}",
        number=(HEADINGS, heading.level - 1) if counted else None,
    )


def _title(draft: Draft, block: References | Provenance) -> WordParagraph:
    return WordParagraph(draft.mark(block.anchor, write_inlines(draft, block.title)), "Heading1")
