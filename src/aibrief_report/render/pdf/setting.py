"""Setting a few words outside the flow of the text: numbers of lines, a watermark."""

from __future__ import annotations

from typing import Any

from msgspec import Struct


class Look(Struct, frozen=True):
    """How words are set: size in CSS pixels, colour (#rrggbb), weight as in CSS."""

    size: float
    colour: str
    weight: int = 400


def set_words(words: str, look: Look, page_box: Any) -> Any:
    """Return a box with words in the face of a page's foot, not yet placed.

    It has a width, a height and a baseline; `draw_words` draws it. `page_box` is WeasyPrint's.
    """
    from tinycss2.color5 import parse_color
    from weasyprint.formatting_structure.boxes import TextBox
    from weasyprint.text.line_break import split_first_line

    style = _foot(page_box).style.copy()
    style.update(font_size=look.size, font_weight=look.weight, color=parse_color(look.colour))
    box = TextBox("foot", style, None, words)
    box.pango_layout, _, _, box.width, box.height, box.baseline = split_first_line(
        words, style, None, None, 0
    )
    return box


def draw_words(box: Any, left: float, baseline: float, stream: Any) -> None:
    """Draw what `set_words` set, from a point on."""
    from weasyprint.draw.text import draw_text

    box.position_x, box.position_y = left, baseline - box.baseline
    draw_text(stream, box, 0, "clip", "none")


def _foot(page_box: Any) -> Any:
    """Return a box of text in the margin of a page; each has at least its number there."""
    margins = (child for child in page_box.children if type(child).__name__ == "MarginBox")
    boxes = (box for margin in margins for box in margin.descendants())
    return next(box for box in boxes if type(box).__name__ == "TextBox")
