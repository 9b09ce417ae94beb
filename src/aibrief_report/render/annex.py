"""The annex "Where each number comes from" as data: what every format says of a printed number.

A number in prose is one entry. A chart or table is one entry with the ids of its rows; a number in a
table's cell has an entry of its own only where a row cannot explain it: computed, contested, or with rivals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from aibrief_report.ledger.units import read_unit
from aibrief_report.model.blocks import Figure, Provenance, Table
from aibrief_report.model.charts import Chart
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import Citation, Inlines, NumberText
from aibrief_report.model.numbers import Number, SourceMark
from aibrief_report.model.walk import plain, walk
from aibrief_report.render.anchors import data_anchor, number_anchor, reference_anchor
from aibrief_report.render.marks import mark

EntryKind: TypeAlias = Literal["number", "chart", "table"]

_FILE = re.compile(r"^\S+\.(?:csv|docx|epub|html?|json|md|odt|pdf|txt|xlsx|xml)(?:, |$)", re.IGNORECASE)
"""A file's name that begins a locator."""

CONTESTED = "\u2260"
"""The mark behind a contested number (≠): its sources do not agree."""


class AnnexSource(Struct, frozen=True):
    """Where a value was read. `anchor` is its entry in the reference list, empty where it has none.

    `origin` is printed "as cited in" the source; `reading` is in words, empty for a primary reading.
    `rows` are the ids of the rows that a chart, a table or a number that rests on several has from it. A
    locator that begins with the name of a file in hand is told without it: readers know the work by its mark.
    """

    key: str
    anchor: str
    mark: str
    locator: str = ""
    origin: str = ""
    credited: str = ""
    reading: str = ""
    rows: tuple[str, ...] = ()


class AnnexRival(Struct, frozen=True):
    """What another source says: the value as it would be printed, its row and its source."""

    text: str
    row: str
    source: AnnexSource


class AnnexPlace(Struct, frozen=True):
    """A place that prints the number: the anchor of the printed text and the section it stands in."""

    anchor: str
    where: str


class AnnexEntry(Struct, frozen=True):
    """What the annex says of one number, chart or table. Empty text means: nothing to say.

    `printed` is the number in full ("$67.2 billion") or the block's label ("Figure 1"); `value` and
    `unit` are as in the data; `status` and `verdict` are in words, `contests` are titles of the ledger.
    `counted` is the measure of a number of things or of a symbol ("models", "TWh"), empty for other units.
    `spans` says that the rivals are what a range spans, and not other values than that of the entry.
    """

    anchor: str
    kind: EntryKind
    printed: str
    measures: str
    area: str = ""
    period: str = ""
    value: str = ""
    unit: str = ""
    counted: str = ""
    range: str = ""
    formula: str = ""
    status: str = ""
    verdict: str = ""
    note: str = ""
    sources: tuple[AnnexSource, ...] = ()
    rivals: tuple[AnnexRival, ...] = ()
    contests: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    places: tuple[AnnexPlace, ...] = ()
    contested: bool = False
    spans: bool = False


class Annex(Struct, frozen=True):
    """The entries in the order of the text, and the way from a printed number to its entry.

    `numbers` has what is to be said of every number, also of those that a table's entry stands for.
    """

    entries: tuple[AnnexEntry, ...]
    numbers: Mapping[str, AnnexEntry]
    shown: bool
    _targets: Mapping[str, str] = field(default_factory=dict)

    def target(self, number: NumberText) -> str:
        """Return the anchor of the entry that explains a printed number; empty where no annex is shown."""
        if not self.shown:
            return ""
        return self._targets.get(number.anchor) or self._targets.get(number.number, "")


def entries(document: Document) -> tuple[AnnexEntry, ...]:
    """Return the entries of the annex, in the order in which the text first prints what they explain."""
    return annex(document).entries


def annex(document: Document) -> Annex:
    """Return the annex of a resolved document."""
    explain = Explainer(document)
    numbers = {key: explain.number(number) for key, number in document.numbers.items()}
    in_cells = _cells(document)
    found: dict[str, AnnexEntry] = {}
    targets: dict[str, str] = {}
    for node in walk((document.meta, document.blocks)):
        match node:
            case NumberText() if node.number in numbers:
                if node.anchor not in in_cells or _needs_words(numbers[node.number]):
                    found[number_anchor(node.number)] = numbers[node.number]
                    targets[node.number] = number_anchor(node.number)
            case Figure(content=Chart() as chart):
                found[data_anchor(node.anchor)] = explain.chart(node, chart)
            case Table() if node.rows_used or node.source_keys:
                found[data_anchor(node.anchor)] = explain.table(node)
            case _:
                pass
    targets |= _through_tables(in_cells, targets, found)
    for key in _unprinted(document, found):
        found[number_anchor(key)] = numbers[key]
    shown = any(isinstance(block, Provenance) for block in walk(document.blocks))
    return Annex(tuple(found.values()), numbers, shown, targets)


def _cells(document: Document) -> dict[str, tuple[NumberText, Table]]:
    """Return the numbers that stand in tables' cells, by their anchors."""
    tables = [node for node in walk(document.blocks) if isinstance(node, Table)]
    return {
        node.anchor: (node, table)
        for table in tables
        for node in walk(table.rows)
        if isinstance(node, NumberText) and node.anchor
    }


