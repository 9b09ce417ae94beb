"""Lists as Word counts them: bullets, numbers and numbered headings, each on several levels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from aibrief_report.ooxml.markup import NOTHING, Xml, join, part, tag
from aibrief_report.ooxml.names import DECLARED
from aibrief_report.ooxml.units import twips
from aibrief_report.render.docx.style_xml import colour
from aibrief_report.theme.tokens import Theme

BULLETS, NUMBERS, HEADINGS = 1, 2, 3
"""The lists that every document has; numbered lists that start anew come after them."""
LEVELS = 9
STYLED = 3
"""So many levels have a style of their own ("List Bullet 3"); deeper ones use the last."""
STEP = 13.0
"""How far a level is set in, in points."""
_MARKS = ("•", "–", "·")


@dataclass(slots=True)
class Lists:
    """Hands out the numbers of lists, and remembers the numbered ones that start anew."""

    _started: list[Xml] = field(default_factory=list)

    def start(self, level: int, first: int) -> int:
        """Return the number of a new numbered list whose items stand on a level from 0."""
        number = HEADINGS + 1 + len(self._started)
        override = tag("w:lvlOverride", tag("w:startOverride", w_val=first), w_ilvl=level)
        self._started.append(_instance(number, NUMBERS, override))
        return number

    @property
    def xml(self) -> Xml:
        """The numbered lists that start anew, for the end of the numbering part."""
        return join(self._started)


def numbering_part(theme: Theme, side: float) -> bytes:
    """Return `numbering.xml` with the definitions of the three kinds of list.

    Numbered lists count in digits on every level, as they do on the page and in the PDF. Numbers of
    headings hang in the side column, which is `side` points wide.
    """
    accent = tag("w:rPr", colour(theme, "accent"))
    levels = range(LEVELS)
    kinds = (
        _definition(BULLETS, [_bullet(level, accent) for level in levels]),
        _definition(NUMBERS, [_number(level, accent) for level in levels]),
        _definition(HEADINGS, [_heading(level, theme, side) for level in levels]),
    )
    instances = (_instance(number, number) for number in (BULLETS, NUMBERS, HEADINGS))
    return part("w:numbering", DECLARED, *kinds, *instances)


def list_style(ordered: bool, level: int) -> str:
    """Return the style's id for the items of a list on a level from 0."""
    place = min(level + 1, STYLED)
    return ("ListNumber" if ordered else "ListBullet") + (str(place) if place > 1 else "")


def text_indent(level: int) -> float:
    """Return how far the text of an item on a level from 0 is set in, in points."""
    return STEP * (level + 1)


def _definition(number: int, levels: Sequence[Xml]) -> Xml:
    kind = tag("w:multiLevelType", w_val="multilevel")
    return tag("w:abstractNum", kind, *levels, w_abstractNumId=number)


def _instance(number: int, definition: int, override: Xml = NOTHING) -> Xml:
    return tag("w:num", tag("w:abstractNumId", w_val=definition), override, w_numId=number)


def _bullet(level: int, look: Xml) -> Xml:
    return _level(level, "bullet", _MARKS[level % len(_MARKS)], _style_link("ListBullet", level), look)


def _number(level: int, look: Xml) -> Xml:
    return _level(level, "decimal", f"%{level + 1}.", _style_link("ListNumber", level), look)


def _heading(level: int, theme: Theme, side: float) -> Xml:
    pattern = ".".join(f"%{place}" for place in range(1, level + 2))
    return tag(
        "w:lvl",
        tag("w:start", w_val=1),
        tag("w:numFmt", w_val="decimal"),
        tag("w:suff", w_val="tab" if side else "space"),
        tag("w:lvlText", w_val=pattern),
        tag("w:lvlJc", w_val="left"),
        tag("w:pPr", tag("w:ind", w_left=0, w_hanging=twips(side))),
        tag("w:rPr", tag("w:b", w_val=0), colour(theme, "muted")),
        w_ilvl=level,
    )


def _style_link(name: str, level: int) -> Xml:
    if level >= STYLED:
        return NOTHING
    return tag("w:pStyle", w_val=name + (str(level + 1) if level else ""))


def _level(level: int, kind: str, pattern: str, style: Xml, look: Xml) -> Xml:
    indent = tag("w:ind", w_left=twips(text_indent(level)), w_hanging=twips(STEP))
    return tag(
        "w:lvl",
        tag("w:start", w_val=1),
        tag("w:numFmt", w_val=kind),
        style,
        tag("w:lvlText", w_val=pattern),
        tag("w:lvlJc", w_val="left"),
        tag("w:pPr", indent),
        look,
        w_ilvl=level,
    )
