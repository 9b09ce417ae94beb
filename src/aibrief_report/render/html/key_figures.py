"""The strip of key figures: large numbers side by side, on paper no larger than their row has room for."""

from __future__ import annotations

from aibrief_report.charts.parts.ruler import text_width
from aibrief_report.model.blocks import KeyFigure, KeyFigures
from aibrief_report.model.walk import plain
from aibrief_report.render.html.css.paper import block_width
from aibrief_report.render.html.css.tokens import number
from aibrief_report.render.html.markup import element
from aibrief_report.render.html.pen import Pen

_GAP = 14.0
_PADDING = {"rules": 0.0, "cards": 14.0, "lines": 8.0}
"""Points between two figures, and within each at both sides together, as the style sheet of the PDF says."""
_BOLD = 700
_MARK = 0.35
"""The room of the mark of a contested number, in sizes of the number."""


def key_figures(node: KeyFigures, pen: Pen) -> str:
    """Return the strip as a list."""
    items = "\n".join(_key_figure(item, pen) for item in node.items)
    return element(
        "ul",
        items,
        class_="key-figures",
        style=f"--key-figure:{number(_size(node, pen))}pt" if pen.paper else None,
        aria_label=pen.words["key-figures"],
    )


def _key_figure(item: KeyFigure, pen: Pen) -> str:
    value = element("span", pen.inlines(item.value), class_="key-value")
    label = element("span", pen.inlines(item.label), class_="key-label")
    detail = element("span", pen.inlines(item.detail), class_="key-detail") if item.detail else ""
    return element("li", f"{value} {label} {detail}")


def _size(node: KeyFigures, pen: Pen) -> float:
    """Return the size of the numbers in points: the theme's, or less where they would not fit side by side.

    A long one takes of the room that short ones leave, as in Word.
    """
    theme = pen.theme
    size, count = theme.sizes.key_figure, len(node.items)
    apart = _GAP * (count - 1) + _PADDING[theme.manners.key_figures.style] * count
    room = block_width(theme, pen.document.meta.page) - apart
    values = (plain(one.value) for one in node.items)
    needed = sum(text_width(one, theme.fonts, size, _BOLD, pen.cache) + _MARK * size for one in values)
    return size * min(1.0, room / needed)
