"""Lists as Word counts them: bullets, numbers and numbered headings, each on several levels."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct, field

from aibrief_report.digest import sha256
from aibrief_report.ooxml.markup import NOTHING, Xml, join, part, tag
from aibrief_report.ooxml.names import DECLARED
from aibrief_report.ooxml.runs import run, tab
from aibrief_report.ooxml.units import twips
from aibrief_report.render.docx.style_xml import colour
from aibrief_report.theme.tokens import Theme

BULLETS, NUMBERS, HEADINGS, UNCOUNTED = 1, 2, 3, 4
"""The lists that a document has; numbered lists that start anew come after them.

In the last, which prints no numbers, stand headings without a number where the styles of headings count.
"""
LEVELS = 9
STYLED = 5
"""So many levels have a style of their own ("List Bullet 5"), as Word has them; deeper ones use the last."""
HEADED = 3
"""So many levels of headings there are."""
STEP = 13.0
"""How far a level is set in, in points."""
_MARKS = ("•", "–", "·")


class Counts(Struct, frozen=True):
    """How a base document counts: the list of headings, what numbered lists are made from, the next number.

    `numbered` has, for each level of a numbered list that has a style, the definition behind that style and
    the level in it; `indents` are how far the items of both kinds are set in there, in points. `bullets` is
    the list for bullets that are deeper than styles go. `uncounted` is the list of headings without a number,
    `None` where the styles of headings do not count.
    """

    headings: int
    numbered: tuple[tuple[int, int], ...]
    next: int
    bullet_indents: tuple[float, ...]
    number_indents: tuple[float, ...]
    bullets: int | None = None
    uncounted: int | None = None

    def indent(self, ordered: bool, level: int) -> float:
        """Return how far the text of an item on a level from 0 is set in, in points."""
        indents = self.number_indents if ordered else self.bullet_indents
        return indents[min(level, len(indents) - 1)]

    def deep(self, level: int) -> tuple[int, int] | None:
        """Return list and level of a bullet whose style is that of a lesser depth; `None` for others."""
        return None if self.bullets is None or level < STYLED else (self.bullets, level)


class Lists(Struct):
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


def own_counts(*, numbered: bool) -> Counts:
    """Return how our own base document counts; `numbered` says that the styles of headings do."""
    indents = tuple(text_indent(level) for level in range(LEVELS))
    levels = tuple((NUMBERS, level) for level in range(LEVELS))
    uncounted = UNCOUNTED if numbered else None
    return Counts(HEADINGS, levels, UNCOUNTED + 1, indents, indents, BULLETS, uncounted)


def numbering_part(theme: Theme, side: float, *, numbered: bool) -> bytes:
    """Return `numbering.xml` with the definitions of the kinds of list.

    `numbered` binds the numbers of headings to their styles: one that an editor adds is counted too.
    """
    kinds = definitions(theme, side, numbered=numbered)
    unnumbered = uncounted(UNCOUNTED)
    instances = (instance(number, number) for number in (BULLETS, NUMBERS, HEADINGS, UNCOUNTED))
    return part("w:numbering", DECLARED, *kinds, unnumbered, *instances)


def definitions(
    theme: Theme,
    side: float,
    after: int = 0,
    linked: Collection[str] | None = None,
    *,
    numbered: bool = False,
) -> list[Xml]:
    """Return the definitions of the three kinds of list; their numbers come `after` another.

    Numbered lists count in digits on every level, as they do on the page and in the PDF. Numbers of
    headings hang in the side column, which is `side` points wide. Levels belong to the styles of lists,
    only to those in `linked` where that is given, and to those of headings where they are `numbered`.
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
        _definition(after + HEADINGS, [_heading(level, theme, side, numbered) for level in levels]),
    ]


def uncounted(number: int) -> Xml:
    """Return the definition of the list that prints no numbers."""
    return _definition(number, [_uncounted(level) for level in range(LEVELS)])


def list_style(ordered: bool, level: int) -> str:
    """Return the style's id for the items of a list on a level from 0."""
    return _level_style("ListNumber" if ordered else "ListBullet", min(level, STYLED - 1))


def text_indent(level: int) -> float:
    """Return how far the text of an item on a level from 0 is set in, in points."""
    return STEP * (level + 1)


def number_apart(counted: bool, side: float) -> Xml:
    """Return what parts the number of a heading from its words, where Word counts it and where it is text."""
    if side:
        return tab()
    return run(" " if counted else "\u2002")


def _definition(number: int, levels: Sequence[Xml]) -> Xml:
    # By this id Word knows a list again when text is pasted from one document into another.
    identity = tag("w:nsid", w_val=sha256(f"list {number}".encode())[:8].upper())
    kind = tag("w:multiLevelType", w_val="multilevel")
    return tag("w:abstractNum", identity, kind, *levels, w_abstractNumId=number)


def instance(number: int, definition: int, override: Xml = NOTHING) -> Xml:
    """Return a list: an instance of a definition, under a number of its own."""
    return tag("w:num", tag("w:abstractNumId", w_val=definition), override, w_numId=number)


def _bullet(level: int, style: Xml, look: Xml) -> Xml:
    return _level(level, "bullet", _MARKS[level % len(_MARKS)], style, look)


def _number(level: int, style: Xml, look: Xml) -> Xml:
    return _level(level, "decimal", f"%{level + 1}.", style, look)


def _heading(level: int, theme: Theme, side: float, numbered: bool) -> Xml:
    pattern = ".".join(f"%{place}" for place in range(1, level + 2))
    return tag(
        "w:lvl",
        tag("w:start", w_val=1),
        tag("w:numFmt", w_val="decimal"),
        tag("w:pStyle", w_val=f"Heading{level + 1}") if numbered and level < HEADED else NOTHING,
        tag("w:suff", w_val="tab" if side else "space"),
        tag("w:lvlText", w_val=pattern),
        tag("w:lvlJc", w_val="left"),
        tag("w:pPr", tag("w:ind", w_left=0, w_hanging=twips(side))),
        tag("w:rPr", tag("w:b", w_val=0), colour(theme, "muted")),
        w_ilvl=level,
    )


def _uncounted(level: int) -> Xml:
    return tag(
        "w:lvl",
        tag("w:start", w_val=1),
        tag("w:numFmt", w_val="none"),
        tag("w:suff", w_val="nothing"),
        tag("w:lvlText", w_val=""),
        tag("w:lvlJc", w_val="left"),
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
