"""The pages of a document in a house template."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from aibrief_report.errors import Fault, Place, RenderError
from aibrief_report.model.document import PageSize
from aibrief_report.ooxml.names import Relation, clark
from aibrief_report.ooxml.sections import FootKind, PageSetup
from aibrief_report.ooxml.style_sheets import StyleSheet
from aibrief_report.ooxml.templates import WordTemplate
from aibrief_report.render.docx.house.sections import Section, Shown, length, sections_of
from aibrief_report.render.docx.page import LEAST_SIDE, Pages, turned, wide

_HANGING = ("Title", "Brief Figure")
"""The styles that tell of a side column: on a band, titles hang nowhere."""
_LEAST_WIDTH = 200.0
"""Points: the narrowest page on which figures and tables can be set."""


def house_pages(template: WordTemplate, size: PageSize) -> Pages:
    """Return the pages of a template; `size` is that of a template that names none.

    Running text stands as in its last upright section, a wide table as in its last one turned sideways; the
    first page has what the template has on its own first page. Where the style Title or Brief Figure hangs
    out into the left margin, that is how wide the side column is. Raises `RenderError` for pages that are
    too narrow for a brief.
    """
    sections = tuple(sections_of(template, size))
    upright = [one for one in sections if not one.page.landscape and one.columns < 2]
    if not upright:
        raise RenderError(Fault("the template has no upright page", Place(template.name)))
    later, hung = _running(upright[-1]), _hung(template)
    side = hung if LEAST_SIDE <= hung < later.left else 0.0
    if later.text_width < _LEAST_WIDTH:
        fault = f"the template's pages leave {later.text_width:.0f} points for text"
        raise RenderError(Fault(fault, Place(template.name), f"at least {_LEAST_WIDTH:.0f} are needed"))
    sideways = [one for one in sections if one.page.landscape]
    return Pages(
        _opening(sections[0], later),
        later,
        _running(sideways[-1]) if sideways else turned(later, side),
        _wide(upright, later, side),
        side,
    )


def _running(section: Section) -> PageSetup:
    """Return the page of a section as its second page is."""
    return replace(section.page, heads=_without_first(section.heads), feet=_without_first(section.feet))


def _opening(first: Section, later: PageSetup) -> PageSetup:
    """Return the page that begins the document."""
    if not first.first_differs:
        return later
    heads, feet = (*later.heads, *_first(first.heads)), (*later.feet, *_first(first.feet))
    return replace(later, heads=heads, feet=feet, first_differs=True)


def _wide(upright: Sequence[Section], later: PageSetup, side: float) -> PageSetup:
    """Return the page for text as wide as figures: the template's own one, whose foot fits it.

    Where it has none, such text stands as running text does.
    """
    if not (later.heads or later.feet):
        return wide(later, side)
    own = [one for one in upright if abs(one.page.left - wide(later, side).left) < 1]
    return _running(own[-1]) if own else later


def _without_first(shown: Shown) -> tuple[tuple[FootKind, str], ...]:
    return tuple((kind, relation) for kind, relation in shown.items() if kind != "first")


def _first(shown: Shown) -> tuple[tuple[FootKind, str], ...]:
    return tuple((kind, relation) for kind, relation in shown.items() if kind == "first")


def _hung(template: WordTemplate) -> float:
    """Return how far titles or figures hang out into the left margin, in points; 0 where they do not."""
    sheet = StyleSheet(template.xml(template.part(Relation.STYLES)))
    return max(0.0, *(-_indent(sheet, name) for name in _HANGING))


def _indent(sheet: StyleSheet, name: str) -> float:
    """Return how far the paragraphs of a style are set in, in points; 0 where there is none of the name."""
    style = sheet.find(name, "paragraph")
    path = f"{clark('w:pPr')}/{clark('w:ind')}"
    indents = [] if style is None else [one.find(path) for one in sheet.lineage(style)]
    lefts = (one.get(clark("w:left")) for one in indents if one is not None)
    return length(next((left for left in lefts if left), None), 0)
