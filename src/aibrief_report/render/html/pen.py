"""The pen: what every drawing function needs, and the one dispatch from a node to the case that draws it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from aibrief_report.errors import Fault, Place, RenderError
from aibrief_report.model.blocks import Block
from aibrief_report.model.charts import Chart
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import Inline, Inlines, Note
from aibrief_report.render.annex import Annex
from aibrief_report.store.cache import Cache
from aibrief_report.theme.coverage import NO_CACHE
from aibrief_report.theme.tokens import Theme

Medium: TypeAlias = Literal["screen", "paper"]
Case: TypeAlias = "Callable[[Any, Pen], str]"


def _as_wide(_chart: Chart) -> str:
    return ""


class Pen(Struct, frozen=True):
    """Draws the nodes of one document for one medium. `notes` gathers footnotes in the order of their marks.

    `links` is false within a link, as HTML forbids links in links. `narrow` returns the SVG of a chart as
    narrow as a phone, empty where there is none. `cache` keeps how wide characters are.
    """

    document: Document
    theme: Theme
    annex: Annex
    medium: Medium
    cases: Mapping[type, Case]
    links: bool = True
    narrow: Callable[[Chart], str] = _as_wide
    notes: list[Note] = field(default_factory=list)
    cache: Cache = NO_CACHE

    @property
    def words(self) -> Mapping[str, str]:
        """The fixed words of the document."""
        return self.document.words

    @property
    def paper(self) -> bool:
        """Whether the page is to be printed rather than read on screen."""
        return self.medium == "paper"

    def draw(self, node: Block | Inline) -> str:
        """Return a node as HTML. Raises `RenderError` where no case knows it."""
        case = self.cases.get(type(node))
        if case is None:
            span = getattr(node, "span", None)
            place = Place(span.file, span.first) if span else None
            name = type(node).__name__
            raise RenderError(Fault(f"the page has no way to show a node of type {name}", place))
        return case(node, self)

    def inlines(self, nodes: Inlines) -> str:
        """Return a line of text as HTML."""
        return "".join(self.draw(node) for node in nodes)

    def blocks(self, nodes: tuple[Block, ...]) -> str:
        """Return blocks as HTML, one beneath the other."""
        return "\n".join(self.draw(node) for node in nodes)

    def width(self, width: str) -> dict[str, str]:
        """Return the attribute that gives an element a width.

        On screen it asks for a rule of the style sheet, as the page's policy forbids styles in attributes.
        """
        return {"style": f"width:{width}"} if self.paper else {"data_width": width}

    def unlinked(self) -> Pen:
        """Return the pen for what stands within a link."""
        return replace(self, links=False)
