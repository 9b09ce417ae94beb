"""The sentences of a document: what a reader would quote, with the numbers and citations in each.

A sentence is also a heading, a table's cell with the heads of its row and column, a large number with its
words, or one mark of a chart: whatever prints a number has a sentence here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.model.blocks import (
    Block,
    Box,
    Column,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    ListBlock,
    Paragraph,
    Quote,
    Row,
    Table,
)
from aibrief_report.model.charts import Chart, Point, Series
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import (
    Citation,
    Claimed,
    Code,
    CrossRef,
    Inlines,
    LineBreak,
    Note,
    NoteRef,
    NumberText,
    Text,
)
from aibrief_report.model.numbers import Span
from aibrief_report.model.sentence_ends import sentence_ends
from aibrief_report.model.walk import plain, walk

SentenceKind: TypeAlias = Literal["prose", "heading", "caption", "key-figure", "cell", "mark"]

BETWEEN = " – "
"""What stands between the parts of a sentence that is none in print: a cell's heads, a mark's figure."""


class Printing(Struct, frozen=True):
    """A number printed in a sentence.

    `number` is its id in `Document.numbers`, or, for a chart's mark, the id of the row behind it. `source`
    is the expression in the template (empty for a mark), `start` where `text` begins in the sentence.
    """

    number: str
    text: str
    source: str = ""
    anchor: str = ""
    start: int = 0


class Sentence(Struct, frozen=True):
    """A sentence as printed, and where: the section or block as a reader would name it, and its anchor.

    `source` is the same sentence with expressions in place of numbers and keys in place of citations: it
    changes when the author changes something, not when the data do. `cited` are the keys of its
    citations, `claims` the ids of the claims that it is bound to.
    """

    kind: SentenceKind
    text: str
    source: str
    where: str
    anchor: str = ""
    span: Span | None = None
    numbers: tuple[Printing, ...] = ()
    cited: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


def sentences(document: Document) -> Iterator[Sentence]:
    """Yield the sentences of a resolved document in reading order, those of the title first."""
    meta = document.meta
    section = document.words.get("title-block", plain(meta.title))
    for inlines in (meta.title, meta.subtitle):
        yield from _split(inlines, Sentence("heading", "", "", section))
    for block in document.blocks:
        if isinstance(block, Heading):
            section = plain(block.inlines)
        where = block_name(block, document.words) or section
        yield from _of_block(block, Sentence("prose", "", "", where))


_BOXES: Mapping[str, str] = {"findings": "key-findings", "corrections": "corrections"}


def block_name(block: object, words: Mapping[str, str]) -> str:
    """Return what a reader calls a block, by a document's fixed words; empty for what is a section's text."""
    match block:
        case Figure() | Table():
            return block.label
        case Box():
            return block.label or words.get(_BOXES.get(block.role, "about"), "")
        case KeyFigures():
            return words.get("key-figures", "")
        case _:
            return ""


def _of_block(block: Block, frame: Sentence) -> Iterator[Sentence]:
    """Yield a block's sentences. `frame` is a sentence without words: its place, to be filled."""
    span = getattr(block, "span", None) or frame.span
    frame = replace(frame, span=span, anchor=getattr(block, "anchor", "") or frame.anchor)
    match block:
        case Paragraph():
            yield from _split(block.inlines, frame)
        case Heading():
            yield from _split(block.inlines, replace(frame, kind="heading"))
        case ListBlock():
            yield from _of_blocks((part for item in block.items for part in item), frame)
        case Quote():
            yield from _of_blocks(block.blocks, frame)
        case Box():
            yield from _split(block.title, replace(frame, kind="heading"))
            yield from _of_blocks(block.blocks, frame)
        case KeyFigures():
            for item in block.items:
                yield from _key_figure(item, replace(frame, kind="key-figure"))
        case Figure():
            yield from _captions(block, frame)
            if isinstance(block.content, Chart):
                yield from _marks(block, block.content, replace(frame, kind="mark"))
        case Table():
            yield from _captions(block, frame)
            yield from _cells(block, replace(frame, kind="cell"))
        case _:
            return


def _of_blocks(blocks: Iterable[Block], frame: Sentence) -> Iterator[Sentence]:
    for block in blocks:
        yield from _of_block(block, frame)


def _captions(block: Figure | Table, frame: Sentence) -> Iterator[Sentence]:
    for inlines in (block.title, block.subtitle, block.note):
        yield from _split(inlines, replace(frame, kind="caption"))


def _key_figure(item: KeyFigure, frame: Sentence) -> Iterator[Sentence]:
    parts = [part for part in (item.value, item.label, item.detail) if part]
    yield _filled(_joined(*parts), frame)


def _cells(table: Table, frame: Sentence) -> Iterator[Sentence]:
    for row in table.rows:
        head: Inlines = row.cells[0] if table.stub and not row.group and row.cells else ()
        for column, cell in zip(table.columns, row.cells, strict=False):
            if any(isinstance(node, NumberText | Citation) for node in walk(cell)):
                yield _filled(_joined(*_heads(head, column, cell, row), cell), frame)
                yield from _notes(cell, frame)


