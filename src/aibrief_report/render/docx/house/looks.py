"""The theme as a house template has it: its font, colours and size of type in place of the theme's own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree
from msgspec.structs import replace

from aibrief_report.ooxml.names import Relation, clark
from aibrief_report.ooxml.style_sheets import StyleSheet
from aibrief_report.ooxml.templates import WordTemplate
from aibrief_report.ooxml.units import whole
from aibrief_report.theme.contrast import LEAST, contrast
from aibrief_report.theme.manners import PLAIN
from aibrief_report.theme.tokens import Colours, Fonts, Sizes, Theme

_SLOTS: Mapping[str, str] = {"ink": "dk1", "paper": "lt1", "muted": "dk2", "tint": "lt2", "accent": "accent1"}
"""Which colour of Word's theme stands for which of ours, as in the theme part that we write."""
_WORDS_OWN_SIZE = 10.0
"""Points: what Word sets where neither defaults nor style name a size (ECMA-376, 17.3.2.38)."""
_LEAST_SIZE = 5.0
_OURS = "Brief Label"
"""A style that only a template made from one of ours has."""


def house_theme(theme: Theme, template: WordTemplate) -> Theme:
    """Return a theme whose colours, text font and sizes are those of a template.

    Sizes keep their ratio to that of text. A colour in which text could not be read is not taken. The theme's
    manners are those of a template that was made from one of ours; another's titles would not be read on
    our band.
    """
    sheet = StyleSheet(template.xml(template.part(Relation.STYLES)))
    part = template.part(Relation.THEME)
    drawn = template.xml(part) if part else None
    family = _family(sheet, drawn) or theme.fonts.text
    return replace(
        theme,
        fonts=Fonts(family, family, theme.fonts.code, theme.fonts.faces),
        sizes=_scaled(theme.sizes, body_size(sheet) / theme.sizes.body),
        colours=theme.colours if drawn is None else _colours(theme.colours, drawn),
        manners=theme.manners if sheet.find(_OURS, "paragraph") is not None else PLAIN,
    )


def body_size(sheet: StyleSheet) -> float:
    """Return the size of running text in points."""
    found = _setting(sheet, "w:sz")
    halves = whole(None if found is None else found.get(clark("w:val")))
    return halves / 2 if halves >= _LEAST_SIZE * 2 else _WORDS_OWN_SIZE


def _setting(sheet: StyleSheet, name: str) -> etree._Element | None:
    """Return a property of the type of running text, from its style or from the defaults."""
    normal = sheet.find("Normal", "paragraph")
    own = [] if normal is None else [one.find(clark("w:rPr")) for one in sheet.lineage(normal)]
    defaults = sheet.root.find(f"{clark('w:docDefaults')}/{clark('w:rPrDefault')}/{clark('w:rPr')}")
    looks = [one for one in (*own, defaults) if one is not None]
    return next((found for one in looks if (found := one.find(clark(name))) is not None), None)


def _family(sheet: StyleSheet, drawn: etree._Element | None) -> str:
    """Return the font of running text; empty where the template names none."""
    fonts = _setting(sheet, "w:rFonts")
    if fonts is None:
        return ""
    slot = fonts.get(clark("w:asciiTheme"), "")
    if slot and drawn is not None:
        kind = "a:majorFont" if slot.startswith("major") else "a:minorFont"
        path = f".//{clark(kind)}/{clark('a:latin')}"
        found = drawn.find(path)
        if found is not None and found.get("typeface"):
            return str(found.get("typeface"))
    return fonts.get(clark("w:ascii"), "")


def _scaled(sizes: Sizes, ratio: float) -> Sizes:
    """Return sizes times a ratio, in half points, which is what Word knows."""
    return Sizes(**{name: round(getattr(sizes, name) * ratio * 2) / 2 for name in sizes.__struct_fields__})


def _colours(colours: Colours, drawn: etree._Element) -> Colours:
    """Return the theme's colours with those of the template, as far as text can be read in them."""
    found = {slot: _colour(drawn, name) for slot, name in _SLOTS.items()}
    ink, paper, tint = (found[slot] or getattr(colours, slot) for slot in ("ink", "paper", "tint"))

    def readable(colour: str) -> str:
        return colour if min(contrast(colour, ground) for ground in (paper, tint)) >= LEAST else ink

    return replace(
        colours,
        ink=ink,
        paper=paper,
        tint=tint,
        muted=readable(found["muted"] or colours.muted),
        accent=readable(found["accent"] or colours.accent),
        contested=readable(colours.contested),
    )


def _colour(drawn: etree._Element, name: str) -> str:
    """Return a colour of a DrawingML theme as #rrggbb; empty where it has none (ECMA-376, 20.1.6.2)."""
    slot = drawn.find(f".//{clark('a:clrScheme')}/{clark(f'a:{name}')}/*")
    value = "" if slot is None else slot.get("lastClr") or slot.get("val") or ""
    return f"#{value.lower()}" if re.fullmatch("[0-9A-Fa-f]{6}", value) else ""
