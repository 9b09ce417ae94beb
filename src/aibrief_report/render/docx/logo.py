"""The theme's logo in the title block: its SVG, and a PNG of it for readers that show none."""

from __future__ import annotations

from importlib.metadata import version

from aibrief_report.digest import Json, sha256
from aibrief_report.ooxml.drawings import Picture
from aibrief_report.ooxml.markup import NOTHING, Xml
from aibrief_report.render.docx.draft import Draft
from aibrief_report.theme import drawings

_PIXELS = 256
"""How high the PNG is: sharp in print at the height of a logo."""


def logo(draft: Draft) -> Xml:
    """Return a run that shows the logo, as high as the theme says; nothing for one that tells no size."""
    svg, meta = draft.theme.logo, draft.document.meta
    found = drawings.size(svg.encode(), "the logo")
    if found is None:
        return NOTHING
    wide, high = found
    height = draft.theme.manners.cover.logo_height
    return Picture(
        draft.ids.count("drawing"),
        draft.package.picture(_bitmap(draft, svg, high)),
        height * wide / high,
        height,
        meta.publisher or meta.series or meta.genre,
        draft.package.drawing(svg),
    ).xml


def _bitmap(draft: Draft, svg: str, high: float) -> bytes:
    by = version("vl-convert-python")
    ingredients: list[Json] = ["logo", by, sha256(svg.encode()), _PIXELS]
    held = draft.cache.get(ingredients)
    if held is None:
        import vl_convert  # here: a cached logo is not drawn

        held = bytes(vl_convert.svg_to_png(svg, scale=_PIXELS / high))
        draft.cache.put(ingredients, held)
    return held
