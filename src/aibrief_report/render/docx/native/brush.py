"""What all native charts share: colours and type of the theme, places in parts of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.charts.parts.axes import caption
from aibrief_report.charts.parts.sheet import Frame, Sheet
from aibrief_report.charts.parts.style import HAIRLINE
from aibrief_report.charts.parts.ticks import Ticks
from aibrief_report.charts.values import HOLLOW
from aibrief_report.model.charts import Chart, Point
from aibrief_report.ooxml.charts.axes import CategoryAxis, Edge, Scale, Title, ValueAxis
from aibrief_report.ooxml.charts.cells import Words
from aibrief_report.ooxml.charts.series import Series
from aibrief_report.ooxml.charts.shapes import Marker, Shape, Stroke
from aibrief_report.ooxml.charts.space import Key, Room
from aibrief_report.ooxml.charts.words import Type
from aibrief_report.ooxml.language import word_language
from aibrief_report.render.docx.native.numbers import Printer
from aibrief_report.theme.tokens import Theme

_TINT = 18  # per cent of colour left inside a hollow bar
_THIN = 0.3  # the part of colour inside a hollow dot
_AXIS = 0.75  # the width of the line at zero
_SYMBOL, LINE_SYMBOL, _WIDER = (
    26.0,
    48.0,
    1.1,
)  # what an entry of the key takes beside its words, and how they may run wider


class Brush(Struct, frozen=True, dict=True):
    """A chart's theme, measures and language, in the terms of DrawingML."""

    chart: Chart
    sheet: Sheet

    @cached_property
    def _scheme(self) -> dict[str, str]:
        return scheme(self.sheet.theme)

    @property
    def language(self) -> str:
        """The brief's language as Word names it."""
        return word_language(self.sheet.wording.language)

    @property
    def measured(self) -> str:
        """What the values measure, with their unit."""
        return caption(self.chart.y, full=True) or self.sheet.wording.value

    @property
    def printer(self) -> Printer:
        """What makes number formats."""
        return Printer(self.sheet.wording.language)

    def colour(self, colour: str) -> str:
        """Return a colour #rrggbb as the theme's place that has it, if there is one."""
        return self._scheme.get(colour.lower(), colour)

    def type(self, colour: str = "", *, bold: bool = False) -> Type:
        """Return the type of labels, in ink unless told."""
        return Type(self.sheet.size, self.colour(colour or self.sheet.theme.colours.ink), bold)

    @property
    def muted(self) -> Type:
        """The type of what stands at an axis."""
        return self.type(self.sheet.theme.colours.muted)

    @property
    def paper(self) -> str:
        """The colour behind words that stand on lines."""
        return self.colour(self.sheet.theme.colours.paper)

    @property
    def base(self) -> Stroke:
        """The line at zero."""
        return Stroke(self.colour(self.sheet.theme.colours.muted), _AXIS)

    @property
    def grid(self) -> Stroke:
        """The light lines at the ticks of an axis."""
        return Stroke(self.colour(self.sheet.theme.colours.rule), HAIRLINE)

    def bar(self, colour: str, status: str = "normal") -> Shape:
        """Return the look of a bar: hollow for what is not counted yet, dashed if it is a forecast."""
        colour = self.colour(colour)
        if status not in HOLLOW:
            return Shape(colour)
        return Shape(colour, Stroke(colour, 1.0, status == "forecast"), _TINT)

    def dot(self, colour: str, across: float, point: Point | None = None) -> Marker:
        """Return the look of a dot `across` points wide: hollow for what is not counted yet."""
        if point is not None and point.status in HOLLOW:
            return Marker(round(across), self._pale(colour), Stroke(self.colour(colour), 1.4))
        return Marker(round(across), self.colour(colour))

    def _pale(self, colour: str) -> str:
        """Return a colour thinned with paper: LibreOffice draws no outline, and paper would not be seen."""
        pairs = zip(_channels(colour), _channels(self.sheet.theme.colours.paper), strict=True)
        return "#" + "".join(f"{round(one * _THIN + other * (1 - _THIN)):02x}" for one, other in pairs)

    def room(self, frame: Frame) -> Room:
        """Return a plot's frame in parts of the whole."""
        wide, high = size(frame)
        return Room(frame.left / wide, frame.top / high, frame.width / wide, frame.height / high)

    def caption(self, text: str, y: float, frame: Frame, x: float = 0.0) -> Title | None:
        """Return words in muted type, `x` and `y` points from the whole's corner; none for no words."""
        wide, high = size(frame)
        return Title(text, x / wide, y / high, self.muted) if text else None

    def key(
        self,
        series: Sequence[Series],
        height: float,
        frame: Frame,
        without: Sequence[int] = (),
        symbol: float = _SYMBOL,
    ) -> Key | None:
        """Return the key at the top, `height` points high and as wide as its names need.

        `without` are the places of series that it leaves out; `None` where it is left with none.
        """
        names = [one.name.texts[0] for place, one in enumerate(series) if place not in without]
        if not (names and height):
            return None
        wide, high = size(frame)
        needed = sum(self.sheet.measure(name) * _WIDER + symbol for name in names)
        return Key(Room(0, 0, min(1.0, needed / wide), height / high), tuple(without))

    def beside(self, text: str, key: Key | None, frame: Frame) -> Title | None:
        """Return words in the line of the key, behind it; none for no words."""
        wide, _ = size(frame)
        return self.caption(text, 0.0, frame, key.room.width * wide if key else 0.0)

    @property
    def head(self) -> Title:
        """Return the name of a panel, above its plot."""
        return Title(self.sheet.panel, 0.0, 0.0, self.type(bold=True))

    def names(self, edge: Edge, names: Words) -> CategoryAxis:
        """Return the axis that prints names; where some are left out, each may be wider than its room."""
        type_ = replace(self.type(), wraps=all(names.texts))
        return CategoryAxis(edge, type_, self.base, at="low", down=edge == "l")

    def values(
        self,
        edge: Edge,
        ticks: Ticks,
        frame: Frame,
        key: float,
        *,
        shown: bool,
        between: bool = True,
        full: bool = False,
    ) -> ValueAxis:
        """Return the axis of values with its unit above the plot; not `shown`, it has the unit only.

        `full` says above it what is measured as well.
        """
        words = "" if self.sheet.panel else caption(self.chart.y, full)
        return ValueAxis(
            edge,
            self.muted if shown else None,
            grid=self.grid if shown else None,
            title=self.caption(words, key, frame, frame.left if edge == "b" else 0.0),
            crosses="max" if edge == "b" else "autoZero",
            at="low" if edge == "l" else "nextTo",
            between=between,
            scale=scale(ticks, self.printer),
        )


