"""Small charts for tests, and what a drawing says: its layers, its texts with their places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml import etree
from msgspec.structs import replace

from aibrief_report.charts.bitmap import chart_bitmap
from aibrief_report.charts.draw import draw
from aibrief_report.charts.parts.ruler import text_width
from aibrief_report.charts.vega import vega_lite
from aibrief_report.model.charts import Axis, Chart, ChartKind, Drawing, Point, Series
from aibrief_report.store.cache import Cache
from tests.documents import theme

THEME = theme()
WIDTH = 414.0
COLOURS = {"USA": "#1f5f99", "CHN": "#c8501e", "EUR": "#3f8f6b"}
NAMES = {"USA": "United States", "CHN": "China", "EUR": "Europe"}
SVG = "{http://www.w3.org/2000/svg}"

P = Point


def series(key: str, *points: Point, name: str = "") -> Series:
    return Series(key, name or NAMES.get(key, key), COLOURS.get(key, "#0b4f7d"), points)


def chart(
    kind: ChartKind, *parts: Series, x: str = "period", unit: str = "US$ billion", **more: Any
) -> Chart:
    y = Axis("quantity", unit=unit)
    return Chart(kind, Axis(x), y, parts, "What it shows.", **more)  # type: ignore[arg-type]  # of any kind


def investment(kind: ChartKind = "grouped-bar") -> Chart:
    """Private AI investment of two areas in two years."""
    return chart(
        kind,
        series("USA", P("2023", "67.2", "67.2", "r1"), P("2024", "109.1", "109.1", "r2")),
        series("CHN", P("2023", "7.76", "7.76", "r3"), P("2024", "9.3", "9.3", "r4")),
    )


def spec(one: Chart, width: float = WIDTH) -> Any:
    return vega_lite(one, THEME, width)


@cache
def drawn(one: Chart) -> Drawing:
    return draw(one, THEME, Cache(None), WIDTH)


def bitmap_of(drawing: Drawing) -> bytes:
    return chart_bitmap(drawing, THEME, Cache(None))


def layers(found: Any, mark: str) -> list[Any]:
    """The layers of a specification that draw one kind of mark."""
    return [layer for layer in found["layer"] if layer["mark"]["type"] == mark]


def inline(found: Any, mark: str) -> list[Any]:
    """The records in the layers of one kind of mark that bring their own."""
    sets = found["datasets"]
    named = [layer["data"] for layer in layers(found, mark) if "data" in layer]
    return [one for data in named for one in data.get("values", sets.get(data.get("name"), []))]


@dataclass(frozen=True)
class Box:
    """A text of a drawing and the room it takes."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0.2 and down > 0.2


def boxes(drawing: Drawing) -> list[Box]:
    """Every text of a drawing with its room, measured in the theme's fonts."""
    return list(_boxes(etree.fromstring(drawing.svg.encode()), 0.0, 0.0, 8.0))


def _boxes(element: Any, x: float, y: float, size: float) -> Iterator[Box]:
    moved = re.match(r"translate\(([-\d.]+),([-\d.]+)\)", element.get("transform", ""))
    x, y = (x + float(moved[1]), y + float(moved[2])) if moved else (x, y)
    size = float(element.get("font-size", f"{size}px").removesuffix("px"))
    if element.tag == f"{SVG}text":
        yield from _lines(element, x, y, size)
    for child in element:
        if child.tag != f"{SVG}tspan":
            yield from _boxes(child, x, y, size)


def _lines(element: Any, x: float, y: float, size: float) -> Iterator[Box]:
    weight = int(element.get("font-weight", "400"))
    spans = element.findall(f"{SVG}tspan")
    texts = [span.text or "" for span in spans] if spans else [element.text or ""]
    for place, text in enumerate(texts):
        y += float(spans[place].get("dy", "0")) if spans else 0.0
        wide = text_width(text, THEME.fonts, size, weight)
        left = x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[element.get("text-anchor", "start")]
        yield Box(text, left, left + wide, y - size * 0.7, y + size * 0.05)


def texts(one: Chart) -> list[str]:
    return [box.text for box in boxes(drawn(one))]


def without(one: Chart, **changes: Any) -> Chart:
    return replace(one, **changes)
