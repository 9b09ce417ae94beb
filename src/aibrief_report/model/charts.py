"""The description of a chart: values and words, from which every drawing of it is made.

One description serves Vega-Lite on the page, the picture in the PDF, the native chart in Word, the alt
text and the data table, so that they cannot differ.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

ChartKind: TypeAlias = Literal[
    "bar",
    "grouped-bar",
    "stacked-bar",
    "horizontal-bar",
    "line",
    "area",
    "scatter",
    "range-dot",
    "dots",
    "timeline",
    "vega",
]
AxisKind: TypeAlias = Literal["category", "period", "quantity"]


class Axis(Struct, frozen=True):
    """An axis: its title, what kind of values stand on it, and their unit in words ("US$ billion")."""

    kind: AxisKind
    title: str = ""
    unit: str = ""


class Point(Struct, frozen=True):
    """One mark. `x` is a category, a period or decimal text; `y` is decimal text, `None` where missing.

    `text` is the value as printed beside the mark; `row` the id of its observation, event or derived number.
    `end` closes a timeline's or range's interval. `detail` tells what the reader needs to know of this mark.
    `bound` says on which side of a mark the true value may lie, where it is hedged so: "over", "under".
    """

    x: str
    y: str | None
    text: str = ""
    row: str = ""
    end: str = ""
    detail: str = ""
    status: str = "normal"
    bound: str = ""


class Series(Struct, frozen=True):
    """Marks that belong together: a key (an area's id or such), name in the legend, colour (#rrggbb).

    `panel` is the name of the panel that shows it, where a chart is drawn as several.
    """

    key: str
    name: str
    colour: str
    points: tuple[Point, ...]
    panel: str = ""


class Annotation(Struct, frozen=True):
    """Words drawn into a chart: at `x`, over the stretch from `x` to `end`, or at a mark.

    `x` is a point's `x` or a period; `series` is the key of the series whose mark at `x` is meant, else
    empty. `numbers` are the ids of the numbers in the words.
    """

    text: str
    x: str
    end: str = ""
    series: str = ""
    numbers: tuple[str, ...] = ()


class Drawing(Struct, frozen=True):
    """A chart as drawn: Vega-Lite (JSON text), SVG text, and its size in points."""

    vega: str
    svg: str
    width: float
    height: float


class Chart(Struct, frozen=True):
    """What a chart shows. `x` is the axis of categories or time, `y` that of values, however they are turned.

    `sources` are the reference keys behind the values; `drawing` is `None` until resolved. `extent` are
    points that are not drawn and for which the axes have room: in a panel, those of the other panels.
    """

    kind: ChartKind
    x: Axis
    y: Axis
    series: tuple[Series, ...]
    alt: str
    sources: tuple[str, ...] = ()
    spec: str = ""
    drawing: Drawing | None = None
    annotations: tuple[Annotation, ...] = ()
    extent: tuple[Point, ...] = ()

    @property
    def rows(self) -> tuple[str, ...]:
        """The ids of the rows behind the marks, each once, in the order of the marks."""
        return tuple(dict.fromkeys(point.row for one in self.series for point in one.points if point.row))


class Image(Struct, frozen=True):
    """A picture from a file of the project: its media type, its bytes, its size in points."""

    name: str
    media_type: str
    data: bytes
    alt: str
    width: float
    height: float
