"""What does not fit: tables and words that the layout set beyond the edge of the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from aibrief_report.errors import Faults, Place, RenderError
from aibrief_report.model.blocks import Table
from aibrief_report.model.document import Document
from aibrief_report.model.walk import plain, walk
from aibrief_report.render.html.tables import grid_id

if TYPE_CHECKING:
    from weasyprint.document import Document as Layout

_POINTS = 0.75
"""Points in a CSS pixel."""

_TOLERANCE = 1.0
"""CSS pixels: what rounding may add without anyone seeing it."""


def check_widths(layout: Layout, document: Document) -> None:
    """Raise `RenderError` for every table that is wider than the text, and for words that no line holds."""
    tables = {grid_id(node): node for node in walk(document.blocks) if isinstance(node, Table)}
    faults = Faults(RenderError)
    for page in layout.pages:
        root = page._page_box
        edge = root.content_box_x() + root.width
        wide = {name: over for name, over in _wide_tables(root, edge) if name in tables}
        for name, over in wide.items():
            _add_table(tables[name], over, faults)
        if not wide:
            _add_words(root, edge, faults)
    faults.check()


def _wide_tables(root: Any, edge: float) -> Iterator[tuple[str, float]]:
    from weasyprint.formatting_structure.boxes import TableBox

    for box in _within(root):
        if isinstance(box, TableBox) and box.element is not None:
            over = max(_right(one) for one in (box, *box.descendants())) - edge
            if over > _TOLERANCE:
                yield box.element.get("id", ""), over


def _add_table(table: Table, over: float, faults: Faults) -> None:
    name = table.label or f"the table {table.anchor!r}"
    title = f" “{plain(table.title)}”" if table.title else ""
    place = Place(table.span.file, table.span.first) if table.span else None
    hint = (
        "take out columns"
        if table.landscape
        else "set it landscape, take out columns or shorten their headings"
    )
    faults.add(f"{name}{title} is {over * _POINTS:.0f} points wider than the page allows", place, hint)


def _add_words(root: Any, edge: float, faults: Faults) -> None:
    from weasyprint.formatting_structure.boxes import TextBox

    for box in _within(root):
        if isinstance(box, TextBox) and box.text.strip() and _right(box) - edge > _TOLERANCE:
            faults.add(f"no line can hold the words {box.text.strip()[:60]!r}")


def _within(root: Any) -> Iterator[Any]:
    """Yield the boxes of a page's text, not those of its feet."""
    from weasyprint.formatting_structure.boxes import MarginBox

    for child in root.children:
        if not isinstance(child, MarginBox):
            yield child
            yield from child.descendants()


def _right(box: Any) -> float:
    width = box.border_width() if hasattr(box, "border_width") else box.width
    return float(box.position_x + width) if isinstance(width, int | float) else 0.0
