"""A DOCX that comes back: what it says now of every passage and number, beside what it said when it was made.

Nothing is needed but the file: it carries what it was made from (see `render.docx.provenance`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

from lxml import etree
from msgspec import Struct

from aibrief_report.errors import Fault, InputError, Place
from aibrief_report.model.numbers import Span
from aibrief_report.ooxml.parsing import parse
from aibrief_report.ooxml.readback import Marked, bookmarked, controlled
from aibrief_report.ooxml.reading import read_package
from aibrief_report.ooxml.units import whole as whole_number
from aibrief_report.render.docx.provenance import INPUTS, PROVENANCE

Kind: TypeAlias = Literal["passage", "number"]

_TEXTS = ("word/document.xml", "word/footnotes.xml")
_CARRIED = "customXml/item"


class Returned(Struct, frozen=True):
    """One passage or one printed number of a file.

    `name` is the passage's anchor or the number's id, `bookmark` what marks it. `printed` is its text when
    the file was made, `text` its text now; `None` where the mark is gone. `span` is where it comes from,
    `part` the part of the file that it stands in, empty where it is gone.
    """

    kind: Kind
    name: str
    bookmark: str
    printed: str
    text: str | None
    span: Span | None = None
    part: str = ""

    @property
    def changed(self) -> bool:
        """Whether it says something else than when the file was made."""
        return self.text != self.printed


class ReturnedFile(Struct, frozen=True):
    """A file that came back: the version that it was made as, what it says, and what it was made from."""

    version: str
    passages: tuple[Returned, ...]
    numbers: tuple[Returned, ...]
    inputs: Mapping[str, str]

    @property
    def changes(self) -> tuple[Returned, ...]:
        """Return the passages and numbers that are not as they were."""
        return tuple(one for one in (*self.passages, *self.numbers) if one.changed)


def read_returned(data: bytes, place: str = "file") -> ReturnedFile:
    """Return what a DOCX says; `place` names it in errors.

    Raises `InputError` for a file that is no DOCX or unsafe to read, and for one that carries no brief.
    """
    members = read_package(data, place)
    provenance, inputs = (_carried(members, name, place) for name in (PROVENANCE, INPUTS))
    roots = {name: parse(members[name], f"{place}!{name}") for name in _TEXTS if name in members}
    return returned(provenance, inputs, roots)


def returned(
    provenance: etree._Element, inputs: Iterable[etree._Element], roots: Mapping[str, etree._Element]
) -> ReturnedFile:
    """Return what a file says by its parts: the two that it carries, and those of its text by name."""
    marks, controls = _read(roots)
    return ReturnedFile(
        version=provenance.get("version", ""),
        passages=tuple(_passages(provenance, marks)),
        numbers=tuple(_numbers(provenance, marks, controls)),
        inputs={one.get("name", ""): one.text or "" for one in inputs},
    )


def _carried(members: Mapping[str, bytes], namespace: str, place: str) -> etree._Element:
    """Return a custom XML part by its namespace: an editor may have numbered the parts anew."""
    wanted = f"{{{namespace}}}"
    for name in sorted(members):
        if name.startswith(_CARRIED) and namespace.encode() in members[name]:
            root = parse(members[name], f"{place}!{name}")
            if str(root.tag).startswith(wanted):
                return root
    hint = "it was not made by aibrief, or was saved by something that drops custom XML parts"
    raise InputError(Fault("the file does not carry the brief that it was made from", Place(place), hint))


class _Mark(Struct, frozen=True):
    """What a bookmark marks, and the part that it stands in."""

    part: str
    marked: Marked


def _read(roots: Mapping[str, etree._Element]) -> tuple[dict[str, _Mark], dict[str, list[str]]]:
    """Return what bookmarks mark, and the texts in controls by their tags, in reading order."""
    marks: dict[str, _Mark] = {}
    controls: dict[str, list[str]] = {}
    for part, root in roots.items():
        marks |= {name: _Mark(part, one) for name, one in bookmarked(root).items()}
        for held, text in controlled(root):
            controls.setdefault(held, []).append(text)
    return marks, controls


def _passages(provenance: etree._Element, marks: Mapping[str, _Mark]) -> Iterator[Returned]:
    found = list(_children(provenance, "passages"))
    whole = frozenset(one.get("bookmark", "") for one in found if one.get("whole"))
    for one in found:
        words = {str(part.tag).rpartition("}")[2]: part.text or "" for part in one}
        bookmark = one.get("bookmark", "")
        span = Span(one.get("file", ""), *_lines(one), words.get("source", "")) if one.get("file") else None
        name, printed = one.get("anchor", ""), words.get("printed", "")
        wholly = whole if one.get("whole") else frozenset()
        mark = marks.get(bookmark)
        text, part = (_text(mark.marked, wholly), mark.part) if mark else (None, "")
        yield Returned("passage", name, bookmark, printed, text, span, part)


def _text(mark: Marked, whole: frozenset[str]) -> str:
    """Return a passage's text: all of its paragraph, where it is the only one of the `whole` in it."""
    return mark.text if not whole or mark.beside & whole else mark.around


def _numbers(
    provenance: etree._Element, marks: Mapping[str, _Mark], controls: Mapping[str, list[str]]
) -> Iterator[Returned]:
    """Yield the places that print numbers: by controls, or by bookmarks where controls lost their names."""
    tags = {one.get("id", ""): one.get("tag", "") for one in _children(provenance, "numbers")}
    places: dict[str, list[str]] = {}
    found = list(_children(provenance, "places"))
    for one in found:
        places.setdefault(one.get("number", ""), []).append(one.get("bookmark", ""))
    for one in found:
        number, bookmark = one.get("number", ""), one.get("bookmark", "")
        held, where = controls.get(tags.get(number, ""), []), places[number]
        mark = marks.get(bookmark)
        marked = mark.marked.text if mark else None
        text = held[where.index(bookmark)] if len(held) == len(where) else marked
        yield Returned("number", number, bookmark, one.get("text", ""), text, part=mark.part if mark else "")


def _children(root: etree._Element, name: str) -> Iterator[etree._Element]:
    for group in root:
        if str(group.tag).rpartition("}")[2] == name:
            yield from group


def _lines(one: etree._Element) -> tuple[int, int]:
    return whole_number(one.get("first"), 1), whole_number(one.get("last"), 1)
