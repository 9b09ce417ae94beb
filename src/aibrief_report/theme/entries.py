"""theme.yaml as it is written: its keys, their forms and the limits of their values.

What is not written has the value of the token's own default (`tokens`, `manners`).
"""

from __future__ import annotations

import re
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field

from aibrief_report.inputs.checked import Strict
from aibrief_report.theme.manners import (
    Boxes,
    Captions,
    Cover,
    Headings,
    KeyFigures,
    Running,
    Tables,
)
from aibrief_report.theme.tokens import Margins, Page, Sizes, Spacing

_SIZES, _MARGINS, _PAGE, _SPACING = Sizes(), Margins(), Page(), Spacing()
_COVER, _HEADINGS, _CAPTIONS, _TABLES = Cover(), Headings(), Captions(), Tables()
_BOXES, _KEY_FIGURES, _RUNNING = Boxes(), KeyFigures(), Running()


def _hex(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise ValueError("a colour is written #rrggbb")
    return value.lower()


def _package(value: str) -> str:
    # A dotted name would run the code of the package that it begins with, only by being looked up.
    if not re.fullmatch(r"[A-Za-z]\w*", value):
        raise ValueError("is no name of a package")
    return value


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


Hex: TypeAlias = Annotated[str, AfterValidator(_hex)]
Families: TypeAlias = Annotated[tuple[str, ...], BeforeValidator(_listed)]


class FaceEntry(Strict):
    """A font file: from an installed package, or (without `package`) from the theme's folder.

    `index` picks a font of a collection (.ttc), counted from 0.
    """

    family: str
    weight: int = Field(ge=100, le=900)
    italic: bool = False
    package: Annotated[str, AfterValidator(_package)] = ""
    file: str
    index: int = Field(0, ge=0, le=255)


class FallbackEntry(Strict):
    """The families, by role, for characters that a role's own family lacks."""

    text: Families = ()
    sans: Families = ()
    code: Families = ()


class FontsEntry(Strict):
    """The families and their files."""

    text: str
    sans: str
    code: str
    fallback: FallbackEntry = Field(default_factory=FallbackEntry)
    files: tuple[FaceEntry, ...]


class SizesEntry(Strict):
    """Type sizes in points."""

    body: float = Field(_SIZES.body, gt=5, lt=30)
    leading: float = Field(_SIZES.leading, gt=5, lt=40)
    small: float = Field(_SIZES.small, gt=5, lt=30)
    table: float = Field(_SIZES.table, gt=5, lt=30)
    caption: float = Field(_SIZES.caption, gt=5, lt=30)
    title: float = Field(_SIZES.title, gt=5, lt=80)
    subtitle: float = Field(_SIZES.subtitle, gt=5, lt=60)
    heading1: float = Field(_SIZES.heading1, gt=5, lt=60)
    heading2: float = Field(_SIZES.heading2, gt=5, lt=60)
    heading3: float = Field(_SIZES.heading3, gt=5, lt=60)
    key_figure: float = Field(_SIZES.key_figure, gt=5, lt=80)


class SpacingEntry(Strict):
    """Distances in points."""

    paragraph: float = Field(_SPACING.paragraph, ge=0, le=30)
    section: float = Field(_SPACING.section, ge=4, le=80)
    block: float = Field(_SPACING.block, ge=4, le=60)


class ColoursEntry(Strict):
    """The palette. Links have the accent's colour, and so has the band, unless they are given others."""

    ink: Hex
    muted: Hex
    rule: Hex
    paper: Hex
    tint: Hex
    accent: Hex
    contested: Hex
    link: Hex | None = None
    band: Hex | None = None
    band_ink: Hex | None = None
    areas: dict[str, Hex] = Field(default_factory=dict)
    series: tuple[Hex, ...] = Field(min_length=3)


class MarginsEntry(Strict):
    """Page margins in millimetres."""

    top: float = Field(_MARGINS.top, ge=10, le=80)
    right: float = Field(_MARGINS.right, ge=10, le=80)
    bottom: float = Field(_MARGINS.bottom, ge=10, le=80)
    left: float = Field(_MARGINS.left, ge=10, le=80)


class PageEntry(Strict):
    """The page within its margins."""

    measure: float = Field(_PAGE.measure, ge=20, le=60)
    reference_columns: int = Field(_PAGE.reference_columns, ge=1, le=3)


class CoverEntry(Strict):
    """The title block."""

    style: Literal["rule", "band", "plain"] = _COVER.style
    rule: float = Field(_COVER.rule, ge=0.25, le=12)
    logo: Literal["left", "right"] = _COVER.logo
    logo_height: float = Field(_COVER.logo_height, ge=6, le=120)


class HeadingsEntry(Strict):
    """Headings."""

    colour: Literal["ink", "accent"] = _HEADINGS.colour
    weight: Literal["400", "600", "700"] = "700"
    rule: Literal["none", "above", "beneath"] = _HEADINGS.rule
    place: Literal["text", "edge"] = _HEADINGS.place


class CaptionsEntry(Strict):
    """Captions of figures and tables."""

    place: Literal["above", "beneath"] = _CAPTIONS.place
    label: Literal["side", "line", "run-in"] = _CAPTIONS.label
    rule: bool = _CAPTIONS.rule


class TablesEntry(Strict):
    """Tables."""

    rules: Literal["hairlines", "book"] = _TABLES.rules
    head: Literal["plain", "tint", "band"] = _TABLES.head


class BoxesEntry(Strict):
    """Boxes."""

    style: Literal["tint", "bar", "frame"] = _BOXES.style
    title: Literal["side", "above"] = _BOXES.title


class KeyFiguresEntry(Strict):
    """The strip of key figures."""

    style: Literal["rules", "cards", "lines"] = _KEY_FIGURES.style


class RunningEntry(Strict):
    """Running head and foot."""

    title: Literal["foot", "head"] = _RUNNING.title
    rule: bool = _RUNNING.rule


class WordEntry(Strict):
    """What the DOCX alone has: fonts by name, and whether font files travel in it."""

    text: str = ""
    sans: str = ""
    embed_fonts: bool = True


class ThemeEntry(Strict):
    """A whole theme.yaml."""

    name: str
    fonts: FontsEntry
    sizes: SizesEntry = Field(default_factory=SizesEntry)
    spacing: SpacingEntry = Field(default_factory=SpacingEntry)
    colours: ColoursEntry
    margins: MarginsEntry = Field(default_factory=MarginsEntry)
    page: PageEntry = Field(default_factory=PageEntry)
    logo: str = ""
    cover: CoverEntry = Field(default_factory=CoverEntry)
    headings: HeadingsEntry = Field(default_factory=HeadingsEntry)
    captions: CaptionsEntry = Field(default_factory=CaptionsEntry)
    tables: TablesEntry = Field(default_factory=TablesEntry)
    boxes: BoxesEntry = Field(default_factory=BoxesEntry)
    key_figures: KeyFiguresEntry = Field(default_factory=KeyFiguresEntry)
    running: RunningEntry = Field(default_factory=RunningEntry)
    word: WordEntry = Field(default_factory=WordEntry)
    word_template: str = ""