def _needs_words(entry: AnnexEntry) -> bool:
    return bool(entry.formula or entry.rivals or entry.contests or entry.verdict or entry.note)


def _through_tables(
    cells: Mapping[str, tuple[NumberText, Table]], own: Mapping[str, str], found: Mapping[str, AnnexEntry]
) -> Iterator[tuple[str, str]]:
    for anchor, (node, table) in cells.items():
        if node.number not in own and data_anchor(table.anchor) in found:
            yield anchor, data_anchor(table.anchor)


def _unprinted(document: Document, found: Mapping[str, AnnexEntry]) -> list[str]:
    """Return the numbers that only alt text or metadata print, and so no node of the text."""
    nodes = [node for node in walk((document.meta, document.blocks)) if isinstance(node, NumberText)]
    drawn = {row for node in walk(document.blocks) if isinstance(node, Chart) for row in node.rows}
    listed = {row for node in walk(document.blocks) if isinstance(node, Table) for row in node.rows_used}
    known = {node.number for node in nodes} | drawn | listed
    return [key for key in document.numbers if key not in known and number_anchor(key) not in found]


class Explainer(Struct, frozen=True):
    """Puts numbers, charts and tables of one document into the words of its language."""

    document: Document

    def number(self, number: Number) -> AnnexEntry:
        """Return what is to be said of a number, whether the document prints it or not."""
        words = self.document.words
        return AnnexEntry(
            anchor=number_anchor(number.id),
            kind="number",
            printed=number.text,
            measures=number.label,
            area=number.area,
            period=number.period.replace("/", "–"),
            value=number.value,
            unit=number.unit,
            counted=_counted(number),
            range=_range(number, words),
            formula=number.formula,
            status="" if number.status == "normal" else words.get(number.status, number.status),
            verdict=words.get(number.verdict, number.verdict) if number.verdict else "",
            note=number.note,
            sources=tuple(self.source(source) for source in number.sources),
            rivals=tuple(AnnexRival(r.text, r.row, self.source(r.source)) for r in number.rivals),
            contests=tuple(map(self._contest, number.contests)),
            rows=number.rows,
            places=tuple(AnnexPlace(use.anchor, use.where) for use in number.uses),
            contested=number.verdict == "contested",
            spans=number.kind == "range" and not number.formula,
        )

    def _contest(self, key: str) -> str:
        found = self.document.contests.get(key)
        return found.title if found else key

    def chart(self, figure: Figure, chart: Chart) -> AnnexEntry:
        """Return where the rows of a chart were read."""
        keys = chart.sources or _cited(figure.sources)
        return self._data(figure, "chart", keys, chart.rows)

    def table(self, table: Table) -> AnnexEntry:
        """Return where the rows of a table were read."""
        keys = table.source_keys or _cited(table.sources)
        return self._data(table, "table", keys, table.rows_used)

    def _data(
        self, block: Figure | Table, kind: EntryKind, keys: tuple[str, ...], rows: tuple[str, ...]
    ) -> AnnexEntry:
        title = plain(block.title)
        told = self._by_source(rows)
        named = {source.key for source in told}
        return AnnexEntry(
            anchor=data_anchor(block.anchor),
            kind=kind,
            printed=block.label,
            measures=plain(block.subtitle) or title,
            sources=(*told, *(self.source(SourceMark(key)) for key in keys if key not in named)),
            rows=rows,
            places=(AnnexPlace(block.anchor, block.label),),
        )

    def _by_source(self, rows: tuple[str, ...]) -> tuple[AnnexSource, ...]:
        """Return where rows were read, each place once, with its rows."""
        found: dict[SourceMark, list[str]] = {}
        for row in rows:
            number = self.document.numbers.get(row)
            for source in number.sources[:1] if number else ():
                found.setdefault(source, []).append(row)
        return tuple(self.source(replace(source, rows=tuple(held))) for source, held in found.items())

    def source(self, source: SourceMark) -> AnnexSource:
        """Return a source as the annex names it."""
        words = self.document.words
        marks = {one.key: one for one in self.document.references}
        known = marks.get(source.key)
        shown = mark(known, words) if known else source.name or source.key
        return AnnexSource(
            key=source.key,
            anchor=reference_anchor(source.key) if known else "",
            mark=shown,
            locator=_FILE.sub("", source.locator),
            origin=source.origin if source.origin != shown else "",
            credited=source.credited,
            reading="" if source.reading == "primary" else words.get(source.reading, source.reading),
            rows=source.rows,
        )


def _counted(number: Number) -> str:
    """Return what a number counts; empty for dates, money, shares, and how many figures a contest holds."""
    if not number.unit or number.kind == "date" or number.unit == "figures":
        return ""
    unit = read_unit(number.unit)
    return unit.measure if unit.kind == "count" else ""


def _cited(inlines: Inlines) -> tuple[str, ...]:
    """Return the keys that citations name, each once."""
    cited = (node for node in walk(inlines) if isinstance(node, Citation))
    return tuple(dict.fromkeys(item.key for one in cited for item in one.items))


def _range(number: Number, words: Mapping[str, str]) -> str:
    if number.low and number.high:
        return number.spread or ("" if number.low == number.high else f"{number.low}–{number.high}")
    if number.low:
        return words["at-least"].format(low=number.spread or number.low)
    return words["at-most"].format(high=number.spread or number.high) if number.high else ""
