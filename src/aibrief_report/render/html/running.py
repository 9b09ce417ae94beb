"""What runs on the page: its scripts as one module, the data that they need, and Vega for live charts.

Each only adds to what is there: without scripts the page shows and tells everything, too.
"""

from __future__ import annotations

from msgspec import Struct

from aibrief_report.charts.live import live_chart, live_config
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.runtime import runtime
from aibrief_report.charts.wording import chart_wording, number_locale
from aibrief_report.digest import Json
from aibrief_report.model.blocks import Figure
from aibrief_report.model.charts import Chart
from aibrief_report.model.document import Document
from aibrief_report.model.walk import walk
from aibrief_report.render.html.markup import element, json_text
from aibrief_report.render.html.sources import script
from aibrief_report.store.cache import Cache
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

_WORDS = ("colon", "source", "whole-entry", "chart-values", "sort-by", "download", "explore")
_WIDE = 480.0
"""The width in points by which live charts choose how many labels of an axis fit."""
_COLOURS = ("ink", "muted", "paper")


class Running(Struct, frozen=True):
    """The elements at the end of the body, and the texts of those scripts that may run."""

    elements: str
    programs: tuple[str, ...]


def running(document: Document, theme: Theme, cache: Cache) -> Running:
    """Return what runs on the page of a document. Data and Vega are text until the module asks for them."""
    lively = _live(document, theme, cache)
    program = "\n".join(script(name) for name in (*SCRIPTS, *(("live",) if lively else ())))
    data = element("script", json_text(_told(document, theme)), type="application/json", id="page")
    module = element("script", program, type="module")
    if not lively:
        return Running(f"{data}\n{module}", (program,))
    charts = element("script", json_text(lively), type="application/json", id="live")
    vega = runtime(cache)
    held = element("script", vega, type="text/plain", id="vega")
    return Running(f"{data}\n{charts}\n{held}\n{module}", (program, vega))


def _live(document: Document, theme: Theme, cache: Cache) -> dict[str, Json]:
    """Return live charts by their figures' anchors, with what they share; nothing where there are none."""
    sheet = Sheet(theme, _WIDE, chart_wording(document), cache)
    figures = [one for one in walk(document.blocks) if isinstance(one, Figure)]
    found = {one.anchor: live_chart(one.content, sheet) for one in figures if isinstance(one.content, Chart)}
    charts = {anchor: spec for anchor, spec in found.items() if spec}
    if not charts:
        return {}
    return {"charts": charts, "config": live_config(theme), "locale": number_locale(document.meta.language)}


def _told(document: Document, theme: Theme) -> Json:
    return {
        "words": {key: document.words[key] for key in _WORDS},
        "colours": {key: getattr(theme.colours, key) for key in _COLOURS},
    }
