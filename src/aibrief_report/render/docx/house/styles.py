"""The styles of a house template, under the ids that a brief is written with, and what is lent to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.ooxml.language import RIGHT_TO_LEFT, primary
from aibrief_report.ooxml.markup import Xml
from aibrief_report.ooxml.names import DECLARED, Relation, clark
from aibrief_report.ooxml.parsing import parse
from aibrief_report.ooxml.style_sheets import Kind, StyleSheet, id_of, style_id
from aibrief_report.ooxml.templates import WordTemplate
from aibrief_report.render.docx.style_xml import Style, language_of
from aibrief_report.render.docx.styles import BASES, basis, style_sheet
from aibrief_report.render.docx.table_styles import normal_table, table_styles
from aibrief_report.theme.tokens import Theme

_REFERENCES = tuple(
    clark(f"w:{name}")
    for name in ("basedOn", "next", "link", "pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink")
)
_KEPT = ("Heading1", "Heading2", "Heading3", "Caption", "TOCHeading")
"""Styles that stay with what follows, also where a template forgot it."""
_ID, _VAL, _LANGUAGE = clark("w:styleId"), clark("w:val"), clark("w:lang")
_AFTER_PARAGRAPH = tuple(clark(f"w:{name}") for name in ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr"))
_AFTER_DIRECTION = tuple(
    clark(f"w:{name}")
    for name in (
        "adjustRightInd",
        "snapToGrid",
        "spacing",
        "ind",
        "contextualSpacing",
        "jc",
        "outlineLvl",
        "rPr",
    )
)
_AFTER_LANGUAGE = tuple(clark(f"w:{name}") for name in ("eastAsianLayout", "specVanish", "oMath"))


class HouseStyles(Struct, frozen=True):
    """A template's style sheet, changed.

    `ids` are the new ids of styles by their old ones, where they differ; `lent` are the ids of the styles
    that are not the template's own.
    """

    root: etree._Element
    ids: Mapping[str, str]
    lent: frozenset[str]


class _Wanted(Struct, frozen=True):
    """A style that a brief is written with: its name, kind and id, and how it looks where it is lent."""

    name: str
    kind: Kind
    id: str
    xml: Xml


def house_styles(
    template: WordTemplate, theme: Theme, language: str, width: float, side: float
) -> HouseStyles:
    """Return the styles of a template for a document in a language; `theme` is as the template has it.

    Passages of another language are marked where they stand, so no style keeps a language of its own.
    The widths of text and side column are in points.
    """
    root = template.xml(template.part(Relation.STYLES))
    sheet = StyleSheet(root)
    wanted = tuple(_wanted(theme, width, side))
    known = {one.id: sheet.find(one.name, one.kind) for one in wanted}
    ids = _renamed(sheet, known)
    rename(root, ids)
    for style in sheet:
        style.set(_ID, ids.get(id_of(style), id_of(style)))
    for name in _KEPT:
        _keep_with_next(sheet, known[name])
    lent = [one for one in wanted if known[one.id] is None]
    root.extend(parse(f"<w:lent {DECLARED}>{''.join(one.xml for one in lent)}</w:lent>".encode(), "styles"))
    _set_language(root, language)
    if primary(language) in RIGHT_TO_LEFT:
        _turn(sheet, known["Normal"])
    return HouseStyles(root, ids, frozenset(one.id for one in lent))


def rename(root: etree._Element, ids: Mapping[str, str]) -> None:
    """Let everything in a part that refers to a style by an old id refer to it by the new one."""
    for one in root.iter(*_REFERENCES):
        old = one.get(_VAL, "")
        one.set(_VAL, ids.get(old, old))


def _wanted(theme: Theme, width: float, side: float) -> Iterable[_Wanted]:
    for style in style_sheet(theme, width, side):
        kind: Kind = "character" if style.setting is None else "paragraph"
        yield _Wanted(style.name, kind, style.id, _as_lent(style).xml(theme))
    for base_kind, name in BASES:
        yield _Wanted(name, base_kind, style_id(name), basis(base_kind, name))
    yield _Wanted("Normal Table", "table", "TableNormal", normal_table())
    for table in table_styles(theme):
        yield _Wanted(table.name, "table", table.id, table.xml)


def _as_lent(style: Style) -> Style:
    """Return a style that inherits the template's font: ours would stand out from it."""
    return style if style.type.face == "code" else replace(style, type=replace(style.type, face=""))


def _renamed(sheet: StyleSheet, known: Mapping[str, etree._Element | None]) -> dict[str, str]:
    """Return the new ids by the old: a brief's own for the styles that it knows, free ones for the rest."""
    found = {id_of(style): key for key, style in known.items() if style is not None}
    taken = {id_of(one) for one in sheet} | set(known)
    for style in sheet:
        if id_of(style) in known and id_of(style) not in found:
            found[id_of(style)] = _free(id_of(style), taken)
    return {old: new for old, new in found.items() if old != new}


def _free(name: str, taken: set[str]) -> str:
    place = 2
    while f"{name}{place}" in taken:
        place += 1
    taken.add(f"{name}{place}")
    return f"{name}{place}"


def _keep_with_next(sheet: StyleSheet, style: etree._Element | None) -> None:
    path = f"{clark('w:pPr')}/{clark('w:keepNext')}"
    if style is None or any(one.find(path) is not None for one in sheet.lineage(style)):
        return
    paragraph_properties(style).insert(0, etree.Element(clark("w:keepNext")))


def paragraph_properties(style: etree._Element) -> etree._Element:
    """Return the paragraph properties of a style, put in where it has none."""
    found = style.find(clark("w:pPr"))
    if found is None:
        found = etree.Element(clark("w:pPr"))
        look = next((one for one in style if one.tag in _AFTER_PARAGRAPH), None)
        style.append(found) if look is None else look.addprevious(found)
    return found


def _turn(sheet: StyleSheet, normal: etree._Element | None) -> None:
    """Let running text, and what is based on it, be written from right to left."""
    if normal is None or normal.find(f"{clark('w:pPr')}/{clark('w:bidi')}") is not None:
        return
    properties = paragraph_properties(normal)
    later = next((one for one in properties if one.tag in _AFTER_DIRECTION), None)
    turned = etree.Element(clark("w:bidi"))
    properties.append(turned) if later is None else later.addprevious(turned)


def _set_language(root: etree._Element, language: str) -> None:
    for one in list(root.iter(_LANGUAGE)):
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)
    look = root
    for name in ("w:docDefaults", "w:rPrDefault", "w:rPr"):
        found = look.find(clark(name))
        if found is None:
            found = etree.Element(clark(name))
            look.insert(0, found)
        look = found
    later = [one for one in look if one.tag in _AFTER_LANGUAGE or not str(one.tag).startswith(clark("w:"))]
    place = look.index(later[0]) if later else len(look)
    look.insert(place, parse(f"<w:x {DECLARED}>{language_of(language)}</w:x>".encode(), "styles")[0])
