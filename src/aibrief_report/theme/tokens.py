"""The design tokens of a theme: fonts, sizes, colours, page. Frozen; every unit is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Face:
    """One font file: its family, weight (400, 600, 700), whether it is italic, and its bytes."""

    family: str
    weight: int
    italic: bool
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Fonts:
    """Family names for running text, for headings, tables and charts, and for literal text."""

    text: str
    sans: str
    code: str
    faces: tuple[Face, ...]


@dataclass(frozen=True, slots=True)
class Sizes:
    """Type sizes and leading in points; `leading` is the distance from baseline to baseline of body text."""

    body: float = 10.0
    leading: float = 14.0
    small: float = 8.0
    table: float = 8.5
    title: float = 26.0
    subtitle: float = 13.0
    heading1: float = 15.0
    heading2: float = 11.5
    heading3: float = 10.0
    key_figure: float = 22.0


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours as #rrggbb. `areas` fixes an area's colour in every chart; `series` orders all else."""

    ink: str
    muted: str
    rule: str
    paper: str
    tint: str
    accent: str
    contested: str
    areas: Mapping[str, str]
    series: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Margins:
    """Page margins in millimetres."""

    top: float = 22.0
    right: float = 32.0
    bottom: float = 24.0
    left: float = 32.0


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything that decides how a brief looks. `logo` is SVG text, empty where there is none."""

    name: str
    fonts: Fonts
    sizes: Sizes
    colours: Colours
    margins: Margins
    logo: str = ""

    def colour_of(self, key: str, place: int) -> str:
        """Return the colour of an area or, where the theme fixes none, that of a series' place (from 0)."""
        fixed = self.colours.areas.get(key)
        return fixed if fixed else self.colours.series[place % len(self.colours.series)]
