"""Uses: which rows stand behind which places of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

from aibrief_report.checks.prose import Prose
from aibrief_report.errors import Place
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.model.blocks import Figure, Table
from aibrief_report.model.charts import Chart
from aibrief_report.model.document import Document
from aibrief_report.model.walk import walk

Where: TypeAlias = Literal["text", "table", "chart"]


class Use(Struct, frozen=True):
    """One row behind one place: in text, in a table's cells, or in a chart."""

    row: str
    where: Where
    place: Place
    anchor: str


def uses_of(document: Document, prose: Iterable[Prose]) -> tuple[Use, ...]:
    """Return every use of a row, those in text first."""
    return (*_in_text(document, prose), *_in_blocks(document))


def first_uses(uses: Iterable[Use]) -> dict[str, Use]:
    """Return the first use of each row."""
    found: dict[str, Use] = {}
    for use in uses:
        found.setdefault(use.row, use)
    return found


def rows_touched(document: Document, ledger: Ledger) -> frozenset[str]:
    """Return the ids of all rows that a document has to do with: printed, drawn, claimed, contested."""
    rows = {row for number in document.numbers.values() for row in number.rows}
    rows |= {rival.row for number in document.numbers.values() for rival in number.rivals}
    rows |= {rival.row for one in document.claims.values() for rival in (*one.support, *one.against)}
    rows |= {row for one in document.dependencies for row in one.rows}
    rows |= {use.row for use in _in_blocks(document)}
    contests = {key for row in rows for key in ledger.contests_of(row)}
    return frozenset(rows.union(*(ledger.contests[key].rows for key in contests)))


def _in_text(document: Document, prose: Iterable[Prose]) -> Iterator[Use]:
    for one in prose:
        for piece in one.line.numbers:
            number = document.numbers.get(piece.number)
            where: Where = "table" if one.role == "cell" else "text"
            for row in number.rows if number else ():
                yield Use(row, where, one.place_of(""), one.anchor)


def _in_blocks(document: Document) -> Iterator[Use]:
    for node in walk(document.blocks):
        match node:
            case Figure(content=Chart() as chart, anchor=anchor, span=span):
                place = Place(span.file, span.first) if span else Place("")
                yield from (Use(row, "chart", place, anchor) for row in chart.rows)
            case Table(anchor=anchor, span=span, rows_used=rows):
                place = Place(span.file, span.first) if span else Place("")
                yield from (Use(row, "table", place, anchor) for row in rows)
            case _:
                pass
