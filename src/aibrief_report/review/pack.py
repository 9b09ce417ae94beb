"""The pack: every printed number with its sentence, its rows and the places where they were read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from msgspec import Struct

from aibrief_report.digest import digest, short_id
from aibrief_report.model.document import Document
from aibrief_report.model.rows import Cells, rows_of
from aibrief_report.model.sentences import Printing, Sentence, sentences
from aibrief_report.model.walk import plain
from aibrief_report.render.marks import mark

_DIGITS = 12
_DOI = "https://doi.org/"
_UNSEEN = "alternative text or description"


class RowBehind(Struct, frozen=True):
    """A row behind a number: its id, its value as published, the source as listed, the place in it.

    `address` is where the source can be opened (http or https), empty where none is known. `digest` is
    that of all cells of the row: when it changes, what was checked was another row.
    """

    id: str
    value: str
    source: str
    locator: str
    digest: str
    address: str = ""


class Item(Struct, frozen=True):
    """One number to check.

    `id` is made of the sentence as the author wrote it and the number's expression, so that it outlives a
    change of data, and goes when sentence or expression change; `source` is that sentence. `start` is where
    `printed` stands in `sentence`, `None` where no sentence prints it.
    """

    id: str
    where: str
    place: str
    sentence: str
    source: str
    printed: str
    start: int | None
    number: str
    expression: str
    formula: str
    rows: tuple[RowBehind, ...]
    note: str = ""

    @property
    def digests(self) -> dict[str, str]:
        """The digest of each row behind the number, by the row's id."""
        return {row.id: row.digest for row in self.rows}


class Pack(Struct, frozen=True):
    """All numbers of one document: the brief's name and title, the version (empty for a draft), the items."""

    brief: str
    title: str
    version: str
    items: tuple[Item, ...]


def make_pack(document: Document, brief: str) -> Pack:
    """Return the pack of a resolved document, its items in reading order."""
    maker = _Maker(document)
    return Pack(brief, plain(document.meta.title), document.version, tuple(maker.items()))


class _Maker:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.rows: Mapping[str, Cells] = rows_of(document)
        self.references = {one.key: one for one in document.references}
        self.seen: dict[str, int] = {}

    def items(self) -> Iterator[Item]:
        printed: set[str] = set()
        for sentence in sentences(self.document):
            for one in sentence.numbers:
                printed.add(one.number)
                yield self._item(sentence, one, one.start)
        for key, number in self.document.numbers.items():
            if key not in printed:
                sentence = Sentence("caption", "", "", _UNSEEN, span=number.span)
                source = number.span.source if number.span else ""
                yield self._item(sentence, Printing(key, number.text, source), None)

    def _item(self, sentence: Sentence, one: Printing, start: int | None) -> Item:
        number = self.document.numbers.get(one.number)
        span = sentence.span
        behind = number.rows if number else (one.number,)
        return Item(
            id=self._id(sentence, one),
            where=sentence.where,
            place=f"{span.file}:{span.first}" if span and span.file else "",
            sentence=sentence.text,
            source=sentence.source,
            printed=one.text,
            start=start,
            number=one.number,
            expression=one.source,
            formula=number.formula if number else "",
            rows=tuple(self._row(row) for row in behind),
            note=number.note if number else "",
        )

    def _id(self, sentence: Sentence, one: Printing) -> str:
        """Return the id of a number; the same sentence printed twice has two."""
        made = short_id(sentence.source or one.number, one.source, digits=_DIGITS)
        self.seen[made] = count = self.seen.get(made, 0) + 1
        return made if count == 1 else f"{made}-{count}"

    def _row(self, key: str) -> RowBehind:
        cells = self.rows.get(key, {})
        reference = self.references.get(cells.get("source", ""))
        source = mark(reference, self.document.words) if reference else cells.get("source", "")
        hedge = cells.get("qualifier", "")
        value = (hedge if hedge != "exact" else "", cells.get("value", ""), cells.get("unit", ""))
        told = " ".join(part for part in value if part) or cells.get("period", "")
        made = digest(dict(cells))[:_DIGITS]
        where = _address(reference.csl) if reference else ""
        return RowBehind(key, told, source, cells.get("locator", ""), made, where)


def _address(csl: str) -> str:
    """Return the address of a source by its CSL-JSON; empty where it has none that may be opened."""
    entry = json.loads(csl or "{}")
    found = str(entry.get("URL") or (f"{_DOI}{entry['DOI']}" if entry.get("DOI") else ""))
    # What sources.yaml holds is data: an address such as javascript:… must not become a link.
    return found if found.lower().startswith(("https://", "http://")) else ""
