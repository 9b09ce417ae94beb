"""Styles as values: how one paragraph or character style looks, and its XML."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from aibrief_report.ooxml.borders import Side, line
from aibrief_report.ooxml.language import EAST_ASIAN, RIGHT_TO_LEFT, primary, word_language
from aibrief_report.ooxml.markup import NOTHING, Xml, flag, join, tag
from aibrief_report.ooxml.paragraphs import TabStop, numbering, tab_stops
from aibrief_report.ooxml.style_sheets import style_id
from aibrief_report.ooxml.tables import shading
from aibrief_report.ooxml.units import half_points, twips
from aibrief_report.theme.tokens import Theme

Ink = Literal["", "ink", "muted", "accent", "contested", "link", "rule", "paper", "band", "band_ink"]
Ground = Literal["rule", "tint", "band"]
Face = Literal["", "text", "sans", "code"]
_THEME_COLOURS = {
    "ink": "text1",
    "muted": "text2",
    "accent": "accent1",
    "tint": "background2",
    "link": "hyperlink",
}
_KERNED_FROM = 12
"""Letters are kerned from this size on, in half points; Word kerns none unless it is told."""


class Type(Struct, frozen=True):
    """The type of a style: face, size in points, colour as the theme names it. What is unset is inherited."""

    face: Face = ""
    size: float = 0.0
    ink: Ink = ""
    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    spacing: float = 0.0
    tabular: bool = False
    language: str = ""
    kerned: bool = False
    raised: bool = False


class Setting(Struct, frozen=True):
    """How a style's paragraphs stand, in points. What is `None` is inherited."""

    before: float | None = None
    after: float | None = None
    leading: float | None = None
    left: float = 0.0
    right: float = 0.0
    hanging: float = 0.0
    align: Literal["", "left", "center", "right"] = ""
    keep_next: bool = False
    keep_lines: bool = False
    hyphens: bool = True
    level: int | None = None
    list: tuple[int, int] | None = None
    borders: Xml = NOTHING
    fill: Xml = NOTHING
    tabs: tuple[TabStop, ...] = ()
    close: bool = False
    right_to_left: bool = False


class Style(Struct, frozen=True):
    """A style by Word's name for it. Built-in names are Word's own, so that the ribbon knows them."""

    name: str
    type: Type = Type()
    setting: Setting | None = Setting()
    based_on: str = "Normal"
    next: str = ""
    priority: int = 99
    shown: bool = True

    @property
    def id(self) -> str:
        """The id by which paragraphs and runs refer to it."""
        return style_id(self.name)

    def xml(self, theme: Theme) -> Xml:
        """Return the style as `w:style`: of characters where it has no setting, else of paragraphs."""
        character = self.setting is None
        return tag(
            "w:style",
            tag("w:name", w_val=self.name),
            tag("w:basedOn", w_val=style_id(self.based_on)) if self.based_on else NOTHING,
            tag("w:next", w_val=style_id(self.next)) if self.next else NOTHING,
            tag("w:uiPriority", w_val=self.priority),
            flag("w:qFormat", self.shown),
            paragraph_properties(self.setting) if self.setting else NOTHING,
            type_properties(self.type, theme),
            w_type="character" if character else "paragraph",
            w_styleId=self.id,
            w_default=1 if self.name == "Normal" else None,
            w_customStyle=None if self.built_in else 1,
        )

    @property
    def built_in(self) -> bool:
        """Whether Word knows the style by this name; our own names start with "Brief"."""
        return not self.name.startswith("Brief")


def type_properties(look: Type, theme: Theme) -> Xml:
    """Return `w:rPr` for a style, its children in the schema's order; nothing for an unset type."""
    sizes = join(tag(name, w_val=half_points(look.size)) for name in ("w:sz", "w:szCs"))
    properties = (
        _fonts(look.face, theme.fonts.code, look.language),
        *(_switch(name, look.bold) for name in ("w:b", "w:bCs")),
        *(_switch(name, look.italic) for name in ("w:i", "w:iCs")),
        _switch("w:caps", look.capitals),
        colour(theme, look.ink),
        tag("w:spacing", w_val=twips(look.spacing)) if look.spacing else NOTHING,
        tag("w:kern", w_val=_KERNED_FROM) if look.kerned else NOTHING,
        sizes if look.size else NOTHING,
        tag("w:vertAlign", w_val="superscript") if look.raised else NOTHING,
        language_of(look.language),
        tag("w14:ligatures", w14_val="standardContextual") if look.kerned else NOTHING,
        tag("w14:numSpacing", w14_val="tabular") if look.tabular else NOTHING,
    )
    content = join(properties)
    return tag("w:rPr", content) if content else NOTHING


