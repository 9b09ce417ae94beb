"""Anchors of texts that are no blocks of their own: the title of a figure, a cell, the label of a key figure.

Such an anchor begins with what the text is to its block, which no block's own anchor begins with.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

Part: TypeAlias = Literal["title", "subtitle", "note", "value", "label", "detail"]

BRIEF = "brief"
"""The anchor of the document as a whole, which has a title and a subtitle."""


def part_anchor(part: Part, of: str) -> str:
    """Return the anchor of a part of a block; empty for a block that has none.

    >>> part_anchor("title", "fig-gap")
    'title-fig-gap'
    """
    return f"{part}-{of}" if of else ""


def cell_anchor(row: str, column: int) -> str:
    """Return the anchor of a cell by its row's anchor and its column, counted from 0; empty for no row's."""
    return f"cell{column + 1}-{row}" if row else ""
