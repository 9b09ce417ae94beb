"""What WeasyPrint only logs and goes on: a missing glyph, a picture it cannot draw. Here these are faults."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from aibrief_report.errors import Faults, Place, RenderError
from aibrief_report.model.document import Document
from aibrief_report.model.walk import plain, walk

_LOGGER = "weasyprint"
_MISSING_GLYPH = ".notdef glyph"


class _Watch(logging.Handler):
    """Keeps the records of a layout."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self.records.append(record)


@contextmanager
def watched(document: Document) -> Iterator[None]:
    """Watch WeasyPrint's log. Raises `RenderError`, at the end, for what a reader would find missing."""
    watch, logger = _Watch(), logging.getLogger(_LOGGER)
    logger.addHandler(watch)
    try:
        yield
    finally:
        logger.removeHandler(watch)
    faults = Faults(RenderError)
    for record in watch.records:
        if record.getMessage().startswith(_MISSING_GLYPH):
            _missing_glyph(record, document, faults)
        elif record.levelno >= logging.ERROR:
            faults.add(f"the PDF cannot be made whole: {record.getMessage()}"[:300])
    faults.check()


def _missing_glyph(record: logging.LogRecord, document: Document, faults: Faults) -> None:
    arguments = record.args if isinstance(record.args, tuple) else ()
    char = str(arguments[0]) if arguments else "?"
    faults.add(
        f"no font of the theme has the character {char!r} (U+{ord(char[0]):04X})",
        _place(char, document),
        "write it in another way, or give the theme a font that has it",
    )


def _place(char: str, document: Document) -> Place | None:
    """Return where the template prints the character; `None` where only data or metadata do."""
    found = None
    for node in walk(document.blocks):
        span = getattr(node, "span", None)
        if span is not None and char in _words(node):
            found = Place(span.file, span.first)
    return found


def _words(node: object) -> str:
    """Return the words of a node that stand in it directly or in its inlines."""
    names = ("inlines", "title", "subtitle", "note", "text")
    held = [getattr(node, name, ()) for name in names]
    return "".join(one if isinstance(one, str) else plain(one) for one in held)