def colour(theme: Theme, ink: Ink) -> Xml:
    """Return a colour by its place in the theme, with its value for readers that know no themes."""
    if not ink:
        return NOTHING
    value = getattr(theme.colours, ink).lstrip("#")
    return tag("w:color", w_val=value, w_themeColor=_THEME_COLOURS.get(ink))


def rule(theme: Theme, side: Side, points: float, ink: Ink | Ground, space: int | None = None) -> Xml:
    """Return a line in a colour of the theme."""
    return line(side, points, getattr(theme.colours, ink), space, _THEME_COLOURS.get(ink))


def ground(theme: Theme, name: Ground) -> Xml:
    """Return a background in a colour of the theme."""
    return shading(getattr(theme.colours, name), _THEME_COLOURS.get(name))


def paragraph_properties(setting: Setting) -> Xml:
    """Return `w:pPr` for a style, its children in the schema's order; nothing for an unset setting."""
    properties = (
        flag("w:keepNext", setting.keep_next),
        flag("w:keepLines", setting.keep_lines),
        numbering(*setting.list) if setting.list else NOTHING,
        tag("w:pBdr", setting.borders) if setting.borders else NOTHING,
        setting.fill,
        tab_stops(setting.tabs),
        flag("w:suppressAutoHyphens", not setting.hyphens),
        flag("w:bidi", setting.right_to_left),
        _spacing(setting),
        _indent(setting),
        flag("w:contextualSpacing", setting.close),
        tag("w:jc", w_val=setting.align) if setting.align else NOTHING,
        NOTHING if setting.level is None else tag("w:outlineLvl", w_val=setting.level),
    )
    content = join(properties)
    return tag("w:pPr", content) if content else NOTHING


def _spacing(setting: Setting) -> Xml:
    before, after, line = (
        None if one is None else twips(one) for one in (setting.before, setting.after, setting.leading)
    )
    if before is None and after is None and line is None:
        return NOTHING
    rule = None if line is None else "atLeast"
    return tag("w:spacing", w_before=before, w_after=after, w_line=line, w_lineRule=rule)


def _indent(setting: Setting) -> Xml:
    if not (setting.left or setting.right or setting.hanging):
        return NOTHING
    hanging = twips(setting.hanging) or None
    return tag("w:ind", w_left=twips(setting.left), w_right=twips(setting.right) or None, w_hanging=hanging)


def language_of(language: str) -> Xml:
    """Return the language that a document is written in, and those for the scripts that it is not."""
    if not language:
        return NOTHING
    name = word_language(language)
    east, right_to_left = primary(language) in EAST_ASIAN, primary(language) in RIGHT_TO_LEFT
    return tag(
        "w:lang",
        w_val="en-US" if east or right_to_left else name,
        w_eastAsia=name if east else "en-US",
        w_bidi=name if right_to_left else "ar-SA",
    )


def _switch(name: str, on: bool | None) -> Xml:
    return NOTHING if on is None else tag(name, w_val=None if on else 0)


def _fonts(face: Face, code: str, language: str) -> Xml:
    if not face:
        return NOTHING
    if face == "code":
        return tag("w:rFonts", w_ascii=code, w_hAnsi=code, w_cs=code)
    kind = "major" if face == "sans" else "minor"
    return tag(
        "w:rFonts",
        # In Chinese, quotation marks and dashes are those of the Chinese face: Latin ones are too narrow.
        w_hint="eastAsia" if primary(language) in EAST_ASIAN else None,
        w_asciiTheme=f"{kind}HAnsi",
        w_eastAsiaTheme=f"{kind}EastAsia",
        w_hAnsiTheme=f"{kind}HAnsi",
        w_cstheme=f"{kind}Bidi",
    )
