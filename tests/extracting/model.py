"""What a document says: its nodes in the order in which all formats print them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aibrief_report.model.blocks import (
    Block,
    Box,
    CodeBlock,
    Exhibits,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    ListBlock,
    Paragraph,
    Provenance,
    Quote,
    References,
    Rule,
    Table,
)
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import Citation, Inlines, LineBreak, Note, NoteRef, NumberText
from aibrief_report.model.walk import plain, walk
from aibrief_report.ooxml.ids import bookmark_name
from aibrief_report.render.annex import CONTESTED, AnnexEntry, annex
from aibrief_report.render.exhibits import listed, repeated
from aibrief_report.render.facts import facts, subject
from tests.extracting.told import Told


def told_by_document(document: Document) -> Told:
    """Return what a resolved document says."""
    return _Teller(document).told()


class _Teller:
    """Tells one document; footnotes wait until all else is told."""

    def __init__(self, document: Document) -> None:
        self.document, self.words = document, document.words
        self.annex = annex(document)
        self.found, self.notes = Told(), list[Note]()

    def told(self) -> Told:
        self._title()
        self._blocks(self.document.blocks)
        for note in self.notes:  # a note may hold a note: the list is read as it grows
            lines = " ".join(self._line(inlines) for inlines in _leaves(note.blocks))
            self.found.add("footnotes", f"{note.number} {lines}")
        return self.found

    def _title(self) -> None:
        meta = self.document.meta
        number = self.words["number-sign"].format(number=meta.number) if meta.number else ""
        rows = (
            ("authors", " ".join(f"{one.name} {one.affiliation}" for one in meta.authors)),
            ("date", meta.date_text),
            ("publisher", meta.publisher),
            ("licence", meta.licence or meta.licence_url),
            ("version", self.document.version),
            ("edition", f"{meta.edition} ({self.words['status-corrected']})" if meta.edition else ""),
            ("replaces", meta.replaces),
        )
        lines = [f"{meta.genre} {meta.series} {number}", self._line(meta.title), self._line(meta.subtitle)]
        for line in (*lines, *(f"{self.words[key]} {value}" for key, value in rows if value.strip())):
            self.found.add("title", line.casefold())  # the label above the title is set in capitals

    def _blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                self.found.add("paragraphs", self._line(block.inlines))
            case Heading():
                self.found.add("headings", f"{block.number} {self._line(block.inlines)}")
            case ListBlock():
                for item in block.items:
                    self._blocks(item)
            case Quote():
                self._blocks(block.blocks)
            case CodeBlock():
                self.found.add("paragraphs", block.text)
            case Rule():
                pass
            case Box():
                self.found.add("paragraphs", f"{block.label} {self._line(block.title)}")
                self._blocks(block.blocks)
            case KeyFigures():
                for figure in block.items:
                    self.found.add("paragraphs", " ".join(map(self._line, _parts(figure))))
            case Figure():
                self._caption(block)
                self.found.add("pictures", block.content.alt)
                self._beneath(block)
            case Table():
                self._caption(block)
                self._rows(block)
                self._beneath(block)
            case Exhibits():
                self.found.add("exhibits", self._line(block.title))
                for one in listed(block, self.document):
                    self.found.add("exhibits", f"{one.label} {plain(repeated(one.title, self.annex))}")
            case References():
                self.found.add("headings", self._line(block.title))
                for one in self.document.references:
                    self.found.add("references", f"{one.label} {self._line(one.inlines)}")
            case Provenance():
                self.found.add("headings", self._line(block.title))
                self.found.add("annex", self.words["annex-note"])
                for entry in self.annex.entries:
                    self._entry(entry)

    def _caption(self, block: Figure | Table) -> None:
        lines = self._line(block.title), self._line(block.subtitle)
        self.found.add("captions", " ".join((block.label, *lines)))

    def _beneath(self, block: Figure | Table) -> None:
        cited = sum(len(one.items) for one in walk(block.sources) if isinstance(one, Citation))
        lines = (("note", block.note), ("sources" if cited > 1 else "source", block.sources))
        for key, inlines in lines:
            if inlines:
                self.found.add("paragraphs", f"{self.words[key]}{self.words['colon']}{self._line(inlines)}")

    def _rows(self, table: Table) -> None:
        heads = [f"{self._line(column.heading)} {column.unit}" for column in table.columns]
        self.found.add("rows", " | ".join(heads))
        for row in table.rows:
            self.found.add("rows", " | ".join(map(self._line, row.cells)))

    def _entry(self, entry: AnnexEntry) -> None:
        mark = CONTESTED if entry.contested else ""
        self.found.add("annex", f"{entry.printed}{mark} {subject(entry, self.words)}")
        lines = (
            f"{fact.label}{self.words['colon']}{plain(fact.inlines)}" for fact in facts(entry, self.words)
        )
        self.found.add("annex", " ".join(lines))

    def _line(self, inlines: Inlines) -> str:
        """Return inlines as printed, with the marks of notes and contests; tell the numbers in them."""
        return "".join(self._inline(node) for node in inlines)

    def _inline(self, node: object) -> str:
        match node:
            case NumberText():
                entry = self.annex.numbers.get(node.number)
                self.found.add("numbers", node.text)
                if target := self.annex.target(node):
                    self.found.add("targets", bookmark_name(target))
                return node.text + (CONTESTED if entry and entry.contested else "")
            case Note():
                self.notes.append(node)
                return str(node.number)
            case NoteRef():
                return str(node.number)
            case LineBreak():
                return " "
            case _:
                children = getattr(node, "children", None)
                return self._line(children) if children is not None else plain(node)


def _parts(figure: KeyFigure) -> tuple[Inlines, ...]:
    return tuple(part for part in (figure.value, figure.label, figure.detail) if part)


def _leaves(blocks: Iterable[Block]) -> Iterator[Inlines]:
    """Yield the lines of a note, which holds paragraphs and lists of them."""
    for block in blocks:
        if isinstance(block, ListBlock):
            yield from _leaves(part for item in block.items for part in item)
        else:
            assert isinstance(block, Paragraph), f"a note with a {type(block).__name__}"
            yield block.inlines
