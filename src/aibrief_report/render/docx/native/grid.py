"""The cells behind a chart: column by column, each with its place and with what a chart keeps of it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from aibrief_report.charts.table import data_table
from aibrief_report.charts.wording import Wording
from aibrief_report.model.charts import Chart
from aibrief_report.ooxml.charts.cells import Numbers, Words, reference
from aibrief_report.ooxml.charts.workbook import Cell, Sheet, Value
from aibrief_report.render.docx.native.numbers import cell_code


class Column(Struct, frozen=True):
    """A column of numbers: its heading and its cells."""

    name: Words
    cells: Numbers

    def cell(self, place: int) -> str:
        """Return one of the cells (from 0) as a formula names it."""
        head, _, _ = self.cells.range.partition(":")
        return f"{head.rstrip('0123456789')}{place + 2}"


class Grid(Struct):
    """The sheets that a chart is drawn from, while they grow from left to right.

    What an editor changes stands in the first. The second, of what is put `aside`, only holds the places of
    strokes and words that carry no value; it is left out where it is empty.
    """

    wording: Wording
    _columns: dict[str, list[tuple[Cell, ...]]] = field(default_factory=dict)

    def words(self, heading: str, texts: Sequence[str], *, aside: bool = False) -> Words:
        """Add a column of words, and return its cells."""
        sheet, place = self._add(heading, texts, aside)
        return Words(reference(sheet, place, 2, len(texts) + 1), tuple(texts))

    def numbers(
        self,
        heading: str,
        values: Sequence[str | None],
        code: str = "",
        *,
        aside: bool = False,
        formulas: Sequence[str] = (),
    ) -> Column:
        """Add a column of numbers as decimal text, and return it; a missing one leaves its cell empty.

        `formulas` say for each number how it follows from other cells; empty where it is typed in.
        """
        code = code or cell_code(values)
        told = formulas or [""] * len(values)
        held = [None if one is None else Value(one, code, how) for one, how in zip(values, told, strict=True)]
        sheet, place = self._add(heading, held, aside)
        return Column(
            Words(reference(sheet, place, 1, 1), (heading,)),
            Numbers(reference(sheet, place, 2, len(values) + 1), tuple(values), code),
        )

    def sheets(self, chart: Chart) -> tuple[Sheet, ...]:
        """Return the workbook's sheets: what is drawn, and its marks with units, status and rows."""
        heading, rows = data_table(chart, self.wording)
        drawn = (Sheet(name, _turned(columns)) for name, columns in self._columns.items())
        return (*drawn, Sheet(self.wording.rows_sheet, (heading, *rows)))

    def _add(self, heading: str, cells: Sequence[Cell], aside: bool) -> tuple[str, int]:
        """Add a column to a sheet, and return the sheet's name and the column's place."""
        name = self.wording.places_sheet if aside else self.wording.data_sheet
        self._columns.setdefault(self.wording.data_sheet, [])
        columns = self._columns.setdefault(name, [])
        columns.append((heading, *cells))
        return name, len(columns) - 1


def _turned(columns: Sequence[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """Return columns as rows."""
    high = max(map(len, columns), default=0)
    return tuple(
        tuple(column[row] if row < len(column) else None for column in columns) for row in range(high)
    )
