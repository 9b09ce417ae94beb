"""Boxes and the strip of key figures: tables of one row, which Word keeps in shape while they are edited."""

from __future__ import annotations

from collections.abc import Sequence

from aibrief_report.model.blocks import Box, KeyFigure, KeyFigures
from aibrief_report.model.inlines import Inlines
from aibrief_report.model.walk import plain
from aibrief_report.ooxml.markup import Xml
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.ooxml.tables import WordTable, cell, row
from aibrief_report.render.docx.captions import titled
from aibrief_report.render.docx.draft import Draft, Flow
from aibrief_report.render.docx.inlines import write_inlines
from aibrief_report.render.docx.pieces import Piece, cell_content
from aibrief_report.render.docx.table_styles import BOX_SIDE

_STYLES = {
    "findings": "BriefFindings",
    "box": "BriefBox",
    "method": "BriefPlainBox",
    "about": "BriefPlainBox",
}
_MOST_IN_A_ROW = 4


def box_title(draft: Draft, box: Box) -> list[WordParagraph]:
    """Return a box's title, with its label where it has one."""
    words = titled(draft, box)
    return [WordParagraph(words, "BriefBoxTitle")] if words else []


def inner(flow: Flow) -> Flow:
    """Return where a box's text flows."""
    return Flow(flow.width - 2 * BOX_SIDE)


def write_box(box: Box, pieces: Sequence[Piece], flow: Flow) -> WordTable:
    """Return a box around its title and text. The findings stay on one page."""
    content = cell(cell_content(pieces), flow.width)
    whole = row(content, split=box.role != "findings")
    name = f"{box.label} {plain(box.title)}".strip()
    return WordTable(_STYLES[box.role], (flow.width,), (whole,), caption=name)


def write_key_figures(draft: Draft, strip: KeyFigures, flow: Flow) -> WordTable:
    """Return the strip: a cell a number, with what it is, its period and source."""
    items = strip.items
    across = min(len(items), _MOST_IN_A_ROW)
    width = flow.width / across
    cells = [cell(_key_figure(draft, item), width) for item in items]
    cells += [cell(cell_content(()), width) for _ in range(-len(items) % across)]
    rows = tuple(row(*cells[place : place + across]) for place in range(0, len(cells), across))
    return WordTable("BriefKeyFigures", (width,) * across, rows, caption=draft.words["key-figures"])


def _key_figure(draft: Draft, item: KeyFigure) -> Xml:
    lines: tuple[tuple[str, Inlines], ...] = (
        ("BriefKeyFigure", item.value),
        ("BriefKeyFigureLabel", item.label),
        ("BriefKeyFigureDetail", item.detail),
    )
    return cell_content(
        [WordParagraph(write_inlines(draft, inlines), style) for style, inlines in lines if inlines]
    )
