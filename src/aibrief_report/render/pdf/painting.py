"""Painting pages: what is to be read is marked and numbered, all else is an artifact (ISO 32000-1, 14.8.2.2).

WeasyPrint marks everything that it paints as text. The feet of pages and the heads that a table repeats on
each of its pages are nothing to be read again and again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from weasyprint.document import Document as Layout

Marks: TypeAlias = "dict[Any, int]"
"""The numbers of a page's marked pieces, by the box that shows each."""

Paint: TypeAlias = "Callable[[Any, Any], None]"
"""Paints on a page, given its box and its stream."""


def mark_pages(layout: Layout, under: Paint | None = None, over: Paint | None = None) -> list[Marks]:
    """Let each page mark what it paints; return their marks, which are filled as the pages are painted.

    `under` and `over` paint artifacts beneath and above a page's content.
    """
    found: list[Marks] = []
    heads: set[Any] = set()
    for page in layout.pages:
        marks: Marks = {}
        unread = frozenset({*_repeated_heads(page._page_box, heads), *_margins(page._page_box)})
        page.paint = _painter(page, marks, unread, under, over)
        page.links = [link for link in page.links if link[3] not in unread]
        found.append(marks)
    return found


def _painter(
    page: Any, marks: Marks, unread: frozenset[Any], under: Paint | None, over: Paint | None
) -> Callable[..., None]:
    """Return what stands in for the page's own `paint`."""
    draw = page.paint

    def paint(stream: Any, scale: float = 1.0) -> None:
        stream.__class__ = _stream_class()
        stream._tags, stream.unread = marks, unread
        _paint_artifact(under, page, stream, scale)
        draw(stream, scale)
        _paint_artifact(over, page, stream, scale)

    return paint


def _paint_artifact(paint: Paint | None, page: Any, stream: Any, scale: float) -> None:
    if paint is not None:
        with stream.artifact(), stream.stacked():
            stream.transform(a=scale, d=scale)
            paint(page._page_box, stream)


@cache
def _stream_class() -> Any:
    from weasyprint.pdf.stream import Stream  # here: it takes time to import

    class Marking(Stream):  # type: ignore[misc]  # WeasyPrint ships no types
        """A page's stream that numbers what is read, and marks as an artifact what is not."""

        unread: frozenset[Any] = frozenset()

        @contextmanager
        def marked(self, box: Any, tag: str) -> Iterator[None]:
            """Mark what is painted meanwhile."""
            if box in self.unread:
                with self.artifact():
                    yield
                return
            number = self._tags[box] = len(self._tags)
            self.stream.append(f"/{tag} <</MCID {number}>> BDC")
            yield
            self.end_marked_content()

    return Marking


def _repeated_heads(page_box: Any, seen: set[Any]) -> Iterator[Any]:
    """Yield what lies in heads of tables that an earlier page has shown; `seen` are those, and grows."""
    for box in page_box.descendants():
        if getattr(box, "is_header", False) and box.element is not None:
            if box.element in seen:
                yield from box.descendants()
            seen.add(box.element)


def _margins(page_box: Any) -> Iterator[Any]:
    """Yield what lies in the margins of a page."""
    for child in page_box.children:
        if type(child).__name__ == "MarginBox":
            yield from child.descendants()
