"""A whole page: head, title block, side list, sections, back matter, in the medium that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from msgspec.structs import replace

from aibrief_report.charts.draw import sketch
from aibrief_report.charts.wording import chart_wording
from aibrief_report.model.blocks import Block, Heading, Provenance, References
from aibrief_report.model.charts import Chart
from aibrief_report.model.document import Document
from aibrief_report.render.annex import annex
from aibrief_report.render.glyphs import check_characters
from aibrief_report.render.html.blocks import BLOCKS
from aibrief_report.render.html.css.paper import paper_style
from aibrief_report.render.html.css.screen import screen_style
from aibrief_report.render.html.fonts import font_css
from aibrief_report.render.html.front import side, title_block
from aibrief_report.render.html.head import head
from aibrief_report.render.html.inlines import INLINES
from aibrief_report.render.html.markup import attributes, bare, element, text
from aibrief_report.render.html.notes import notes
from aibrief_report.render.html.pen import Case, Medium, Pen
from aibrief_report.render.html.policy import policy
from aibrief_report.render.html.running import running
from aibrief_report.store.cache import Cache
from aibrief_report.theme.tokens import Theme

_NO_CACHE = Cache(None)

NARROW = 240.0
"""The width in points of charts for phones: their labels are then 11 pixels high on a screen of 360."""

CASES: Mapping[type, Case] = {**INLINES, **BLOCKS}
"""How each node of the model is drawn; a node without a case is an error (see `Pen.draw`)."""


def render_html(document: Document, theme: Theme, cache: Cache = _NO_CACHE) -> bytes:
    """Return the screen page of a resolved document: one UTF-8 file with all it needs within.

    `cache` keeps the subsets of the fonts. Raises `RenderError` for what cannot be shown.
    """
    wording = chart_wording(document)
    body = screen_body(document, theme, lambda chart: sketch(chart, theme, cache, NARROW, wording))
    check_characters([body], document, theme, cache)
    style = font_css(theme, body, document.meta.language, cache) + screen_style(theme, body)
    runs = running(document, theme, cache)
    return _page(document, style, f"{bare(body)}\n{runs.elements}", policy([style], runs.programs))


def paper_page(document: Document, theme: Theme, cache: Cache = _NO_CACHE) -> bytes:
    """Return the page that the PDF is laid out from; its fonts are found by name."""
    pen = replace(_pen(document, theme, "paper"), cache=cache)
    told = element("div", sections(document.blocks, pen), class_="text")
    body = element("main", element("article", f"{title_block(pen)}\n{told}"))
    return _page(document, paper_style(theme, document), body, "")


def screen_body(document: Document, theme: Theme, narrow: Callable[[Chart], str] = lambda _: "") -> str:
    """Return all of the screen page that is seen; `narrow` draws charts once more, for a phone."""
    pen = replace(_pen(document, theme, "screen"), narrow=narrow)
    skip = element("a", text(pen.words["skip-to-text"]), class_="skip", href="#text")
    told = element("div", sections(document.blocks, pen) + notes(pen), class_="text", id="text")
    parts = (title_block(pen), side(pen), told)
    article = element("article", "\n".join(part for part in parts if part))
    return f"{skip}\n{element('main', article)}"


def sections(blocks: tuple[Block, ...], pen: Pen) -> str:
    """Return blocks, each heading in a section with what belongs to it; notes before the back matter."""
    found: list[str] = []
    depth: list[int] = []
    for block in blocks:
        level = _level(block)
        if level:
            while depth and depth[-1] >= level:
                depth.pop()
                found.append("</section>")
        if isinstance(block, References | Provenance):
            found.append(notes(pen))
        elif level:
            depth.append(level)
            found.append(f"<section{attributes(aria_labelledby=cast('Heading', block).anchor)}>")
        found.append(pen.draw(block))
    return "\n".join([*found, *("</section>" for _ in depth)])


def _level(block: Block) -> int:
    if isinstance(block, References | Provenance):
        return 1
    return block.level if isinstance(block, Heading) else 0


def _pen(document: Document, theme: Theme, medium: Medium) -> Pen:
    return Pen(document, theme, annex(document), medium, CASES)


def _page(document: Document, style: str, body: str, allowed: str) -> bytes:
    parts = f"{head(document, style, allowed)}\n{element('body', body)}"
    whole = element("html", parts, lang=document.meta.language)
    return f"<!doctype html>\n{whole}\n".encode()
