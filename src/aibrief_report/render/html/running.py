"""What runs on the page: its scripts as one module, and the words and colours that they need.

Each only adds to what is there: without scripts the page shows and tells everything, too.
"""

from __future__ import annotations

from aibrief_report.digest import Json, canonical
from aibrief_report.model.document import Document
from aibrief_report.render.html.markup import element
from aibrief_report.render.html.sources import script
from aibrief_report.theme.tokens import Theme

SCRIPTS = (
    "base",
    "card",
    "numbers",
    "marks",
    "tables",
    "scrolling",
    "downloads",
    "contents",
    "appearance",
)
"""The files of `scripts/` in the order in which they run; they share one scope."""

_WORDS = ("colon", "source", "whole-entry", "chart-values", "sort-by", "download")
_COLOURS = ("ink", "muted", "paper")


def program() -> str:
    """Return the text of the page's one module."""
    return "\n".join(script(name) for name in SCRIPTS)


def running(document: Document, theme: Theme) -> str:
    """Return the elements at the end of the body: data for the scripts, which do not run, and the module."""
    told: Json = {
        "words": {key: document.words[key] for key in _WORDS},
        "colours": {key: getattr(theme.colours, key) for key in _COLOURS},
    }
    data = element("script", _json(told), type="application/json", id="page")
    return f"{data}\n{element('script', program(), type='module')}"


def _json(value: Json) -> str:
    """Return JSON that may stand within a script element, where only `<` could end or change it."""
    return canonical(value).decode().replace("<", "\\u003c")
