"""Boxes and the strip of key figures: tables of one row, which Word keeps in shape while they are edited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from msgspec.structs import replace

from aibrief_report.model.blocks import Box, CodeBlock, Figure, KeyFigure, KeyFigures, Paragraph, Table
from aibrief_report.model.walk import plain, walk
from aibrief_report.ooxml.markup import NOTHING, Xml, join
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.ooxml.runs import PLAIN, Look, line_break, run
from aibrief_report.ooxml.tables import WordTable, cell, row
from aibrief_report.render.docx.captions import label_of, title_of
from aibrief_report.render.docx.draft import Draft, Flow
from aibrief_report.render.docx.inlines import write_inlines
from aibrief_report.render.docx.pieces import Piece, cell_content
from aibrief_report.render.docx.table_styles import BOX_SIDE, CELL_GAP, FIGURE_GAP
from aibrief_report.render.docx.widths import Need, line_width, longest_word, share

_T = TypeVar("_T")
_STYLES = {
    "findings": "BriefFindings",
    "box": "BriefBox",
    "method": "BriefPlainBox",
    "about": "BriefPlainBox",
    "corrections": "BriefBox",
}
_TINTED = ("box", "corrections")
_MOST_IN_A_ROW = 4
_BOLD = 1.08
_LETTER = 4.8
"""About the width of a letter of text in points."""
_SHORT = 18
"""A box of no more lines than this is not parted by the end of a page."""


def inner(draft: Draft, box: Box, flow: Flow) -> Flow:
    """Return where a box's text flows: in the column of the text, where its title hangs beside it."""
    padding = _padding(draft, box)
    return Flow(flow.width - padding if _hangs(draft, flow) else flow.width - 2 * padding)


def _hangs(draft: Draft, flow: Flow) -> bool:
    """Tell whether a box's title stands in the side column."""
    return bool(flow.side) and draft.theme.manners.boxes.title == "side"


def _padding(draft: Draft, box: Box) -> float:
    """Return the space at the sides within a box, in points: none where nothing marks its sides."""
    own = box.role in _TINTED or (box.role == "findings" and draft.theme.manners.boxes.style != "tint")
    return BOX_SIDE if own else 0.0


def write_box(
    draft: Draft, box: Box, title: Sequence[Piece], pieces: Sequence[Piece], flow: Flow
) -> WordTable:
    """Return a box: its title in the side column, or above, and its text. A short one stays on one page."""
    padding = _padding(draft, box)
    hangs = _hangs(draft, flow)
    if hangs:
        widths: tuple[float, ...] = (flow.side, flow.width)
        cells = [
            cell(cell_content(title), flow.side, sides=(padding, CELL_GAP)),
            cell(cell_content(pieces), flow.width, sides=(0.0, padding)),
        ]
    else:
        widths = (flow.width,)
        cells = [cell(cell_content([*title, *pieces]), flow.width, sides=(padding, padding))]
    whole = row(*cells, split=not _is_short(box, flow))
    name = f"{box.label} {plain(box.title)}".strip()
    return WordTable(_STYLES[box.role], widths, (whole,), caption=name, indent=-flow.side if hangs else 0.0)


def _is_short(box: Box, flow: Flow) -> bool:
    """Tell whether a box had better stand whole: findings, and what fills no more than a third of a page."""
    nodes = tuple(walk(box.blocks))
    if box.role == "findings":
        return True
    if any(isinstance(node, CodeBlock | Figure | Table) for node in nodes):
        return False
    letters = flow.width / _LETTER
    texts = (len(plain(node.inlines)) for node in nodes if isinstance(node, Paragraph))
    return sum(1 + int(length / letters) for length in texts) <= _SHORT


def box_title(draft: Draft, box: Box, flow: Flow) -> list[WordParagraph]:
    """Return a box's label and title, one above the other in the side column."""
    label, title = label_of(draft, box), title_of(draft, box)
    hangs = _hangs(draft, flow)
    apart = (line_break() if hangs else run("\u2002")) if label and title else NOTHING
    words = join((label, apart, title))
    return [WordParagraph(words, "BriefBoxTitle", keep_next=None if hangs else True)] if words else []


def write_key_figures(draft: Draft, strip: KeyFigures, flow: Flow) -> WordTable:
    """Return the strip: a cell a number, with what it is, its period and source."""
    across = min(len(strip.items), _MOST_IN_A_ROW)
    size = draft.theme.sizes.key_figure
    least = [_width(one, size, draft.theme.sizes.small) for one in strip.items]
    needs = [max(column) for column in _in_columns(least, across, 0.0)]
    room = flow.whole - across * FIGURE_GAP
    # Smaller where the numbers would break; Word knows half points.
    look = replace(PLAIN, size=int(size * room / sum(needs) * 2) / 2) if sum(needs) > room else PLAIN
    even = flow.whole / across
    widths = share([Need(need + FIGURE_GAP, max(need + FIGURE_GAP, even)) for need in needs], flow.whole)
    contents = [_key_figure(draft, item, look) for item in strip.items]
    # Where a ground or a line marks a figure's side, its words keep away from it.
    sides = None if draft.theme.manners.key_figures.style == "rules" else (CELL_GAP, CELL_GAP)
    rows = (
        row(*(cell(one, width, sides=sides) for one, width in zip(line, widths, strict=True)))
        for line in zip(*_in_columns(contents, across, cell_content(())), strict=True)
    )
    name = draft.words["key-figures"]
    return WordTable("BriefKeyFigures", widths, tuple(rows), caption=name, indent=-flow.side)


def _in_columns(items: Sequence[_T], across: int, blank: _T) -> list[list[_T]]:
    """Return items dealt out to columns, the last row filled up with blanks."""
    filled = [*items, *(blank for _ in range(-len(items) % across))]
    return [filled[column::across] for column in range(across)]


def _width(item: KeyFigure, size: float, small: float) -> float:
    """Return how wide a large number is in points, or the longest word beneath it where that is wider."""
    beneath = (longest_word(plain(part), small) for part in (item.label, item.detail))
    return max(line_width(plain(item.value), size) * _BOLD, *beneath)


def _key_figure(draft: Draft, item: KeyFigure, look: Look) -> Xml:
    lines = (
        ("BriefKeyFigure", draft.mark_part("value", item.anchor, write_inlines(draft, item.value, look))),
        ("BriefKeyFigureLabel", draft.mark_part("label", item.anchor, write_inlines(draft, item.label))),
        ("BriefKeyFigureDetail", draft.mark_part("detail", item.anchor, write_inlines(draft, item.detail))),
    )
    return cell_content([WordParagraph(content, style) for style, content in lines if content])
