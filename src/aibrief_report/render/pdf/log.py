"""What WeasyPrint only logs and goes on: a missing glyph, a picture it cannot draw. Here these are faults."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from aibrief_report.errors import Faults, RenderError
from aibrief_report.model.document import Document
from aibrief_report.render.glyphs import add_lacking
from aibrief_report.theme.tokens import Theme

_LOGGER = "weasyprint"
_MISSING_GLYPH = ".notdef glyph"
_DATA = re.compile(r"data:[^\s'\"]*")
"""The whole of a picture stands in its address."""


class _Watch(logging.Handler):
    """Keeps the records of a layout."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self.records.append(record)


@contextmanager
def watched(document: Document, theme: Theme) -> Iterator[None]:
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
            add_lacking([_missing_glyph(record)], document, theme, faults)
        elif record.levelno >= logging.ERROR:
            told = _DATA.sub("data:…", record.getMessage())
            faults.add(f"the PDF cannot be made whole: {told}"[:300])
    faults.check()


def _missing_glyph(record: logging.LogRecord) -> str:
    """Return the character that a record tells of; "?" where it names none."""
    arguments = record.args if isinstance(record.args, tuple) else ()
    return str(arguments[0]) if arguments else "?"
