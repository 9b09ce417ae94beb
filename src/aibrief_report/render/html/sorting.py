"""What a table's rows are sorted by: raw values where a column measures one thing, else what is printed.

A script sorts; it does not know the language's marks, hedges and ranges, so each cell says its key.
"""

from __future__ import annotations

import re

from msgspec import Struct

from aibrief_report.model.blocks import Table
from aibrief_report.model.inlines import Inlines, NumberText
from aibrief_report.model.numbers import Number
from aibrief_report.model.walk import plain
from aibrief_report.ooxml.language import decimal_mark
from aibrief_report.render.html.pen import Pen

_FIGURE = re.compile(r"[-−]?\d(?:[\d.,'’\s]*\d)?")


class Keys(Struct, frozen=True):
    """The keys of a table's cells. `raw` tells for each column whether its values are of one unit."""

    node: Table
    pen: Pen
    raw: tuple[bool, ...]

    def of(self, place: int, cell: Inlines) -> str | None:
        """Return the key of a cell in a column: decimal text, an ISO date, or nothing for a missing value.

        `None` where the cell's own words serve: in columns of text, and on paper.
        """
        first = _number(cell, self.pen)
        if self.pen.paper:
            return None
        if first and first.kind == "event" and first.period:
            return first.period
        if self.node.columns[place].align not in ("right", "decimal"):
            return None
        if first and first.value and self.raw[place]:
            return first.value
        return printed_value(plain(cell), decimal_mark(self.pen.document.meta.language))


def keys_of(node: Table, pen: Pen) -> Keys:
    """Return the keys of a table."""
    raw = tuple(len(_units(node, place, pen)) == 1 for place in range(len(node.columns)))
    return Keys(node, pen, raw)


def printed_value(words: str, mark: str) -> str:
    """Return the first number of printed words as decimal text, of a range its lower end; empty for none.

    `mark` is the language's decimal mark; the other of point and comma groups thousands, as do spaces and
    apostrophes.
    """
    found = _FIGURE.search(words)
    if found is None:
        return ""
    digits = "".join(one for one in found[0] if one.isdigit() or one in f"{mark}-−")
    return digits.replace(mark, ".").replace("−", "-")


def _units(node: Table, place: int, pen: Pen) -> set[str]:
    """Return the units of the numbers that begin the cells of a column; an empty one for a plain text."""
    cells = (row.cells[place] for row in node.rows if not row.group and plain(row.cells[place]).strip())
    return {one.unit if (one := _number(cell, pen)) else "" for cell in cells}


def _number(cell: Inlines, pen: Pen) -> Number | None:
    first = cell[0] if cell else None
    return pen.document.numbers.get(first.number) if isinstance(first, NumberText) else None
