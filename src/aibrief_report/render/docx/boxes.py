"""Boxes and the strip of key figures: tables of one row, which Word keeps in shape while they are edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aibrief_report.model.blocks import Box, KeyFigure, KeyFigures
from aibrief_report.model.walk import plain
from aibrief_report.ooxml.markup import NOTHING, Xml, join
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.ooxml.runs import PLAIN, Look, line_break, run
from aibrief_report.ooxml.tables import WordTable, cell, row
from aibrief_report.render.docx.captions import label_of, title_of
from aibrief_report.render.docx.draft import Draft, Flow
from aibrief_report.render.docx.inlines import write_inlines
from aibrief_report.render.docx.pieces import Piece, cell_content
from aibrief_report.render.docx.table_styles import BOX_SIDE, CELL_GAP
from aibrief_report.render.docx.widths import line_width

_STYLES = {
    "findings": "BriefFindings",
    "box": "BriefBox",
    "method": "BriefPlainBox",
    "about": "BriefPlainBox",
}
_TINTED = "box"
_MOST_IN_A_ROW = 4
_BOLD = 1.08


def inner(box: Box, flow: Flow) -> Flow:
    """Return where a box's text flows: in the column of the text, where its title hangs beside it."""
    padding = BOX_SIDE if box.role == _TINTED else 0.0
    return Flow(flow.width - padding if flow.side else flow.width - 2 * padding)


def write_box(box: Box, title: Sequence[Piece], pieces: Sequence[Piece], flow: Flow) -> WordTable:
    """Return a box: its title in the side column, or above, and its text. Findings stay on one page."""
    padding = BOX_SIDE if box.role == _TINTED else 0.0
    if flow.side:
        widths: tuple[float, ...] = (flow.side, flow.width)
        cells = [
            cell(cell_content(title), flow.side, sides=(padding, CELL_GAP)),
            cell(cell_content(pieces), flow.width, sides=(0.0, padding)),
        ]
    else:
        widths = (flow.width,)
        cells = [cell(cell_content([*title, *pieces]), flow.width, sides=(padding, padding))]
    whole = row(*cells, split=box.role != "findings")
    name = f"{box.label} {plain(box.title)}".strip()
    return WordTable(_STYLES[box.role], widths, (whole,), caption=name, indent=-flow.side)


def box_title(draft: Draft, box: Box, flow: Flow) -> list[WordParagraph]:
    """Return a box's label and title, one above the other in the side column."""
    label, title = label_of(draft, box), title_of(draft, box)
    apart = (line_break() if flow.side else run("\u2002")) if label and title else NOTHING
    words = join((label, apart, title))
    return [WordParagraph(words, "BriefBoxTitle", keep_next=None if flow.side else True)] if words else []


def write_key_figures(draft: Draft, strip: KeyFigures, flow: Flow) -> WordTable:
    """Return the strip: a cell a number, with what it is, its period and source."""
    items = strip.items
    across = min(len(items), _MOST_IN_A_ROW)
    width = flow.whole / across
    look = _value_look(draft, strip, width - CELL_GAP)
    cells = [cell(_key_figure(draft, item, look), width) for item in items]
    cells += [cell(cell_content(()), width) for _ in range(-len(items) % across)]
    rows = tuple(row(*cells[place : place + across]) for place in range(0, len(cells), across))
    name = draft.words["key-figures"]
    return WordTable("BriefKeyFigures", (width,) * across, rows, caption=name, indent=-flow.side)


def _value_look(draft: Draft, strip: KeyFigures, width: float) -> Look:
    """Return the look of the large numbers: smaller than the style's where the longest would break."""
    size = draft.theme.sizes.key_figure
    longest = max(line_width(plain(item.value), size) * _BOLD for item in strip.items)
    return replace(PLAIN, size=round(size * width / longest * 2) / 2) if longest > width else PLAIN


def _key_figure(draft: Draft, item: KeyFigure, look: Look) -> Xml:
    lines = (
        ("BriefKeyFigure", write_inlines(draft, item.value, look)),
        ("BriefKeyFigureLabel", write_inlines(draft, item.label)),
        ("BriefKeyFigureDetail", write_inlines(draft, item.detail)),
    )
    return cell_content([WordParagraph(content, style) for style, content in lines if content])