def _heads(head: Inlines, column: Column, cell: Inlines, row: Row) -> Iterator[Inlines]:
    """Yield what a reader sees beside and above a cell: plain words, so that they are counted once."""
    if head and head is not cell:
        yield (Text(plain(head)),)
    title = ", ".join(part for part in (plain(column.heading), column.unit) if part)
    if title and not row.group:
        yield (Text(title),)


def _marks(figure: Figure, chart: Chart, frame: Sentence) -> Iterator[Sentence]:
    for series in chart.series:
        for point in series.points:
            if point.row:
                yield _mark(figure, series, point, frame)


def _mark(figure: Figure, series: Series, point: Point, frame: Sentence) -> Sentence:
    what = ", ".join(dict.fromkeys(part for part in (series.name, point.x) if part))
    title = plain(figure.title)
    head = f"{title}{BETWEEN}{what}" if title else what
    value = point.text or point.y or ""
    text = f"{head}: {value}" if value else head
    printing = Printing(point.row, value or point.x, "", figure.anchor, len(text) - len(value))
    return replace(frame, text=text, source=f"{figure.anchor}: {point.row}", numbers=(printing,))


def _joined(*parts: Inlines) -> Inlines:
    """Return parts as one run of inlines, each but the first after a dash."""
    found: Inlines = ()
    for part in parts:
        found = (*found, Text(BETWEEN), *part) if found else part
    return found


class _Run(Struct, frozen=True):
    """A stretch of a sentence that one node prints; only plain text can end a sentence within itself."""

    text: str
    source: str
    node: NumberText | Citation | None = None
    fixed: bool = True
    claims: tuple[str, ...] = ()


def _runs(inlines: Inlines, claims: tuple[str, ...] = ()) -> Iterator[_Run]:
    for node in inlines:
        match node:
            case Text():
                yield _Run(node.text, node.text, fixed=False, claims=claims)
            case LineBreak():
                yield _Run(" ", " ", fixed=False, claims=claims)
            case NumberText():
                yield _Run(node.text, f"{{{{ {node.source} }}}}", node, claims=claims)
            case Citation():
                keys = "; ".join(f"@{item.key} {item.locator}".strip() for item in node.items)
                yield _Run(plain(node), f"[{keys}]", node, claims=claims)
            case CrossRef():
                yield _Run(node.text, f"@{node.target}", claims=claims)
            case Code():
                yield _Run(node.text, node.text, claims=claims)
            case Claimed():
                yield from _runs(node.children, (*claims, node.claim))
            case Note() | NoteRef():
                continue
            case _:
                yield from _runs(node.children, claims)


def _split(inlines: Inlines, frame: Sentence) -> Iterator[Sentence]:
    """Yield the sentences of running text, then those of the footnotes that hang on it."""
    runs = [run for run in _runs(inlines) if run.text]
    # What must not be split looks like a number while the ends of sentences are searched.
    masked = "".join("0" * len(run.text) if run.fixed else run.text for run in runs)
    for start, end in pairwise([0, *sentence_ends(masked), len(masked)]):
        one = _gathered(_cut(runs, start, end), frame)
        if one.text:
            yield one
    yield from _notes(inlines, frame)


def _notes(inlines: Inlines, frame: Sentence) -> Iterator[Sentence]:
    for node in walk(inlines):
        if isinstance(node, Note):
            yield from _of_blocks(node.blocks, replace(frame, kind="prose"))


def _filled(inlines: Inlines, frame: Sentence) -> Sentence:
    return _gathered(list(_runs(inlines)), frame)


def _cut(runs: list[_Run], start: int, end: int) -> list[_Run]:
    """Return the runs between two places of their joined text; a run of text is cut where they fall."""
    found, at = [], 0
    for run in runs:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        at += len(run.text)
        if first >= last:
            continue
        whole = run.fixed or last - first == len(run.text)
        found.append(run if whole else replace(run, text=run.text[first:last], source=run.source[first:last]))
    return found


def _gathered(runs: list[_Run], frame: Sentence) -> Sentence:
    """Return a frame filled with runs, without the space around them."""
    text = "".join(run.text for run in runs)
    lead = len(text) - len(text.lstrip())
    at, numbers, cited = -lead, [], []
    for run in runs:
        if isinstance(run.node, NumberText):
            node = run.node
            numbers.append(Printing(node.number, node.text, node.source, node.anchor, at))
        elif run.node is not None:
            cited += [item.key for item in run.node.items]
        at += len(run.text)
    return replace(
        frame,
        text=text.strip(),
        source="".join(run.source for run in runs).strip(),
        numbers=tuple(numbers),
        cited=tuple(dict.fromkeys(cited)),
        claims=tuple(dict.fromkeys(claim for run in runs for claim in run.claims)),
    )
