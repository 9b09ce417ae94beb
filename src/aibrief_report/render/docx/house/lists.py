"""The lists of a house template: its own where its styles are numbered, ours where they are not."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from lxml import etree
from msgspec import Struct

from aibrief_report.ooxml.markup import Xml, join
from aibrief_report.ooxml.names import DECLARED, Relation, clark
from aibrief_report.ooxml.paragraphs import numbering
from aibrief_report.ooxml.parsing import parse, serialise
from aibrief_report.ooxml.style_sheets import StyleSheet, id_of
from aibrief_report.ooxml.templates import WordTemplate
from aibrief_report.ooxml.units import whole
from aibrief_report.render.docx.assembly import BasePart
from aibrief_report.render.docx.house.styles import HouseStyles, paragraph_properties, rename
from aibrief_report.render.docx.numbering import (
    BULLETS,
    HEADINGS,
    NUMBERS,
    STYLED,
    UNCOUNTED,
    Counts,
    definitions,
    instance,
    list_style,
    text_indent,
    uncounted,
)
from aibrief_report.theme.tokens import Theme

_VAL, _PROPERTIES, _LEVEL = clark("w:val"), clark("w:pPr"), clark("w:ilvl")
_DEFINITION, _INSTANCE = clark("w:abstractNum"), clark("w:num")
_HEADINGS = ("Heading1", "Heading2", "Heading3")
_BEFORE_NUMBERING = tuple(
    clark(f"w:{name}")
    for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)


class _Level(Struct, frozen=True):
    """The definition behind a list style and the level in it, and how far items are set in, in points."""

    definition: int
    level: int
    indent: float


def house_lists(
    template: WordTemplate, styles: HouseStyles, theme: Theme, side: float, *, numbered: bool
) -> tuple[BasePart, Counts]:
    """Return the lists of a document in a template's styles, and how it counts.

    A list style to which no list of the template belongs gets ours, and so do the styles of headings where
    the document's are `numbered` and the template does not count them: the styles are changed to say so.
    """
    part = template.part(Relation.NUMBERING)
    root = template.xml(part) if part else parse(f"<w:numbering {DECLARED}/>".encode(), "numbering")
    rename(root, styles.ids)
    numbers = _Numbers(root, StyleSheet(styles.root))
    after, last = numbers.last(_DEFINITION, "w:abstractNumId"), numbers.last(_INSTANCE, "w:numId")
    bullets = [numbers.level(list_style(False, level), styles.lent) for level in range(STYLED)]
    ordered = [numbers.level(list_style(True, level), styles.lent) for level in range(STYLED)]
    ours, used = [], {HEADINGS, UNCOUNTED}
    for number, kind, levels in ((BULLETS, False, bullets), (NUMBERS, True, ordered)):
        for level in (place for place, found in enumerate(levels) if found is None):
            ours.append(list_style(kind, level))
            used.add(number)
            numbers.count(ours[-1], last + number, level)
            levels[level] = _Level(after + number, level, text_indent(level))
    counted = any(numbers.level(style) for style in _HEADINGS)
    if numbered and not counted:
        for style in numbers.based_on(_HEADINGS):
            numbers.count(style, 0, 0)  # such as that of the heading of the contents
        for level, style in enumerate(_HEADINGS):
            numbers.count(style, last + HEADINGS, level)
    kinds = (
        *definitions(theme, side, after, ours, numbered=numbered and not counted),
        uncounted(after + UNCOUNTED),
    )
    numbers.add(
        [kind for number, kind in enumerate(kinds, start=BULLETS) if number in used],
        [instance(last + number, after + number) for number in sorted(used)],
    )
    counts = Counts(
        headings=last + HEADINGS,
        numbered=tuple((one.definition, one.level) for one in ordered if one),
        next=last + UNCOUNTED + 1,
        bullet_indents=tuple(one.indent for one in bullets if one),
        number_indents=tuple(one.indent for one in ordered if one),
        uncounted=last + UNCOUNTED if counted or numbered else None,
    )
    return BasePart(Relation.NUMBERING, part or "word/numbering.xml", serialise(root)), counts


class _Numbers:
    """The root of a `numbering.xml`, and the styles that its lists belong to."""

    def __init__(self, root: etree._Element, sheet: StyleSheet) -> None:
        self._root, self._sheet = root, sheet
        self._definitions = {one.get(clark("w:abstractNumId"), ""): one for one in root.iter(_DEFINITION)}
        self._behind = {
            one.get(clark("w:numId"), ""): _value(one, "w:abstractNumId") for one in root.iter(_INSTANCE)
        }
        for one in root.findall(clark("w:numIdMacAtCleanup")):
            root.remove(one)  # it stands last, where our lists come

    def last(self, kind: str, attribute: str) -> int:
        """Return the highest number of a kind; 0 where there is none."""
        return max((whole(one.get(clark(attribute))) for one in self._root.iter(kind)), default=0)

    def level(self, style: str, lent: Iterable[str] = ()) -> _Level | None:
        """Return the definition and level that a style's paragraphs belong to; `None` for no list."""
        found = self._sheet.by_id(style)
        if found is None or style in lent:
            return None
        lineage = [one.find(_PROPERTIES) for one in self._sheet.lineage(found)]
        properties = [one for one in lineage if one is not None]
        listed = next((one for one in properties if _find(one, "w:numPr", "w:numId") is not None), None)
        if listed is None:
            return None
        numbers = _find(listed, "w:numPr")
        definition = self._definitions.get(self._behind.get(_value(numbers, "w:numId"), ""))
        if definition is None:
            return None
        level = self._level(definition, style, _value(numbers, "w:ilvl"))
        own = next((_indent(one) for one in properties if _indent(one) is not None), None)
        indent = own if own is not None else _indent(_find(level, "w:pPr"))
        place = 0 if level is None else whole(level.get(_LEVEL))
        return _Level(
            whole(definition.get(clark("w:abstractNumId"))),
            place,
            text_indent(place) if indent is None else indent,
        )

    def based_on(self, styles: Collection[str]) -> list[str]:
        """Return the ids of other styles that are based on some."""
        others = (one for one in self._sheet if id_of(one) not in styles)
        return [
            id_of(one) for one in others if {id_of(base) for base in self._sheet.lineage(one)} & {*styles}
        ]

    def count(self, style: str, number: int, level: int) -> None:
        """Let a style's paragraphs belong to a list, on a level from 0; the list 0 is none."""
        found = self._sheet.by_id(style)
        if found is None:
            return
        properties = paragraph_properties(found)
        for one in properties.findall(clark("w:numPr")):
            properties.remove(one)
        place = sum(1 for one in properties if one.tag in _BEFORE_NUMBERING)
        properties.insert(place, _element(numbering(number, level)))

    def add(self, more: Iterable[Xml], instances: Iterable[Xml]) -> None:
        """Add definitions after those that are there, and lists after all of them."""
        first = self._root.find(_INSTANCE)
        for one in _elements(more):
            self._root.append(one) if first is None else first.addprevious(one)
        self._root.extend(_elements(instances))

    @staticmethod
    def _level(definition: etree._Element, style: str, named: str) -> etree._Element | None:
        """Return the level that a style names or, where it names none, the one that names the style."""
        levels = definition.findall(clark("w:lvl"))
        if named:
            return next((one for one in levels if one.get(_LEVEL) == named), None)
        own = (one for one in levels if _value(one, "w:pStyle") == style)
        return next(own, levels[0] if levels else None)


def _find(element: etree._Element | None, *names: str) -> etree._Element | None:
    return None if element is None else element.find("/".join(clark(name) for name in names))


def _value(element: etree._Element | None, name: str) -> str:
    found = _find(element, name)
    return "" if found is None else found.get(_VAL, "")


def _indent(properties: etree._Element | None) -> float | None:
    """Return how far paragraphs are set in, in points; `None` where their properties do not say."""
    found = _find(properties, "w:ind")
    twentieths = None if found is None else found.get(clark("w:left")) or found.get(clark("w:start"))
    return None if twentieths is None else whole(twentieths) / 20


def _elements(parts: Iterable[Xml]) -> list[etree._Element]:
    return list(parse(f"<w:numbering {DECLARED}>{join(parts)}</w:numbering>".encode(), "numbering"))


def _element(xml: Xml) -> etree._Element:
    return _elements([xml])[0]
