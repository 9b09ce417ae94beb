"""A theme's choices in Word's terms: what headings, captions, boxes and tables get from its manners."""

from __future__ import annotations

from msgspec.structs import replace

from aibrief_report.ooxml.markup import NOTHING, Xml, join, tag
from aibrief_report.render.docx.style_xml import Ink, Setting, Type, colour, ground, rule
from aibrief_report.theme.tokens import Theme

MID, THICK = 0.75, 2.5
"""Widths of lines in points, as in the PDF."""
_LIGHTEST_BOLD = 600


def on_band(theme: Theme, otherwise: Ink) -> Ink:
    """Return the colour of what stands in the title block: its own, or the one that a band needs."""
    return "band_ink" if theme.manners.cover.style == "band" else otherwise


def cover_rule(theme: Theme) -> Xml:
    """Return the rule above the title block; nothing where there is a band, or nothing at all."""
    cover = theme.manners.cover
    return rule(theme, "top", cover.rule, "accent", 7) if cover.style == "rule" else NOTHING


def heading(theme: Theme, size: float, setting: Setting, side: float) -> tuple[Type, Setting]:
    """Return type and setting of a heading. A rule stands at the first level only; Word knows one bold."""
    chosen = theme.manners.headings
    look = Type("sans", size, chosen.colour, bold=chosen.weight >= _LIGHTEST_BOLD)
    lines = {"none": NOTHING, "above": rule(theme, "top", MID, "accent", 6)}
    lines["beneath"] = rule(theme, "bottom", MID, "accent", 3)
    borders = lines[chosen.rule] if setting.level == 0 else NOTHING
    return look, replace(setting, left=-side if chosen.place == "edge" else 0.0, borders=borders)


def labels_hang(theme: Theme, side: float) -> bool:
    """Tell whether a caption's label hangs in the side column."""
    return bool(side) and theme.manners.captions.label == "side"


def caption(theme: Theme, setting: Setting, side: float) -> Setting:
    """Return the setting of a caption: its label in the side column, or all of it out to the edge."""
    hangs = labels_hang(theme, side)
    borders = rule(theme, "top", MID, "accent", 5) if theme.manners.captions.rule else NOTHING
    place = {"hanging": side} if hangs else {"left": -side}
    return replace(setting, borders=borders, **place)


def table_rules(theme: Theme) -> Xml:
    """Return the rules of a table's body."""
    foot = rule(theme, "bottom", MID, "ink")
    if theme.manners.tables.rules == "book":
        return join((rule(theme, "top", MID, "ink"), foot))
    return join((foot, rule(theme, "insideH", 0.375, "rule")))


def table_head(theme: Theme) -> tuple[Xml, Xml]:
    """Return the properties of a head's cells, and of its runs."""
    kind = theme.manners.tables.head
    borders = tag("w:tcBorders", rule(theme, "bottom", MID, "band" if kind == "band" else "ink"))
    fills = {"plain": NOTHING, "tint": ground(theme, "tint"), "band": ground(theme, "band")}
    return join((borders, fills[kind])), colour(theme, "band_ink") if kind == "band" else NOTHING


def box_edges(theme: Theme, *, findings: bool = False) -> tuple[Xml, Xml]:
    """Return the lines around a box, and its ground."""
    match theme.manners.boxes.style:
        case "bar":
            return rule(theme, "left", THICK, "accent"), ground(theme, "tint") if findings else NOTHING
        case "frame":
            ink: Ink = "accent" if findings else "rule"
            return join(rule(theme, side, MID, ink) for side in ("top", "left", "bottom", "right")), NOTHING
        case _:
            return rule(theme, "top", MID, "accent"), NOTHING if findings else ground(theme, "tint")


def figure_edges(theme: Theme) -> tuple[Xml, Xml]:
    """Return the lines of the strip of key figures, and its ground."""
    match theme.manners.key_figures.style:
        case "cards":
            gaps = rule(theme, "insideV", 6, "paper")
            return join((rule(theme, "bottom", THICK, "accent"), gaps)), ground(theme, "tint")
        case "lines":
            return rule(theme, "insideV", 0.5, "rule"), NOTHING
        case _:
            return rule(theme, "top", MID, "accent"), NOTHING


def running_rules(theme: Theme) -> tuple[Xml, Xml]:
    """Return the rule beneath the running head, and that above the foot."""
    running = theme.manners.running
    if not running.rule:
        return NOTHING, NOTHING
    if running.title == "head":
        return rule(theme, "bottom", 0.5, "rule", 4), NOTHING
    return NOTHING, rule(theme, "top", 0.5, "rule", 4)
