"""A word across each page, such as DRAFT: beneath the text, so that neither hides the other.

It is an artifact, and opaque: PDF/A would allow transparency, but printers and old readers make a mess of it.
"""

from __future__ import annotations

import math
from typing import Any

from aibrief_report.render.pdf.setting import Look, draw_words, set_words

_COLOUR = "#e6e8ec"
_LARGEST = 190.0
_SHARE = 0.72
"""How much of the page's diagonal the words take at most."""


class Stamp:
    """Paints words along the diagonal of a page."""

    def __init__(self, words: str) -> None:
        self._words = words

    def __call__(self, page_box: Any, stream: Any) -> None:
        """Paint the words on one page."""
        width, height = page_box.margin_width(), page_box.margin_height()
        box = self._fitted(math.hypot(width, height) * _SHARE, page_box)
        turn = -math.atan2(height, width)
        cosine, sine = math.cos(turn), math.sin(turn)
        stream.transform(cosine, sine, -sine, cosine, width / 2, height / 2)
        draw_words(box, -box.width / 2, box.baseline - box.height / 2, stream)

    def _fitted(self, room: float, page_box: Any) -> Any:
        """Return the words set as large as they may be."""
        box = set_words(self._words, Look(_LARGEST, _COLOUR, 700), page_box)
        size = _LARGEST * min(1.0, room / box.width)
        return set_words(self._words, Look(size, _COLOUR, 700), page_box)
