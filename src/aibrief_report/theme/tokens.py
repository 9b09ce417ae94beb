"""The design tokens of a theme: fonts, sizes, colours, page. Frozen; every unit is named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct, field

from aibrief_report.ooxml.templates import WordTemplate
from aibrief_report.theme.manners import PLAIN, Manners

Role: TypeAlias = Literal["text", "sans", "code"]
ROLES: tuple[Role, ...] = ("text", "sans", "code")
"""Running text; headings, tables and charts; literal text."""


class Face(Struct, frozen=True):
    """One font file: its family, weight (400, 600, 700), whether it is italic, and its bytes."""

    family: str
    weight: int
    italic: bool
    name: str
    data: bytes


class Fonts(Struct, frozen=True):
    """Family names by role. `fallback` gives a role the families for characters that its own lacks."""

    text: str
    sans: str
    code: str
    faces: tuple[Face, ...]
    fallback: Mapping[Role, tuple[str, ...]] = field(default_factory=dict)

    def stack(self, role: Role) -> tuple[str, ...]:
        """Return the families that set a role, in order: its own, its fallbacks, then all others.

        The others come last so that no character that the theme has is left to a reader's machine.
        """
        own = (getattr(self, role), *self.fallback.get(role, ()))
        return tuple(dict.fromkeys((*own, *(face.family for face in self.faces))))

    @property
    def families(self) -> tuple[str, ...]:
        """The families that a document names: those of the roles, then those that stand in for them."""
        return tuple(dict.fromkeys((self.text, self.sans, self.code, *sorted(self.fallbacks()))))

    def fallbacks(self) -> frozenset[str]:
        """Return the families that only stand in for others."""
        named = {family for families in self.fallback.values() for family in families}
        return frozenset(named - {self.text, self.sans, self.code})


class Sizes(Struct, frozen=True):
    """Type sizes and leading in points; `leading` is the distance from baseline to baseline of body text."""

    body: float = 10.0
    leading: float = 14.0
    small: float = 8.0
    table: float = 8.5
    caption: float = 9.5
    title: float = 26.0
    subtitle: float = 13.0
    heading1: float = 15.0
    heading2: float = 11.5
    heading3: float = 10.0
    key_figure: float = 22.0


class Spacing(Struct, frozen=True):
    """Distances in points: between paragraphs, above a section's heading, around figures and boxes."""

    paragraph: float = 5.0
    section: float = 22.0
    block: float = 16.0


class Colours(Struct, frozen=True):
    """Colours as #rrggbb. `areas` fixes an area's colour in every chart; `series` orders all else.

    `band` is the ground of a coloured title block or table head, `band_ink` what stands on it.
    """

    ink: str
    muted: str
    rule: str
    paper: str
    tint: str
    accent: str
    contested: str
    link: str
    band: str
    band_ink: str
    areas: Mapping[str, str]
    series: tuple[str, ...]


class Margins(Struct, frozen=True):
    """Page margins in millimetres."""

    top: float = 22.0
    right: float = 32.0
    bottom: float = 24.0
    left: float = 32.0


class Page(Struct, frozen=True):
    """The page within its margins.

    `measure` is the width of a text line in sizes of its type; what the margins leave beside it is the side
    column. `reference_columns` is in how many columns the references stand.
    """

    measure: float = 33.0
    reference_columns: int = 2


class Word(Struct, frozen=True):
    """What a theme says of the DOCX alone.

    `text` and `sans` are the fonts that it names, empty where those of the theme are; `embed_fonts` says
    that it carries the files of those that may be embedded; `template` is the house template, if any.
    """

    text: str = ""
    sans: str = ""
    embed_fonts: bool = True
    template: WordTemplate | None = None


class Theme(Struct, frozen=True):
    """Everything that decides how a brief looks. `logo` is SVG text, empty where there is none."""

    name: str
    fonts: Fonts
    sizes: Sizes
    colours: Colours
    margins: Margins
    logo: str = ""
    spacing: Spacing = Spacing()
    page: Page = Page()
    manners: Manners = PLAIN
    word: Word = Word()

    def colour_of(self, key: str, place: int) -> str:
        """Return the colour of an area or, where the theme fixes none, that of a series' place (from 0)."""
        fixed = self.colours.areas.get(key)
        return fixed if fixed else self.colours.series[place % len(self.colours.series)]
