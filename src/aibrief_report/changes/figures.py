"""Charts and tables that came, went or show something else, and references that did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from aibrief_report.changes.causes import Cause
from aibrief_report.model.blocks import Figure, Table
from aibrief_report.model.charts import Chart, Image
from aibrief_report.model.document import Document
from aibrief_report.model.walk import plain, walk

How = Literal["added", "removed", "changed"]


class FigureChange(Struct, frozen=True):
    """A chart, picture or table: its anchor, label and title, and which of its parts differ."""

    anchor: str
    label: str
    title: str
    how: How
    cause: Cause
    parts: tuple[str, ...] = ()


class ReferenceChange(Struct, frozen=True):
    """An entry of the reference list that came, went or reads otherwise; what it read and reads, or ""."""

    key: str
    how: How
    then: str
    now: str


def figure_changes(
    then: Document, now: Document, rows: frozenset[str], causes: frozenset[Cause]
) -> tuple[FigureChange, ...]:
    """Return the figures and tables that differ, in the order of the newer document, what went last."""
    before, after = _figures(then), _figures(now)
    found = []
    for anchor, block in after.items():
        old = before.get(anchor)
        if old is None:
            found.append(_told(anchor, block, "added", "template"))
        elif parts := tuple(_parts(old, block)):
            found.append(_told(anchor, block, "changed", _cause(old, block, parts, rows, causes), parts))
    gone = (anchor for anchor in before if anchor not in after)
    found += [_told(anchor, before[anchor], "removed", "template") for anchor in gone]
    return tuple(found)


def reference_changes(then: Document, now: Document) -> tuple[ReferenceChange, ...]:
    """Return the references that differ, in the order of the newer list, what was dropped last."""
    before = {one.key: plain(one.inlines) for one in then.references}
    after = {one.key: plain(one.inlines) for one in now.references}
    found = []
    for key, text in after.items():
        if key not in before:
            found.append(ReferenceChange(key, "added", "", text))
        elif before[key] != text:
            found.append(ReferenceChange(key, "changed", before[key], text))
    found += [ReferenceChange(key, "removed", text, "") for key, text in before.items() if key not in after]
    return tuple(found)


def _figures(document: Document) -> Mapping[str, Figure | Table]:
    return {
        one.anchor: one for one in walk(document.blocks) if isinstance(one, Figure | Table) and one.anchor
    }


def _told(
    anchor: str, block: Figure | Table, how: How, cause: Cause, parts: tuple[str, ...] = ()
) -> FigureChange:
    return FigureChange(anchor, block.label, plain(block.title), how, cause, parts)


def _parts(then: Figure | Table, now: Figure | Table) -> Iterator[str]:
    """Yield which parts of a figure or table differ, as a reader would call them."""
    for name in ("title", "subtitle", "note", "sources"):
        if plain(getattr(then, name)) != plain(getattr(now, name)):
            yield name
    if then.label != now.label:
        yield "its number"
    if isinstance(then, Figure) and isinstance(now, Figure):
        yield from _pictured(then.content, now.content)
    elif isinstance(then, Table) and isinstance(now, Table):
        if [plain(one.heading) for one in then.columns] != [plain(one.heading) for one in now.columns]:
            yield "columns"
        if _cells(then) != _cells(now):
            yield "cells"
    else:
        yield "its kind"


def _pictured(then: Chart | Image, now: Chart | Image) -> Iterator[str]:
    if isinstance(then, Chart) and isinstance(now, Chart):
        if (then.kind, then.spec, then.x, then.y) != (now.kind, now.spec, now.x, now.y):
            yield "kind or axes"
        if _values(then) != _values(now):
            yield "values"
        if then.alt != now.alt:
            yield "alternative text"
        drawn = [one.drawing.svg if one.drawing else "" for one in (then, now)]
        if drawn[0] != drawn[1]:
            yield "drawing"
    elif then != now:
        yield "picture"


def _values(chart: Chart) -> list[tuple[str, list[tuple[str, str | None, str]]]]:
    return [(one.name, [(mark.x, mark.y, mark.text) for mark in one.points]) for one in chart.series]


def _cells(table: Table) -> list[list[str]]:
    return [[plain(cell) for cell in row.cells] for row in table.rows]


def _cause(
    then: Figure | Table,
    now: Figure | Table,
    parts: tuple[str, ...],
    rows: frozenset[str],
    causes: frozenset[Cause],
) -> Cause:
    if {*_rows(then), *_rows(now)} & rows and {"values", "cells", "drawing"} & {*parts}:
        return "data"
    likely: tuple[Cause, ...] = (
        ("theme", "toolkit") if parts == ("drawing",) else ("template", "prose", "data")
    )
    return next((one for one in likely if one in causes), "template")


def _rows(block: Figure | Table) -> tuple[str, ...]:
    if isinstance(block, Table):
        return block.rows_used
    return block.content.rows if isinstance(block.content, Chart) else ()
