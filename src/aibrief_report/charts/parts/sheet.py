"""The sheet a chart is drawn on: theme, width, wording; and the frame of its plot. All lengths are points."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from aibrief_report.charts.parts.ruler import text_width, wrapped
from aibrief_report.charts.wording import ENGLISH, Wording
from aibrief_report.model.charts import Chart
from aibrief_report.store.cache import Cache
from aibrief_report.theme.contrast import LEAST, contrast
from aibrief_report.theme.coverage import NO_CACHE
from aibrief_report.theme.tokens import Theme

BOLD: Final = 600
_OF_PANELS = 0.7  # the height of a panel's plot, in plots of their own
_LIGHT, _DARK = "#fefefe", "#0e0e0e"


class Sheet(Struct, frozen=True):
    """What every kind of chart is given: the theme, the picture's width, and the words it may need.

    `cache` keeps how wide characters are. `panel` is the name of one of several pictures under one key; empty
    for a picture of its own.
    """

    theme: Theme
    width: float
    wording: Wording = ENGLISH
    cache: Cache = NO_CACHE
    panel: str = ""

    @property
    def size(self) -> float:
        """The size of labels, in points."""
        return self.theme.sizes.small

    @property
    def line(self) -> float:
        """The distance between two lines of a label."""
        return round(self.size * 1.2, 1)

    def tall(self, points: float) -> float:
        """Return the height of a plot that is so many points high in a picture of its own."""
        return round(points * _OF_PANELS) if self.panel else points

    def measure(self, text: str, weight: int = 400, size: float | None = None) -> float:
        """Return the width of a line of label text."""
        return text_width(text, self.theme.fonts, size or self.size, weight, self.cache)

    def wrap(self, text: str, width: float, weight: int = 400) -> tuple[str, ...]:
        """Return label text in lines no wider than `width`."""
        return wrapped(text, self.theme.fonts, self.size, width, weight, self.cache)

    def name_colour(self, colour: str, chart: Chart) -> str:
        """Return the colour of a series' name: its own where all of a chart can be read on paper, else ink.

        A grey that is the theme's own (of a remainder) gives the theme's grey for text.
        """
        colours = self.theme.colours
        hues = {one.colour for one in chart.series} - self._greys
        readable = all(contrast(one, colours.paper) >= LEAST for one in hues)
        if colour in self._greys:
            return colours.muted
        # One colour of several panels may be read where another cannot, and their values should look alike.
        alone = self.panel and len(chart.series) == 1
        return colour if readable and not alone else colours.ink

    def on(self, ground: str) -> str:
        """Return the colour of text on a series' colour, whichever is read better.

        It is near white or near black, and neither the theme's paper nor its ink, because a dark page turns
        those over but not a series' colour; on a grey of the theme it is ink, which turns along.
        """
        if ground in self._greys:
            return self.theme.colours.ink
        return max(_LIGHT, _DARK, key=lambda one: contrast(one, ground))

    @property
    def _greys(self) -> frozenset[str]:
        colours = self.theme.colours
        return frozenset((colours.ink, colours.muted, colours.rule, colours.tint, colours.paper))


class Frame(Struct, frozen=True):
    """The plot's width and height, and the room around it. Coordinates begin at the plot's corner."""

    width: float
    height: float
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
