"""Numbers of lines for reviewers, in the margin beside the running text; CSS has none.

The lines of headings, paragraphs, lists, quotes and boxes count, through the whole document; title block, key
figures, captions, tables, footnotes and back matter do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from aibrief_report.render.pdf.setting import Look, draw_words, set_words

if TYPE_CHECKING:
    from weasyprint.document import Document as Layout

_LOOK = Look(8.5, "#6b7280")
_GAP = 12.0
"""CSS pixels between the numbers and the edge of the text."""

_UNCOUNTED = frozenset({"header", "figure", "nav"})
_UNCOUNTED_CLASSES = frozenset(
    {"key-figures", "references", "annex", "footnote", "box-title", "contents", "exhibits"}
)


class LineNumbers:
    """Paints the numbers of a document's lines, page by page."""

    def __init__(self, layout: Layout) -> None:
        self._lines: dict[Any, list[tuple[int, float]]] = {}
        count = 0
        for page in layout.pages:
            root = page._page_box.children[0]
            baselines = sorted({round(line, 1) for line in _baselines(root)})
            self._lines[page._page_box] = list(enumerate(baselines, start=count + 1))
            count += len(baselines)

    def __call__(self, page_box: Any, stream: Any) -> None:
        """Paint the numbers of one page."""
        edge = page_box.content_box_x() - _GAP
        for number, baseline in self._lines[page_box]:
            box = set_words(str(number), _LOOK, page_box)
            draw_words(box, edge - box.width, baseline, stream)


def _baselines(box: Any) -> Iterator[float]:
    """Yield the height of each line that counts, from the upper edge of its page."""
    for child in getattr(box, "children", ()):
        if type(child).__name__ == "LineBox":
            if any(text.strip() for text in _texts(child)):
                yield child.position_y + child.baseline
        elif not _is_uncounted(child):
            yield from _baselines(child)


def _texts(line: Any) -> Iterator[str]:
    return (box.text for box in line.descendants() if hasattr(box, "text"))


def _is_uncounted(box: Any) -> bool:
    """Tell what has no lines of its own: a list's marks stand beside the lines of its items."""
    element = box.element
    if element is None or box.element_tag.endswith("::marker"):
        return element is not None
    classes = (element.get("class") or "").split()
    return element.tag in _UNCOUNTED or not _UNCOUNTED_CLASSES.isdisjoint(classes)
