"""Tables: a caption, a header that repeats, rows that stay whole, notes and sources beneath."""

from __future__ import annotations

from msgspec import Struct

from aibrief_report.model.anchors import cell_anchor
from aibrief_report.model.blocks import Column, Row, Table
from aibrief_report.model.walk import plain
from aibrief_report.ooxml.markup import NOTHING, Xml, join
from aibrief_report.ooxml.paragraphs import TabStop, WordParagraph
from aibrief_report.ooxml.runs import PLAIN, Look, line_break, run
from aibrief_report.ooxml.tables import Vertical, WordTable, cell, row
from aibrief_report.render.docx.captions import caption, notes
from aibrief_report.render.docx.column_layout import Layout, lay_out
from aibrief_report.render.docx.draft import Draft, Flow
from aibrief_report.render.docx.inlines import write_inlines
from aibrief_report.render.docx.pieces import Piece

KEPT_WHOLE = 14
"""A table of no more rows than this is not parted by the end of a page."""
_GROUP = Look(style="BriefGroup")
_UNIT = Look(style="BriefUnit")


def write_table(draft: Draft, table: Table, flow: Flow) -> list[Piece]:
    """Return a table with its caption above and its notes beneath."""
    beneath = notes(draft, table)
    writer = _Writer(draft, table, lay_out(draft, table, flow.whole), followed=bool(beneath))
    return [*caption(draft, table, flow), writer.grid(-flow.side), *beneath]


class _Writer(Struct, frozen=True):
    """Writes the rows of one table. `followed` says that notes stand beneath."""

    draft: Draft
    table: Table
    layout: Layout
    followed: bool

    def grid(self, indent: float) -> WordTable:
        rows = (self._header(), *(self._row(place, one) for place, one in enumerate(self.table.rows)))
        return WordTable(
            "BriefTable",
            self.layout.widths,
            rows,
            caption=f"{self.table.label} {plain(self.table.title)}".strip(),
            description=plain(self.table.subtitle),
            header_row=True,
            header_column=self.table.stub,
            indent=indent,
        )

    def _header(self) -> Xml:
        contents = (self._heading(one) for one in self.table.columns)
        return row(*(self._boxed(place, one, "bottom") for place, one in enumerate(contents)), repeat=True)

    def _boxed(self, column: int, content: Xml, vertical: Vertical = "") -> Xml:
        return cell(content, self.layout.widths[column], vertical=vertical, sides=self.layout.sides[column])

    def _heading(self, column: Column) -> Xml:
        words = [self.draft.mark(column.anchor, write_inlines(self.draft, column.heading))]
        if column.unit:
            words += [line_break() if column.heading else NOTHING, run(column.unit, _UNIT)]
        align = "right" if column.align == "decimal" else column.align
        return WordParagraph(join(words), "BriefTableHeading", align=align).xml

    def _row(self, place: int, one: Row) -> Xml:
        kept = self._is_kept(place, one)
        if one.group:
            words = self._words(one, 0, _GROUP) if one.cells else NOTHING
            heading = WordParagraph(words, "BriefTableText", keep_next=kept).xml
            return row(cell(heading, sum(self.layout.widths), span=len(self.layout.widths)))
        columns = range(len(self.layout.widths))
        return row(*(self._cell(column, one, kept) for column in columns))

    def _words(self, one: Row, column: int, look: Look = PLAIN) -> Xml:
        words = write_inlines(self.draft, one.cells[column], look)
        return self.draft.mark(cell_anchor(one.anchor, column), words) if words else words

    def _cell(self, column: int, one: Row, kept: bool | None) -> Xml:
        align, stop = self.table.columns[column].align, self.layout.stops[column]
        paragraph = WordParagraph(
            self._words(one, column),
            "BriefTableText",
            keep_next=kept,
            tabs=(TabStop(stop, "decimal"),) if stop is not None else (),
            align="" if align == "decimal" else align,
        )
        return self._boxed(column, paragraph.xml)

    def _is_kept(self, place: int, one: Row) -> bool | None:
        """Tell whether a row stays with what follows; `None` is the style's, which is that it need not."""
        count = len(self.table.rows)
        if place == count - 1:
            return True if self.followed else None
        return True if one.group or place == 0 or count <= KEPT_WHOLE else None