def scale(ticks: Ticks, printer: Printer) -> Scale:
    """Return the ends, step and number format of an axis."""
    low, high = ticks.values[0], ticks.values[-1]
    step = (high - low) / max(1, len(ticks.values) - 1)
    return Scale(_plain(low), _plain(high), _plain(step), printer.axis(ticks))


def scheme(theme: Theme) -> dict[str, str]:
    """Return the places in the document's theme by colour, as `theme_part` fills them.

    An area's colour is none of them: another design of the page must not turn the areas' colours over.
    """
    colours = theme.colours
    accents = list(dict.fromkeys((colours.accent, *colours.series)))
    found = {colour.lower(): f"accent{place}" for place, colour in enumerate(accents[:6], start=1)}
    found |= {colours.muted.lower(): "tx2", colours.tint.lower(): "bg2"}
    found |= {colours.ink.lower(): "tx1", colours.paper.lower(): "bg1"}
    areas = {colour.lower() for colour in colours.areas.values()}
    return {colour: place for colour, place in found.items() if colour not in areas}


def size(frame: Frame) -> tuple[float, float]:
    """Return the width and height of a whole chart in points."""
    return frame.left + frame.width + frame.right, frame.top + frame.height + frame.bottom


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _plain(number: Decimal) -> str:
    return format(number.normalize(), "f")
