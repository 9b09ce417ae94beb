"""The cells behind a chart: column by column, each with its place and with what a chart keeps of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from aibrief_report.charts.table import data_table
from aibrief_report.charts.wording import Wording
from aibrief_report.model.charts import Chart
from aibrief_report.ooxml.charts.cells import Numbers, Words
from aibrief_report.ooxml.charts.workbook import Cell, Sheet, Value, column_name
from aibrief_report.render.docx.native.numbers import cell_code

_DATA, _ROWS = "Data", "Rows"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of numbers: its heading and its cells."""

    name: Words
    cells: Numbers


@dataclass(slots=True)
class Grid:
    """The sheet that a chart is drawn from, while it grows from left to right."""

    _columns: list[tuple[Cell, ...]] = field(default_factory=list)

    def words(self, heading: str, texts: Sequence[str]) -> Words:
        """Add a column of words, and return its cells."""
        place = self._add(heading, texts)
        return Words(_range(place, 2, len(texts) + 1), tuple(texts))

    def numbers(self, heading: str, values: Sequence[str | None], code: str = "") -> Column:
        """Add a column of numbers as decimal text, and return it; a missing one leaves its cell empty."""
        code = code or cell_code(values)
        held = [None if one is None else Value(one, code) for one in values]
        place = self._add(heading, held)
        return Column(
            Words(_range(place, 1, 1), (heading,)),
            Numbers(_range(place, 2, len(values) + 1), tuple(values), code),
        )

    def sheets(self, chart: Chart, wording: Wording) -> tuple[Sheet, Sheet]:
        """Return the workbook's sheets: what is drawn, and its marks with units, status and rows."""
        high = max(map(len, self._columns))
        drawn = tuple(
            tuple(column[row] if row < len(column) else None for column in self._columns)
            for row in range(high)
        )
        heading, rows = data_table(chart, wording)
        return Sheet(_DATA, drawn), Sheet(_ROWS, (heading, *rows))

    def _add(self, heading: str, cells: Sequence[Cell]) -> int:
        self._columns.append((heading, *cells))
        return len(self._columns) - 1


def _range(place: int, first: int, last: int) -> str:
    column = column_name(place)
    end = f":${column}${last}" if last > first else ""
    return f"{_DATA}!${column}${first}{end}"
