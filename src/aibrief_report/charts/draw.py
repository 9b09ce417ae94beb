"""A chart becomes a drawing: Vega-Lite, the SVG made from it, the PNG made from that SVG; each once."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, replace
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from xml.sax.saxutils import escape

from aibrief_report.charts.faces import faces_digest, own_names, register
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.png import packed
from aibrief_report.charts.svg import cleaned, with_ground
from aibrief_report.charts.values import records
from aibrief_report.charts.vega import vega_lite
from aibrief_report.charts.wording import ENGLISH, Wording
from aibrief_report.digest import Json, canonical, digest, sha256
from aibrief_report.errors import ChartError, Fault
from aibrief_report.model.charts import Chart, Drawing
from aibrief_report.model.json import from_json, to_json
from aibrief_report.store.cache import Cache
from aibrief_report.theme.tokens import Fonts, Theme

PIXELS_PER_INCH = 220.0
"""The density of the PNG: what Word keeps of a picture by default."""
_CSS_INCH = 96.0  # pixels by which an SVG in points is read at scale 1
_QUOTE = {'"': "&quot;"}


def draw(chart: Chart, theme: Theme, cache: Cache, width: float = 0.0, wording: Wording = ENGLISH) -> Drawing:
    """Return a chart's drawing, `width` points wide (0: as wide as the theme's text on A4).

    Raises `ChartError` where the chart cannot be drawn. With a warm cache nothing heavy is imported.
    """
    sheet = Sheet(theme, width or text_width_of(theme), wording, cache)
    made_of = ingredients(chart, sheet)
    held = cache.get(made_of)
    if held is not None:
        found = from_json(json.loads(held))
        if isinstance(found, Drawing):
            return found
    drawing = _drawn(chart, sheet, prefix=f"c{digest(made_of)[:8]}")
    cache.put(made_of, canonical(to_json(drawing)))
    return drawing


def sketch(chart: Chart, theme: Theme, cache: Cache, width: float, wording: Wording = ENGLISH) -> str:
    """Return only the SVG of a chart, `width` points wide; empty where it cannot be drawn so narrow."""
    sheet = Sheet(theme, width, wording, cache)
    made_of = ["sketch", ingredients(chart, sheet)]
    held = cache.get(made_of)
    if held is None:
        try:
            held = _svg(chart, sheet, prefix=f"c{digest(made_of)[:8]}")[1].encode()
        except ChartError:
            held = b""
        cache.put(made_of, held)
    return held.decode()


def text_width_of(theme: Theme, page: float = 210.0) -> float:
    """Return the width of a theme's text in points, on a page as wide as A4 unless told (millimetres)."""
    return (page - theme.margins.left - theme.margins.right) * 72 / 25.4


def ingredients(chart: Chart, sheet: Sheet) -> Json:
    """Return everything that shapes a drawing: two drawings differ only where these do."""
    theme, words = sheet.theme, sheet.wording
    return {
        "made": "drawing",
        "by": [*engines(), own_code()],
        "chart": to_json(replace(chart, drawing=None)),
        "width": sheet.width,
        "wording": asdict(words),
        "sans": list(theme.fonts.stack("sans")),
        "faces": faces_digest(theme.fonts.faces),
        "sizes": asdict(theme.sizes),
        "colours": to_json({name: getattr(theme.colours, name) for name in theme.colours.__slots__}),
    }


@lru_cache(maxsize=1)
def engines() -> tuple[str, ...]:
    """Return the names and versions of the libraries that draw."""
    return tuple(f"{name} {version(name)}" for name in ("altair", "vl-convert-python"))


@lru_cache(maxsize=1)
def own_code() -> str:
    """Return the digest of this room's own code, so that a new toolkit does not show old drawings."""
    room = Path(__file__).parent
    modules = sorted(room.rglob("*.py"))
    return digest([[str(one.relative_to(room)), sha256(one.read_bytes())] for one in modules])


def _drawn(chart: Chart, sheet: Sheet, prefix: str) -> Drawing:
    import vl_convert  # here: it starts V8

    spec, svg = _svg(chart, sheet, prefix)
    ground = _renamed(with_ground(svg, sheet.theme.colours.paper), *_names(sheet.theme.fonts))
    png = packed(vl_convert.svg_to_png(ground, scale=PIXELS_PER_INCH / _CSS_INCH), PIXELS_PER_INCH)
    return Drawing(spec, svg, png, *size_of(svg))


def _svg(chart: Chart, sheet: Sheet, prefix: str) -> tuple[str, str]:
    """Return the specification and the SVG made from it; `ChartError` for one wider than the sheet."""
    import vl_convert

    register(sheet.theme.fonts.faces)
    theirs, own = _names(sheet.theme.fonts)
    spec = dict(vega_lite(chart, sheet.theme, sheet.width, sheet.wording))
    try:
        asked = json.loads(canonical(spec))
        asked["config"]["font"] = own
        raw = vl_convert.vegalite_to_svg(asked, allowed_base_urls=[])
    except ValueError as error:
        raise ChartError(Fault(f"Vega-Lite cannot draw this chart: {error}")) from error
    rows = {str(one["tip"]): str(one["row"]) for one in records(chart, sheet)}
    svg = cleaned(_renamed(raw, own, theirs), prefix, chart.alt, rows)
    wide, _ = size_of(svg)
    if wide > sheet.width + 1:
        hint = "give its parts smaller widths, or draw them beneath each other"
        raise ChartError(Fault(f"the chart is {wide:g} pt wide, the text {sheet.width:g} pt", hint=hint))
    return canonical(spec).decode(), svg


def _names(fonts: Fonts) -> tuple[str, str]:
    """Return the families of a chart's text as the theme names them, and as vl-convert knows them."""
    theirs = fonts.stack("sans")
    own = own_names(theirs, fonts.faces)
    return ", ".join((*theirs, "sans-serif")), ", ".join((*own, "sans-serif"))


def _renamed(svg: str, then: str, now: str) -> str:
    before, after = (f'font-family="{escape(name, _QUOTE)}"' for name in (then, now))
    return svg.replace(before, after)


def size_of(svg: str) -> tuple[float, float]:
    """Return the width and height in points that the root of one of our SVGs names."""
    found = re.search(r'width="([\d.]+)pt" height="([\d.]+)pt"', svg)
    return (float(found[1]), float(found[2])) if found else (0.0, 0.0)
