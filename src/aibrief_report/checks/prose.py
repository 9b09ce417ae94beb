"""From a document to its prose: every text that an author wrote, with its role, place and template."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.checks.reading.lines import HIDDEN, Line, Piece, line_of, line_of_template
from aibrief_report.checks.reading.sentences import sentences
from aibrief_report.checks.reading.templates import line_number, literals, outside_braces, stands_in
from aibrief_report.errors import Place
from aibrief_report.inputs.brief import Brief
from aibrief_report.inputs.yaml_text import YamlText
from aibrief_report.model.blocks import (
    Block,
    Box,
    Figure,
    Heading,
    KeyFigures,
    ListBlock,
    Paragraph,
    Quote,
    Table,
)
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import Inlines, Note
from aibrief_report.model.numbers import Span
from aibrief_report.model.walk import walk

Role: TypeAlias = Literal[
    "paragraph",
    "finding",
    "footnote",
    "quote",
    "heading",
    "title",
    "subtitle",
    "note",
    "label",
    "cell",
    "alt",
]
FINDINGS: tuple[Role, ...] = ("finding", "heading", "title")
"""Texts that state a finding in few words, and are held to it most strictly."""
SENTENCES: tuple[Role, ...] = (*FINDINGS, "paragraph", "footnote", "subtitle", "note")
"""Texts that say something, where cells, labels and quotations only name or quote."""

_GENERATED = "p-claim-"
"""Begins the anchors of notes that the build itself writes beneath contested claims."""
_DAY = 2
"""The nodes that the build writes before a correction: the day, and the space behind it."""


class Sentence(Struct, frozen=True):
    """A sentence of a text: where it begins and ends in the text's line."""

    prose: Prose
    start: int
    end: int

    @property
    def text(self) -> str:
        """The sentence as printed."""
        return self.prose.line.text[self.start : self.end]

    @property
    def typed(self) -> str:
        """The sentence with all that no author typed as prose hidden: numbers, citations, literals."""
        return self.prose.typed[self.start : self.end]

    @property
    def numbers(self) -> tuple[Piece, ...]:
        """The numbers printed in it."""
        return tuple(one for one in self.prose.line.numbers if self.start <= one.start < self.end)

    @property
    def free(self) -> str:
        """What is typed, without what is bound to a claim, quoted, or in another language."""
        return self.prose.free[self.start : self.end]


