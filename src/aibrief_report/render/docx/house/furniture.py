"""The headers and footers of a house template, with the pictures in them, telling of this document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from aibrief_report.model.document import Document
from aibrief_report.ooxml.names import clark
from aibrief_report.ooxml.parsing import serialise
from aibrief_report.ooxml.parts import relationships_name
from aibrief_report.ooxml.templates import WordTemplate
from aibrief_report.render.docx.assembly import BasePart, Held
from aibrief_report.render.docx.house.styles import rename
from aibrief_report.render.docx.named import core_properties, own_properties

_SIMPLE, _CHAR, _ASKED, _TEXT = (clark(f"w:{name}") for name in ("fldSimple", "fldChar", "instrText", "t"))
_PARAGRAPH, _KIND = clark("w:p"), clark("w:fldCharType")
_INSTRUCTION = re.compile(r'\s*(?P<kind>[A-Za-z]+)\s*(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s\\]+))?')
_BOUND = re.compile(r"[:/](?P<name>title|subject|creator|keywords|description|category|Company)\[1\]$")
_SPELLED = {"author": "creator", "comments": "description"}


def house_furniture(
    template: WordTemplate, document: Document, ids: Mapping[str, str]
) -> tuple[BasePart, ...]:
    """Return headers and footers whose fields print this document's title, version and such.

    `ids` are the new ids of the template's styles.
    """
    own = own_properties(document) | core_properties(document) | {"company": document.meta.publisher}
    values = {name.casefold(): value for name, value in own.items()}
    links = template.furniture()
    roots = {link.target: template.xml(link.target) for link in links}
    for root in roots.values():
        rename(root, ids)
        _fill_fields(root, values)
        _fill_controls(root, values)
    return tuple(BasePart(link.kind, link.target, serialise(roots[link.target]), link.id) for link in links)


def pictures(template: WordTemplate, names: Iterable[str]) -> Held:
    """Return the relationships of parts, and the pictures that they lead to, as they are."""
    members: dict[str, bytes] = {}
    types: dict[str, str] = {}
    for name in names:
        relations = relationships_name(name)
        if relations not in template.members:
            continue
        members[relations] = template.members[relations]
        for link in template.links(name):
            if not link.outside:
                members[link.target] = template.members[link.target]
                types[link.target] = template.content_type(link.target)
    return Held(members, types)


def _fill_fields(root: etree._Element, values: Mapping[str, str]) -> None:
    for field in root.iter(_SIMPLE):
        value = _value(field.get(clark("w:instr"), ""), values)
        if value is not None:
            _print(list(field.iter(_TEXT)), value)
    for paragraph in root.iter(_PARAGRAPH):
        for instruction, texts in _long_fields(paragraph):
            value = _value(instruction, values)
            if value is not None:
                _print(texts, value)


def _long_fields(paragraph: etree._Element) -> Iterator[tuple[str, list[etree._Element]]]:
    """Yield the fields of a paragraph in their long form: the instruction, and the texts of the result."""
    open_fields: list[tuple[list[str], list[etree._Element], list[str]]] = []
    for one in paragraph.iter(_CHAR, _ASKED, _TEXT):
        kind = one.get(_KIND)
        if kind == "begin":
            open_fields.append(([], [], []))
        elif open_fields and kind == "separate":
            open_fields[-1][2].append(kind)
        elif open_fields and kind == "end":
            asked, texts, _ = open_fields.pop()
            yield "".join(asked), texts
        elif open_fields and one.tag == _ASKED:
            open_fields[-1][0].append(one.text or "")
        elif open_fields and open_fields[-1][2]:
            open_fields[-1][1].append(one)


def _value(instruction: str, values: Mapping[str, str]) -> str | None:
    """Return what a field prints of this document; `None` for one that the layout fills in."""
    found = _INSTRUCTION.match(instruction)
    if not found:
        return None
    kind, name = found["kind"].upper(), (found["quoted"] or found["bare"] or "").casefold()
    if kind == "DOCPROPERTY":
        return values.get(_SPELLED.get(name, name), "")
    if kind == "STYLEREF":
        return values["title"]
    spelled = kind.casefold()
    return values.get(_SPELLED.get(spelled, spelled))


def _fill_controls(root: etree._Element, values: Mapping[str, str]) -> None:
    """Fill controls that are bound to properties of the document, as Word's built-in footers have them."""
    for binding in root.iter(clark("w:dataBinding")):
        found = _BOUND.search(binding.get(clark("w:xpath"), ""))
        control = next(binding.iterancestors(clark("w:sdt")))
        if found:
            _print(list(control.iter(_TEXT)), values.get(found["name"].casefold(), ""))


def _print(texts: list[etree._Element], value: str) -> None:
    for place, one in enumerate(texts):
        one.text = "" if place else value
