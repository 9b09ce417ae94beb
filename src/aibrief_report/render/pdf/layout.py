"""Laying out the pages, each of them once: what the annex tells of pages is known when it is set.

WeasyPrint fills in `target-counter` by laying out again every page that holds one, and looks through all of
them for every anchor, so that time grows with the square of the pages. What leads backwards, as all of the
annex does, can be filled in before its own page is begun.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any

from aibrief_report.errors import Fault, RenderError
from aibrief_report.render.pdf.colours import INTENT, profiles
from aibrief_report.render.pdf.once.flow import flow_told_at_once
from aibrief_report.render.pdf.once.lengths import lengths_kept
from aibrief_report.render.pdf.once.styles import name_anchors, share_styles, without_ids
from aibrief_report.render.pdf.page import paper

if TYPE_CHECKING:
    from weasyprint.document import Document as Layout
    from weasyprint.text.fonts import FontConfiguration

VARIANT = "pdf/a-3u"
"""What WeasyPrint is asked for: the colours and fonts of PDF/A-3. Its tags and metadata would be too little
for level A and for PDF/UA; those are ours (`structure`, `metadata`)."""


def lay_out(page: bytes, fonts: FontConfiguration) -> Layout:
    """Return the laid out pages. Raises `RenderError` for anything that would have to be fetched."""
    from weasyprint import DEFAULT_OPTIONS  # here: it takes 0.5 s to import
    from weasyprint.urls import FatalURLFetchingError

    try:
        html = paper(page.decode())
        options = {**DEFAULT_OPTIONS, "pdf_variant": VARIANT, "output_intent": INTENT}
        with lengths_kept(), flow_told_at_once():
            return _class()._render(html, fonts, None, profiles(), options)
    except FatalURLFetchingError as error:
        raise RenderError(Fault(f"the PDF cannot be made whole: {error.__cause__ or error}"[:300])) from error


@cache
def _class() -> Any:
    """Return WeasyPrint's document, with our collector of targets."""
    from weasyprint.document import Document

    class Once(Document):  # type: ignore[misc]  # WeasyPrint ships no types
        """A document of which no page is laid out twice unless something leads forwards."""

        @classmethod
        def _build_layout_context(cls, html: Any, *arguments: Any) -> Any:
            with without_ids(html.etree_element) as names:
                context = super()._build_layout_context(html, *arguments)
            styles = context.style_for.get_computed_styles()
            share_styles(styles)
            name_anchors(styles, names, context.target_collector)
            context.target_collector = _targets(context)
            return context

    return Once


def _targets(context: Any) -> Any:
    """Return a collector that tells a place the number of a page as soon as that page is laid out.

    `context` is that of the layout: it knows the page at which this is, and which targets there are.
    """
    from weasyprint.css.targets import TargetCollector

    class Targets(TargetCollector):  # type: ignore[misc]  # as above
        """Sorts what waits for a page by the target that lies on it."""

        def __init__(self) -> None:
            super().__init__()
            self.target_lookup_items = context.target_collector.target_lookup_items
            self.waiting: dict[Any, list[Any]] = defaultdict(list)
            self.wanted: dict[Any, list[Any]] = defaultdict(list)
            self.told: dict[Any, tuple[Any, int]] = {}
            self.counter_lookup_items = _Waiting(self.told_on_its_own_page)

        def lookup_target(self, token: Any, box: Any, css_token: str, parse_again: Any) -> Any:
            """Return what is known of a target, and note who asked."""
            target = super().lookup_target(token, box, css_token, parse_again)
            if self.collecting and css_token == "content":  # noqa: S105  # a part of the style sheet
                self.waiting[target].append((box, css_token))
                self.wanted[box, css_token].append(target)
            return target

        def cache_target_page_counters(self, anchor: str, counters: Any, index: int, pages: Any) -> None:
            """Note the page of an anchor, and tell all that waits for it."""
            target = self.target_lookup_items.get(anchor)
            if self.collecting or target is None or target.state != "up-to-date":
                return
            before, target.page_maker_index = target.cached_page_counter_values, index
            if before and before["page"] == counters["page"]:
                return
            target.cached_page_counter_values = deepcopy(counters)
            for place in self.waiting.get(target, ()):
                self._tell(place, pages)
            for page in pages[index:] if before else ():  # moved since: what was told is set again
                page[-1]["content_changed"] = True

        def _tell(self, place: Any, pages: Any) -> None:
            item = self.told[place][0] if place in self.told else self.counter_lookup_items[place]
            item.parse_again(item.cached_page_counter_values)
            if item.page_maker_index is not None:  # laid out already, as it leads forwards
                pages[item.page_maker_index][-1]["content_changed"] = True
            elif all(target.cached_page_counter_values for target in self.wanted[place]):
                # Nothing is left to look up when its page is made.
                self.told[place] = (self.counter_lookup_items.pop(place, item), context.current_page)

        def told_on_its_own_page(self, place: Any) -> Any:
            """Return what was told of a place on the page just laid out, set before; `None` elsewhere."""
            item, page = self.told.get(place, (None, -1))
            if item is None or page != context.current_page:
                return None
            item.pending = True
            self.counter_lookup_items[place] = self.told.pop(place)[0]
            return item

    return Targets()


class _Waiting(dict[Any, Any]):
    """What waits to be told, by place; of a place that is not among it, somebody else may know."""

    def __init__(self, ask: Callable[[Any], Any]) -> None:
        super().__init__()
        self.ask = ask

    def get(self, place: Any, default: Any = None) -> Any:
        """Return what waits at a place, as WeasyPrint asks for each box of the page that it has laid out."""
        return self[place] if place in self else self.ask(place)