class Prose(Struct, frozen=True, dict=True):
    """A text: what it is for, as a line, and where it stands.

    `source` is its template, empty where that is not known; `section` is the anchor of the heading above it;
    `key` is what its chart or table is called in brief.yaml, empty elsewhere.
    """

    role: Role
    line: Line
    place: Place
    anchor: str
    source: str
    section: str = ""
    key: str = ""

    @cached_property
    def typed(self) -> str:
        """What is typed, without the literals of its template."""
        return _hide(self.line.typed, literals(self.source))

    @cached_property
    def free(self) -> str:
        """What is typed, without what is bound to a claim, quoted, or in another language."""
        kept = zip(self.typed, self.line.free, strict=True)
        return "".join(a if b != HIDDEN else HIDDEN for a, b in kept)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, in order."""
        starts = frozenset(piece.start for piece in self.line.numbers)
        return tuple(Sentence(self, *ends) for ends in sentences(self.line.text, starts))

    @property
    def keys(self) -> tuple[str, ...]:
        """The names by which findings about it can be accepted."""
        return tuple(key for key in (self.anchor, self.key) if key)

    def is_typed(self, text: str) -> bool:
        """Return whether a number stands in the template itself, and was not printed by an expression."""
        return not self.source or stands_in(text, outside_braces(self.source))

    def place_of(self, text: str) -> Place:
        """Return the line where a text stands; the first line where it cannot be found."""
        first = self.place.line
        return Place(self.place.file, first + line_number(self.source, text) if first else None)


def prose_of(document: Document, brief: Brief, source: YamlText) -> tuple[Prose, ...]:
    """Return every text of a document that an author wrote, in reading order."""
    collector = _Collector(brief, source)
    meta = document.meta
    found = [
        *collector.declared("title", meta.title, brief.title, "title"),
        *collector.declared("subtitle", meta.subtitle, brief.subtitle, "subtitle"),
        *collector.plain(brief.description, "description"),
    ]
    for block in document.blocks:
        if isinstance(block, Heading):
            collector.section = block.anchor
        found += collector.block(block)
    return tuple(found)


class _Collector(Struct):
    brief: Brief
    source: YamlText
    section: str = ""

    def block(self, block: Any, role: Role = "paragraph") -> Iterator[Prose]:
        match block:
            case Heading():
                yield from self._text("heading", block.inlines, block.anchor, block.span)
            case Paragraph(anchor=anchor) if not anchor.startswith(_GENERATED):
                yield from self._text(role, block.inlines, anchor, block.span)
            case ListBlock(items=items):
                yield from (text for item in items for part in item for text in self.block(part, role))
            case Quote(blocks=blocks):
                yield from (text for part in blocks for text in self.block(part, "quote"))
            case Box(role="about"):
                return
            case Box(role="corrections", blocks=blocks):
                yield from (text for part in blocks for text in self._correction(part))
            case Box(title=title, blocks=blocks, anchor=anchor, span=span):
                yield from self._text("title", title, anchor, span)
                inner: Role = "finding" if block.role == "findings" else role
                yield from (text for part in blocks for text in self.block(part, inner))
            case KeyFigures(items=items):
                yield from self._key_figures(items)
            case Figure():
                yield from self._figure(block)
            case Table():
                yield from self._table(block)

    def _correction(self, block: Block) -> Iterator[Prose]:
        """Yield what the author wrote of a correction."""
        if isinstance(block, Paragraph):
            yield from self.block(replace(block, inlines=block.inlines[_DAY:]))

    def declared(
        self, role: Role, inlines: Inlines, template: str, *path: str | int, anchor: str = "", key: str = ""
    ) -> Iterator[Prose]:
        """Yield a text of brief.yaml."""
        name = anchor or "-".join(str(part) for part in path)
        yield from self._made(role, inlines, name, self.source.place(*path), template, key)

    def plain(self, template: str, *path: str | int, anchor: str = "", key: str = "") -> Iterator[Prose]:
        """Yield a text of brief.yaml of which the document keeps no nodes, such as a chart's alt text."""
        if template:
            name = anchor or "-".join(str(part) for part in path)
            line = line_of_template(template)
            yield Prose("alt", line, self.source.place(*path), name, template, self.section, key)

    def _text(self, role: Role, inlines: Inlines, anchor: str, span: Span | None) -> Iterator[Prose]:
        place = Place(span.file, span.first) if span else Place(self.source.file)
        yield from self._made(role, inlines, anchor, place, span.source if span else "")

    def _made(
        self, role: Role, inlines: Inlines, anchor: str, place: Place, source: str, key: str = ""
    ) -> Iterator[Prose]:
        line = line_of(inlines)
        if line.text.strip():
            yield Prose(role, line, place, anchor, source, self.section, key)
        for node in walk(inlines):
            if isinstance(node, Note):
                yield from (text for part in node.blocks for text in self.block(part, "footnote"))

    def _key_figures(self, items: Sequence[Any]) -> Iterator[Prose]:
        for number, (item, entry) in enumerate(zip(items, self.brief.key_figures, strict=False)):
            path = ("key-figures", number)
            name = f"key-figures-{number}"
            yield from self.declared("label", item.value, entry.value, *path, "value", anchor=name)
            yield from self.declared("label", item.label, entry.label, *path, "label", anchor=name)
            yield from self.declared("label", item.detail, entry.detail, *path, "detail", anchor=name)

    def _figure(self, figure: Figure) -> Iterator[Prose]:
        key = figure.anchor.removeprefix("fig-")
        entry = self.brief.charts.get(key)
        if entry is None:
            yield from self._text("title", figure.title, figure.anchor, figure.span)
            return
        name, path = {"anchor": figure.anchor, "key": key}, ("charts", key)
        yield from self.declared("title", figure.title, entry.title, *path, "title", **name)
        if entry.subtitle:
            yield from self.declared("subtitle", figure.subtitle, entry.subtitle, *path, "subtitle", **name)
        yield from self.declared("note", figure.note, entry.note, *path, "note", **name)
        yield from self.plain(entry.alt, *path, "alt", **name)
        for row, label in entry.labels.items():
            yield from self.plain(label, *path, "labels", row, **name)

    def _table(self, table: Table) -> Iterator[Prose]:
        key = table.anchor.removeprefix("tbl-")
        entry = self.brief.tables.get(key)
        if entry is None:
            yield from self._text("title", table.title, table.anchor, table.span)
            for row in table.rows:
                for cell in row.cells:
                    yield from self._text("cell", cell, table.anchor, table.span)
            return
        name, path = {"anchor": table.anchor, "key": key}, ("tables", key)
        yield from self.declared("title", table.title, entry.title, *path, "title", **name)
        yield from self.declared("subtitle", table.subtitle, entry.subtitle, *path, "subtitle", **name)
        yield from self.declared("note", table.note, entry.note, *path, "note", **name)
        # Cells of a listing come from the ledger, texts included: nobody typed them here.
        for number, (row, written) in enumerate(zip(table.rows, entry.cells, strict=False)):
            for place, (cell, template) in enumerate(zip(row.cells, written, strict=False)):
                yield from self.declared("cell", cell, template, *path, "cells", number, place, **name)


def _hide(text: str, hidden: Sequence[str]) -> str:
    """Return a text with each of some texts hidden, as often as it is named."""
    for one in hidden:
        text = text.replace(one, HIDDEN * len(one), 1)
    return text
