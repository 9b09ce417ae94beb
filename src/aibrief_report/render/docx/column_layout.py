"""Where a table's columns stand, and where in them the decimal marks do."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from aibrief_report.model.blocks import Column, Table
from aibrief_report.model.inlines import Inlines, NumberText
from aibrief_report.model.walk import plain, walk
from aibrief_report.ooxml.language import decimal_mark
from aibrief_report.render.annex import CONTESTED
from aibrief_report.render.docx.draft import Draft
from aibrief_report.render.docx.table_styles import CELL_GAP, NUMBER_GAP
from aibrief_report.render.docx.widths import Need, line_width, longest_word, share

_AT_THE_EDGE = ("right", "decimal")
AFTER_NUMBERS = 16.0
"""The space between a column of numbers and words that follow it, in points."""
_BOLD = 1.06
"""How much wider bold type is, as headings are set in."""
_SLACK = 2.0
"""Room in a column for what is not known of the reader's fonts, in points."""
_WIDEST_HEADING = 90.0
"""A heading longer than this, in points, may as well break into lines."""


class Layout(Struct, frozen=True):
    """Columns in points: their widths, the space at their cells' sides, and the place of decimal marks.

    What is `None` is as the table's style has it, or there is no decimal mark to align on.
    """

    widths: tuple[float, ...]
    sides: tuple[tuple[float, float] | None, ...]
    stops: tuple[float | None, ...]


def lay_out(draft: Draft, table: Table, width: float) -> Layout:
    """Return the layout of a table that fills a width in points."""
    mark = decimal_mark(draft.document.meta.language)
    size = draft.theme.sizes.table
    columns = [_column(draft, table, place, mark, size) for place in range(len(table.columns))]
    widths = share([one.need for one in columns], width)
    stops = tuple(
        whole - sum(one.sides) - one.tail if one.decimal else None
        for one, whole in zip(columns, widths, strict=True)
    )
    usual = (0.0, CELL_GAP)
    return Layout(widths, tuple(None if one.sides == usual else one.sides for one in columns), stops)


class _Column(Struct, frozen=True):
    """What a column needs, the space at its sides, and how far its numbers reach beyond the decimal mark."""

    need: Need
    sides: tuple[float, float]
    tail: float
    decimal: bool


def _column(draft: Draft, table: Table, place: int, mark: str, size: float) -> _Column:
    column = table.columns[place]
    cells = [_shown(draft, row.cells[place]) for row in table.rows if not row.group]
    sides = _sides(table.columns, place)
    tail = max((line_width("".join(text.partition(mark)[1:]), size) for text in cells), default=0.0)
    head = max((line_width(text.partition(mark)[0], size) for text in cells), default=0.0)
    longest = max((longest_word(text, size) for text in cells), default=0.0)
    decimal = column.align == "decimal"
    need = _need(column, head + tail if decimal else longest, cells, size, sum(sides) + _SLACK)
    return _Column(need, sides, tail, decimal)


def _need(column: Column, least: float, cells: list[str], size: float, around: float) -> Need:
    headings = (plain(column.heading), column.unit)
    word = max(longest_word(text, size) * _BOLD for text in headings)
    line = max(line_width(text, size) * _BOLD for text in headings)
    best = max((line_width(text, size) for text in cells), default=0.0)
    least = max(least, word)
    best = max(best, least, min(line, _WIDEST_HEADING))
    return Need(least + around, best + around, column.weight)


def _sides(columns: Sequence[Column], place: int) -> tuple[float, float]:
    """Return the space at the left and right of a column's cells: numbers end at the edge of theirs."""
    if columns[place].align in _AT_THE_EDGE:
        return (NUMBER_GAP, 0.0)
    after_numbers = place > 0 and columns[place - 1].align in _AT_THE_EDGE
    left = AFTER_NUMBERS if after_numbers else CELL_GAP if columns[place].align == "center" else 0.0
    return (left, 0.0 if place == len(columns) - 1 else CELL_GAP)


def _shown(draft: Draft, inlines: Inlines) -> str:
    """Return a cell's words with the marks of contested numbers."""
    numbers = [node for node in walk(inlines) if isinstance(node, NumberText)]
    return plain(inlines) + CONTESTED * sum(draft.is_contested(number) for number in numbers)
