"""A chart becomes a drawing: Vega-Lite, and the SVG made from it; each once."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from xml.sax.saxutils import escape

from msgspec.structs import asdict, replace

from aibrief_report.charts.faces import STAND_IN, alone, faces_digest, own_names, register
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.svg import cleaned
from aibrief_report.charts.values import records
from aibrief_report.charts.vega import vega_lite
from aibrief_report.charts.wording import ENGLISH, Wording
from aibrief_report.digest import Json, canonical, digest, sha256
from aibrief_report.errors import ChartError, Fault
from aibrief_report.model.charts import Chart, Drawing
from aibrief_report.model.json import from_json, to_json
from aibrief_report.store.cache import Cache
from aibrief_report.theme.tokens import Theme

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
    vega, svg = _svg(chart, sheet, prefix=f"c{digest(made_of)[:8]}")
    drawing = Drawing(vega, svg, *size_of(svg))
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
        "colours": to_json({name: getattr(theme.colours, name) for name in theme.colours.__struct_fields__}),
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


def _svg(chart: Chart, sheet: Sheet, prefix: str) -> tuple[str, str]:
    """Return the specification and the SVG made from it; `ChartError` for one wider than the sheet."""
    import vl_convert  # here: it starts V8

    theirs, asked_for = ", ".join((*sheet.theme.fonts.stack("sans"), "sans-serif")), _family(chart, sheet)
    spec = dict(vega_lite(chart, sheet.theme, sheet.width, sheet.wording))
    try:
        asked = json.loads(canonical(spec))
        asked["config"]["font"] = asked_for
        raw = vl_convert.vegalite_to_svg(asked, allowed_base_urls=[])
    except ValueError as error:
        raise ChartError(Fault(f"Vega-Lite cannot draw this chart: {error}")) from error
    rows = {str(one["tip"]): str(one["row"]) for one in records(chart, sheet)}
    svg = cleaned(_renamed(raw, asked_for, theirs), prefix, chart.alt, rows)
    wide, _ = size_of(svg)
    if wide > sheet.width + 1:
        hint = "give its parts smaller widths, or draw them beneath each other"
        raise ChartError(Fault(f"the chart is {wide:g} pt wide, the text {sheet.width:g} pt", hint=hint))
    return canonical(spec).decode(), svg


def _family(chart: Chart, sheet: Sheet) -> str:
    """Return the families in which vl-convert is to measure a chart's text.

    Vega measures each text, but only an author's own specification lets it place anything by that: our kinds
    have measured theirs. To measure in the theme's faces takes four times as long, as vl-convert opens a file
    for each letter.
    """
    if chart.kind != "vega":
        alone()
        return STAND_IN
    fonts = sheet.theme.fonts
    register(fonts.faces)
    return ", ".join((*own_names(fonts.stack("sans"), fonts.faces), "sans-serif"))


def _renamed(svg: str, then: str, now: str) -> str:
    before, after = (f'font-family="{escape(name, _QUOTE)}"' for name in (then, now))
    return svg.replace(before, after)


def size_of(svg: str) -> tuple[float, float]:
    """Return the width and height in points that the root of one of our SVGs names."""
    found = re.search(r'width="([\d.]+)pt" height="([\d.]+)pt"', svg)
    return (float(found[1]), float(found[2])) if found else (0.0, 0.0)
