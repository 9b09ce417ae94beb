"""Lists as Word counts them: bullets, numbers and numbered headings, each on several levels."""

from __future__ import annotations

from collections.abc import Collection, Sequence
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


@dataclass(frozen=True, slots=True)
class Counts:
    """How a base document counts: the list of headings, what numbered lists are made from, the next number.

    `numbered` has, for each level of a numbered list that has a style, the definition behind that style and
    the level in it; `indents` are how far the items of both kinds are set in there, in points.
    """

    headings: int
    numbered: tuple[tuple[int, int], ...]
    next: int
    bullet_indents: tuple[float, ...]
    number_indents: tuple[float, ...]

    def indent(self, ordered: bool, level: int) -> float:
        """Return how far the text of an item on a level from 0 is set in, in points."""
        indents = self.number_indents if ordered else self.bullet_indents
        return indents[min(level, len(indents) - 1)]


@dataclass(slots=True)
class Lists:
    """Hands out the numbers of lists, and remembers the numbered ones that start anew."""

    counts: Counts
    _started: list[Xml] = field(default_factory=list)

    def start(self, level: int, first: int) -> tuple[int, int]:
        """Return number and level of a new numbered list whose items stand on a level from 0."""
        number = self.counts.next + len(self._started)
        definition, inner = self.counts.numbered[min(level, len(self.counts.numbered) - 1)]
        override = tag("w:lvlOverride", tag("w:startOverride", w_val=first), w_ilvl=inner)
        self._started.append(instance(number, definition, override))
        return number, inner

    @property
    def xml(self) -> Xml:
        """The numbered lists that start anew, for the end of the numbering part."""
        return join(self._started)


def own_counts() -> Counts:
    """Return how our own base document counts."""
    indents = tuple(text_indent(level) for level in range(LEVELS))
    numbered = tuple((NUMBERS, level) for level in range(LEVELS))
    return Counts(HEADINGS, numbered, HEADINGS + 1, indents, indents)


def numbering_part(theme: Theme, side: float) -> bytes:
    """Return `numbering.xml` with the definitions of the three kinds of list."""
    kinds = definitions(theme, side)
    instances = (instance(number, number) for number in (BULLETS, NUMBERS, HEADINGS))
    return part("w:numbering", DECLARED, *kinds, *instances)


def definitions(
    theme: Theme, side: float, after: int = 0, linked: Collection[str] | None = None
) -> list[Xml]:
    """Return the definitions of the three kinds of list; their numbers come `after` another.

    Numbered lists count in digits on every level, as they do on the page and in the PDF. Numbers of
    headings hang in the side column, which is `side` points wide. Levels belong to the styles of lists,
    only to those in `linked` where that is given.
    """
    accent = tag("w:rPr", colour(theme, "accent"))
    levels = range(LEVELS)

    def style(name: str, level: int) -> Xml:
        known = level < STYLED and (linked is None or _level_style(name, level) in linked)
        return tag("w:pStyle", w_val=_level_style(name, level)) if known else NOTHING

    return [
        _definition(
            after + BULLETS, [_bullet(level, style("ListBullet", level), accent) for level in levels]
        ),
        _definition(
            after + NUMBERS, [_number(level, style("ListNumber", level), accent) for level in levels]
        ),
        _definition(after + HEADINGS, [_heading(level, theme, side) for level in levels]),
    ]


def list_style(ordered: bool, level: int) -> str:
    """Return the style's id for the items of a list on a level from 0."""
    return _level_style("ListNumber" if ordered else "ListBullet", min(level, STYLED - 1))


def text_indent(level: int) -> float:
    """Return how far the text of an item on a level from 0 is set in, in points."""
    return STEP * (level + 1)


def _definition(number: int, levels: Sequence[Xml]) -> Xml:
    kind = tag("w:multiLevelType", w_val="multilevel")
    return tag("w:abstractNum", kind, *levels, w_abstractNumId=number)


def instance(number: int, definition: int, override: Xml = NOTHING) -> Xml:
    """Return a list: an instance of a definition, under a number of its own."""
    return tag("w:num", tag("w:abstractNumId", w_val=definition), override, w_numId=number)


def _bullet(level: int, style: Xml, look: Xml) -> Xml:
    return _level(level, "bullet", _MARKS[level % len(_MARKS)], style, look)


def _number(level: int, style: Xml, look: Xml) -> Xml:
    return _level(level, "decimal", f"%{level + 1}.", style, look)


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


def _level_style(name: str, level: int) -> str:
    return name + (str(level + 1) if level else "")


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
