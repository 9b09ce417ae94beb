"""Tables: caption, head, rows and notes, with decimals beneath one another."""

from __future__ import annotations

from aibrief_report.model.blocks import Column, Row, Table
from aibrief_report.model.inlines import Inlines, NumberText
from aibrief_report.model.walk import plain
from aibrief_report.ooxml.language import decimal_mark
from aibrief_report.render.html.captions import beneath, caption, named, scrolling
from aibrief_report.render.html.css.tokens import number
from aibrief_report.render.html.decimals import MARK, room, split, splittable
from aibrief_report.render.html.markup import element, text
from aibrief_report.render.html.numbers import linked, mark
from aibrief_report.render.html.pen import Pen
from aibrief_report.render.html.sorting import Keys, keys_of

FEW_ROWS = 14
"""A table of no more rows is kept on one page."""


def table(node: Table, pen: Pen) -> str:
    """Return a table as a figure that holds its caption, the table itself, notes and sources."""
    grid = element(
        "table",
        f"{_columns(node, pen)}{_head(node, pen)}{_bodies(node, pen)}",
        id=grid_id(node),
        **named(node),
    )
    # Focusable, so that a wide table can be scrolled without a mouse.
    scroll = grid if pen.paper else scrolling(grid, node)
    kinds = ["table", "landscape" if node.landscape else "", "few" if len(node.rows) <= FEW_ROWS else ""]
    return element(
        "figure",
        f"{caption(node, pen)}\n{scroll}\n{beneath(node, pen)}",
        class_=" ".join(kind for kind in kinds if kind),
        id=node.anchor or None,
    )


def grid_id(node: Table) -> str:
    """Return the id of the table within its figure, by which the layout is searched for it."""
    return f"{node.anchor}-grid"


def _columns(node: Table, pen: Pen) -> str:
    total = sum(column.weight for column in node.columns)
    if not total:
        return ""
    shares = (f"{100 * column.weight / total:.4g}%" for column in node.columns)
    columns = (element("col", **(pen.width(share) if share != "0%" else {})) for share in shares)
    return element("colgroup", "".join(columns))


def _head(node: Table, pen: Pen) -> str:
    cells = "".join(_heading(column, pen) for column in node.columns)
    return element("thead", element("tr", cells))


def _heading(column: Column, pen: Pen) -> str:
    unit = element("span", text(column.unit), class_="unit") if column.unit else ""
    shown = pen.inlines(column.heading) + unit
    if not shown:
        return element("td", class_=_side(column))
    return element("th", shown, scope="col", class_=_side(column))


def _bodies(node: Table, pen: Pen) -> str:
    """Return the rows, each group of them in a body of its own."""
    bodies: list[list[str]] = [[]]
    fractions, keys = _fractions(node, pen), keys_of(node, pen)
    for row in node.rows:
        if row.group and bodies[-1]:
            bodies.append([])
        bodies[-1].append(_row(node, row, fractions, keys, pen))
    return "".join(element("tbody", "\n".join(body)) for body in bodies if body)


def _fractions(node: Table, pen: Pen) -> tuple[float, ...]:
    """Return for each column the room, in figures, that its widest fraction takes; 0 where none needs any."""
    rooms = [0.0] * len(node.columns)
    for row in node.rows:
        for place, cell in enumerate(() if row.group else row.cells):
            if node.columns[place].align == "decimal" and (first := splittable(cell)):
                rest = room(plain(cell[1:])) + (
                    MARK if isinstance(first, NumberText) and mark(first, pen) else 0
                )
                fraction = split(first.text, decimal_mark(pen.document.meta.language))[1]
                rooms[place] = max(rooms[place], room(fraction) + rest)
    return tuple(rooms)


def _row(node: Table, row: Row, fractions: tuple[float, ...], keys: Keys, pen: Pen) -> str:
    if row.group:
        shown = pen.inlines(row.cells[0])
        head = element("th", shown, colspan=len(node.columns), scope="rowgroup")
        return element("tr", head, class_="group")
    return element(
        "tr", "".join(_cell(node, place, cell, fractions, keys, pen) for place, cell in enumerate(row.cells))
    )


def _cell(node: Table, place: int, cell: Inlines, fractions: tuple[float, ...], keys: Keys, pen: Pen) -> str:
    column = node.columns[place]
    shown = _aligned(cell, fractions[place], pen) if column.align == "decimal" else pen.inlines(cell)
    key = keys.of(place, cell)
    if place == 0 and node.stub:
        return element("th", shown, scope="row", class_=_side(column), data_sort=key)
    return element("td", shown, class_=_side(column), data_sort=key)


def _aligned(cell: Inlines, figures: float, pen: Pen) -> str:
    """Return a cell split at its decimal mark; what is no number ends where whole parts end."""
    first = splittable(cell)
    if not cell or not figures:
        return pen.inlines(cell)
    if first is None:
        return pen.inlines(cell) + _fraction("", figures, pen)
    whole, fraction = split(first.text, decimal_mark(pen.document.meta.language))
    rest = pen.inlines(cell[1:])
    if not isinstance(first, NumberText):
        return text(whole) + _fraction(text(fraction) + rest, figures, pen)
    after = text(fraction) + mark(first, pen) + rest
    return linked(first, text(whole) + _fraction(after, figures, pen), pen)


def _fraction(shown: str, figures: float, pen: Pen) -> str:
    return element("span", shown, class_="frac", **pen.width(f"{number(figures)}ch"))


def _side(column: Column) -> str | None:
    return {"left": None, "center": "middle", "right": "num", "decimal": "num"}[column.align]
