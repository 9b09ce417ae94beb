"""Characters that no font of the theme has: told before a reader finds a box in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from aibrief_report.errors import Faults, Place, RenderError
from aibrief_report.model.charts import Chart
from aibrief_report.model.document import Document
from aibrief_report.model.walk import plain, walk
from aibrief_report.store.cache import Cache
from aibrief_report.theme.coverage import NO_CACHE, lacking
from aibrief_report.theme.tokens import Theme

_TAG = re.compile(r"<[^>]*>")


def characters(markup: str) -> str:
    """Return the characters that markup shows, each once and in order."""
    return "".join(sorted(set(unescape(_TAG.sub("", markup)))))


def check_characters(
    markup: Sequence[str], document: Document, theme: Theme, cache: Cache = NO_CACHE
) -> None:
    """Raise `RenderError` that names every character of a markup's text that no font of the theme has.

    The search begins in tags and text alike, which is far faster than to take out the tags first.
    """
    suspects = set(lacking(set().union(*markup), theme.fonts, cache))
    if suspects:
        faults = Faults(RenderError)
        shown = suspects & set(characters("".join(markup)))
        add_lacking(sorted(shown), document, theme, faults)
        faults.check()


def add_lacking(chars: Iterable[str], document: Document, theme: Theme, faults: Faults) -> None:
    """Add a fault for each character that is lacking."""
    families = ", ".join(dict.fromkeys(face.family for face in theme.fonts.faces))
    for char in chars:
        faults.add(
            f"no font of the theme has the character {char!r} (U+{ord(char[0]):04X})",
            _place(char, document),
            f"write it in another way, or give the theme a font that has it beside {families}",
        )


def drawings(document: Document) -> list[str]:
    """Return the drawings of a document's charts, as markup."""
    charts = (one.drawing for one in walk(document.blocks) if isinstance(one, Chart))
    return [one.svg for one in charts if one]


def _place(char: str, document: Document) -> Place | None:
    """Return where the template first prints the character; `None` where only data or metadata do."""
    for node in walk(document.blocks):
        span = getattr(node, "span", None)
        if span is not None and any(char in words for words in _words(node)):
            return Place(span.file, span.first)
    return None


def _words(node: object) -> Iterator[str]:
    """Yield the words of a node that stand in it directly, in its inlines, or in its drawing."""
    for name in ("inlines", "title", "subtitle", "note", "text"):
        held = getattr(node, name, ())
        yield held if isinstance(held, str) else plain(held)
    content = getattr(node, "content", None)
    if isinstance(content, Chart) and content.drawing:
        yield characters(content.drawing.svg)
