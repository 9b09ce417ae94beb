"""The sections of a house template's document: how their pages stand, and what is on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct

from aibrief_report.model.document import PageSize
from aibrief_report.ooxml.markup import NOTHING, Xml
from aibrief_report.ooxml.names import Relation, clark
from aibrief_report.ooxml.sections import FootKind, PageSetup
from aibrief_report.ooxml.templates import WordTemplate, copied
from aibrief_report.ooxml.units import whole
from aibrief_report.render.docx.page import SIZES

_INCH = 72.0
_KINDS: Mapping[str, FootKind] = {"default": "default", "first": "first", "even": "even"}
Shown = Mapping[FootKind, str]
"""Relationships to headers or footers, by the pages that they are on."""


class Section(Struct, frozen=True):
    """A section: its page, headers and footers, number of columns, and whether its first page differs."""

    page: PageSetup
    heads: Shown
    feet: Shown
    columns: int
    first_differs: bool


def sections_of(template: WordTemplate, size: PageSize) -> Iterator[Section]:
    """Yield the sections of a template; `size` is that of pages that name none.

    A section that names no header or footer goes on with those of the section before it.
    """
    known = {link.id: link.kind for link in template.furniture()}
    heads: dict[FootKind, str] = {}
    feet: dict[FootKind, str] = {}
    found = tuple(template.xml(template.main).iter(clark("w:sectPr")))
    for one in found or (etree.Element(clark("w:sectPr")),):
        heads |= _shown(one, "w:headerReference", known, Relation.HEADER)
        feet |= _shown(one, "w:footerReference", known, Relation.FOOTER)
        columns = whole(_values(one, "w:cols").get("num"), 1)
        differs = one.find(clark("w:titlePg")) is not None
        yield Section(_page(one, size), dict(heads), dict(feet), columns, differs)


def length(text: str | None, usual: float) -> float:
    """Return the twentieths of a point in a text as points; the usual length where it is no number."""
    return whole(text, round(usual * 20)) / 20


def _page(section: etree._Element, size: PageSize) -> PageSetup:
    width, height = SIZES[size]
    sheet, edges = _values(section, "w:pgSz"), _values(section, "w:pgMar")
    return PageSetup(
        length(sheet.get("w"), width),
        length(sheet.get("h"), height),
        length(edges.get("top"), _INCH),
        length(edges.get("right"), _INCH),
        length(edges.get("bottom"), _INCH),
        length(edges.get("left"), _INCH),
        foot_distance=length(edges.get("footer"), _INCH / 2),
        head_distance=length(edges.get("header"), _INCH / 2),
        gutter=length(edges.get("gutter"), 0),
        landscape=sheet.get("orient") == "landscape",
        borders=_copy(section, "w:pgBorders"),
        grid=_copy(section, "w:docGrid"),
    )


def _shown(section: etree._Element, name: str, known: Mapping[str, str], kind: str) -> dict[FootKind, str]:
    found = {one.get(clark("w:type"), ""): one.get(clark("r:id"), "") for one in section.iter(clark(name))}
    return {_KINDS[where]: key for where, key in found.items() if where in _KINDS and known.get(key) == kind}


def _values(section: etree._Element, name: str) -> Mapping[str, str]:
    """Return the attributes of a part of a section, their names without namespace."""
    found = section.find(clark(name))
    attributes = [] if found is None else found.items()
    return {etree.QName(str(key)).localname: str(value) for key, value in attributes}


def _copy(section: etree._Element, name: str) -> Xml:
    """Return a part of a section as it stands in the template."""
    found = section.find(clark(name))
    return NOTHING if found is None else copied(found)
