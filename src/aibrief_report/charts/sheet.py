"""The sheet a chart is drawn on: theme, width, wording; and the frame of its plot. All lengths are points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from aibrief_report.charts.ruler import text_width, wrapped
from aibrief_report.charts.wording import ENGLISH, Wording
from aibrief_report.theme.contrast import LEAST, contrast
from aibrief_report.theme.tokens import Theme

BOLD: Final = 600


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every kind of chart is given: the theme, the picture's width, and the words it may need."""

    theme: Theme
    width: float
    wording: Wording = ENGLISH

    @property
    def size(self) -> float:
        """The size of labels, in points."""
        return self.theme.sizes.small

    @property
    def line(self) -> float:
        """The distance between two lines of a label."""
        return round(self.size * 1.2, 1)

    def measure(self, text: str, weight: int = 400, size: float | None = None) -> float:
        """Return the width of a line of label text."""
        return text_width(text, self.theme.fonts, size or self.size, weight)

    def wrap(self, text: str, width: float, weight: int = 400) -> tuple[str, ...]:
        """Return label text in lines no wider than `width`."""
        return wrapped(text, self.theme.fonts, self.size, width, weight)

    def legible(self, colour: str) -> str:
        """Return the colour, mixed with as much ink as text in it needs to be read on paper."""
        colours = self.theme.colours
        mixes = (mixed(colour, colours.ink, part / 10) for part in range(11))
        return next((one for one in mixes if contrast(one, colours.paper) >= LEAST), colours.ink)

    def on(self, ground: str) -> str:
        """Return ink or paper, whichever is read better on a ground."""
        colours = self.theme.colours
        return max((colours.paper, colours.ink), key=lambda one: contrast(one, ground))


def mixed(colour: str, other: str, part: float) -> str:
    """Return a colour with a part (0 to 1) of another mixed in, channel by channel."""
    pairs = [(int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(one + (two - one) * part):02x}" for one, two in pairs)


@dataclass(frozen=True, slots=True)
class Frame:
    """The plot's width and height, and the room around it. Coordinates begin at the plot's corner."""

    width: float
    height: float
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
