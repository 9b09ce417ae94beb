"""Tables that `brief.yaml` declares: cells written as templates, or rows and events of the ledger."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from aibrief_report.errors import BriefError
from aibrief_report.inputs.brief import ColumnEntry, TableEntry
from aibrief_report.model.anchors import cell_anchor, part_anchor
from aibrief_report.model.blocks import Column, Row, Table
from aibrief_report.model.inlines import Citation, NumberText
from aibrief_report.model.numbers import Number
from aibrief_report.model.walk import walk
from aibrief_report.narrative.functions import Functions
from aibrief_report.narrative.listings import Listing, event_listing, observation_listing
from aibrief_report.narrative.session import Session
from aibrief_report.narrative.texts import Texts


class TableMaker(Struct, frozen=True):
    """Makes the declared tables of one brief."""

    session: Session
    texts: Texts
    functions: Functions

    def make(self, key: str, entry: TableEntry) -> Table | None:
        """Return a declared table; `None`, with its faults told, where it cannot be made."""
        path = ("tables", key)
        place = self.texts.place(*path)
        try:
            columns, rows = self._content(entry, path)
        except BriefError as error:
            for fault in error.faults:
                self.session.faults.add(fault.message, fault.place or place, fault.hint)
            return None
        used, keys = self._behind(rows)
        anchor = f"tbl-{key}"
        for part in ("title", "subtitle", "note"):
            self.texts.keep(part_anchor(part, anchor), getattr(entry, part), *path, part)
        return Table(
            columns=columns,
            rows=rows,
            title=self.texts.claimed(entry.title, entry.claim, *path, "title"),
            anchor=anchor,
            subtitle=self.texts.inlines(entry.subtitle, *path, "subtitle"),
            note=self.texts.inlines(entry.note, *path, "note"),
            landscape=entry.landscape,
            rows_used=used,
            source_keys=keys,
            span=self.texts.span(*path),
        )

    def _content(
        self, entry: TableEntry, path: tuple[str, str]
    ) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
        if entry.cells:
            return self._columns(entry.columns, path), self._written(entry, path)
        make = event_listing if entry.events else observation_listing
        listing: Listing = make(entry, self.session, self.texts, self.functions, self.texts.place(*path))
        columns = self._columns(entry.columns or listing.usual, path)
        shows = [column.show or "" for column in entry.columns or listing.usual]
        return columns, listing.rows(shows, self.texts.place(*path, "columns"))

    def _written(self, entry: TableEntry, path: tuple[str, str]) -> tuple[Row, ...]:
        rows = []
        width = len(entry.columns)
        for number, cells in enumerate(entry.cells):
            if len(cells) not in (1, width):
                message = f"the row has {len(cells)} cells, the table {width} columns"
                self.session.faults.add(message, self.texts.place(*path, "cells", number))
            filled = tuple(
                self.texts.inlines(cell, *path, "cells", number, place) for place, cell in enumerate(cells)
            )
            anchor = self.session.anchors.of_texts("row", path[1], *cells)
            for place, cell in enumerate(cells):
                self.texts.keep(cell_anchor(anchor, place), cell, *path, "cells", number, place)
            rows.append(Row(filled, len(cells) == 1 < width, anchor))
        return tuple(rows)

    def _columns(self, entries: Sequence[ColumnEntry], path: tuple[str, str]) -> tuple[Column, ...]:
        return tuple(self._column(one, *path, "columns", place) for place, one in enumerate(entries))

    def _column(self, entry: ColumnEntry, *path: str | int) -> Column:
        anchor = self.session.anchors.of_texts("column", str(path[1]), entry.heading)
        self.texts.keep(anchor, entry.heading, *path, "heading")
        heading = self.texts.inlines(entry.heading, *path, "heading")
        return Column(heading, entry.unit, entry.align, entry.weight, anchor)

    def _behind(self, rows: Sequence[Row]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the ledger rows behind the cells, and the sources that no cell names already."""
        nodes = [node for row in rows for node in walk(row.cells)]
        numbers = [self.session.numbers[node.number] for node in nodes if isinstance(node, NumberText)]
        cited = {item.key for node in nodes if isinstance(node, Citation) for item in node.items}
        used = dict.fromkeys(row for number in numbers for row in _rows(number))
        keys = dict.fromkeys(mark.key for number in numbers for mark in number.sources)
        return tuple(used), tuple(key for key in keys if key not in cited)


def _rows(number: Number) -> tuple[str, ...]:
    """Return the rows that a cell prints: of an observation the one that stands for those that agree."""
    return (number.id,) if number.kind in ("observation", "date") else number.rows
