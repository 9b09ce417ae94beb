"""A chart's drawing, or anybody's, as a bitmap: text in the theme's faces, whatever fonts a machine has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from aibrief_report.charts.draw import engines, own_code
from aibrief_report.charts.faces import faces_digest, own_names, register
from aibrief_report.charts.png import packed
from aibrief_report.charts.svg import with_ground
from aibrief_report.digest import Json
from aibrief_report.model.charts import Drawing
from aibrief_report.ooxml.parsing import parse
from aibrief_report.store.cache import Cache
from aibrief_report.theme.tokens import Fonts, Theme

PIXELS_PER_INCH = 220.0
"""The density of a chart's bitmap: what Word keeps of a picture by default."""
_CSS_INCH = 96.0  # pixels by which an SVG in points is read at scale 1
_STYLE = re.compile(r"(\bfont-family\s*:)([^;}]*)")


def chart_bitmap(drawing: Drawing, theme: Theme, cache: Cache) -> bytes:
    """Return a chart's drawing as PNG on the theme's paper; `cache` keeps it."""
    ground, faces = with_ground(drawing.svg, theme.colours.paper), theme.fonts.faces
    made_of: list[Json] = ["bitmap", *engines(), own_code(), ground, faces_digest(faces)]
    held = cache.get(made_of)
    if held is None:
        held = packed(bitmap(ground, theme.fonts, PIXELS_PER_INCH / _CSS_INCH), PIXELS_PER_INCH)
        cache.put(made_of, held)
    return held


def bitmap(svg: str, fonts: Fonts, scale: float) -> bytes:
    """Return an SVG file as PNG, `scale` pixels to each of its units."""
    import vl_convert  # here: a browser's engine, needed for pictures in SVG only

    register(fonts.faces)
    return bytes(vl_convert.svg_to_png(in_faces(svg, fonts), scale=scale))


def in_faces(svg: str, fonts: Fonts) -> str:
    """Return an SVG that asks for the theme's faces alone, by the names that vl-convert knows them by.

    A family that the theme has stays; any other becomes the theme's for the role that is meant, its sans
    where none is told.
    """
    root = parse(svg.encode(), "svg")
    root.set("font-family", root.get("font-family", ""))
    for element in root.iter(etree.Element):
        if "font-family" in element.attrib:
            element.set("font-family", _families(element.get("font-family", ""), fonts))
        if "style" in element.attrib:
            element.set("style", _styled(element.get("style", ""), fonts))
        if etree.QName(element).localname == "style":
            element.text = _styled(element.text or "", fonts)
    return etree.tostring(root, encoding="unicode")


def _styled(rules: str, fonts: Fonts) -> str:
    return _STYLE.sub(lambda found: f"{found[1]} {_families(found[2], fonts)}", rules)


def _families(value: str, fonts: Fonts) -> str:
    named = tuple(dict.fromkeys((*_known(value, fonts), *fonts.stack("sans"))))
    return ", ".join(own_names(named, fonts.faces))


def _known(value: str, fonts: Fonts) -> Iterator[str]:
    """Yield the families of the theme that a list of families means, in its order."""
    generic = {"serif": fonts.text, "monospace": fonts.code, "sans-serif": fonts.sans}
    for part in value.split(","):
        name = part.strip().strip("'\"")
        if name in fonts.families or name in generic:
            yield generic.get(name, name)
