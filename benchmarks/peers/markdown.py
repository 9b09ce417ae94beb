"""A document as pandoc's Markdown: the same words, tables, pictures and citations, the annex included."""

from __future__ import annotations

import json
from collections.abc import Iterator

from aibrief_report.model.blocks import (
    Block,
    Box,
    Column,
    Figure,
    Heading,
    KeyFigures,
    ListBlock,
    Paragraph,
    Provenance,
    Quote,
    References,
    Row,
    Rule,
    Table,
)
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import Inlines
from aibrief_report.model.walk import plain
from aibrief_report.render.annex import AnnexEntry, entries
from aibrief_report.render.facts import facts, subject
from benchmarks.peers.inlines import escaped, inlines

PICTURES = "charts"
"""The folder of the pictures; which format of them is read is the command's to say."""
_WIDTH = 72  # signs in the rule beneath a table's head, by which pandoc knows the shares of its columns
_RULES = {"left": ":{}", "center": ":{}:", "right": "{}:", "decimal": "{}:"}


def markdown(document: Document) -> str:
    """Return a resolved document as one Markdown file; figures and tables are numbered by its words."""
    written = (block_text(block, document) for block in document.blocks)
    return "\n\n".join((_front(document), *written)) + "\n"


def _front(document: Document) -> str:
    meta = document.meta
    # JSON is YAML, and needs no rules for quoting.
    told = {
        **{"title": plain(meta.title), "subtitle": plain(meta.subtitle), "date": meta.date_text},
        **{"author": [one.name for one in meta.authors], "lang": meta.language},
        **{"bibliography": "references.json", "csl": "style.csl", "link-citations": True},
    }
    return f"---\n{json.dumps(told, ensure_ascii=False, indent=1)}\n---"


def block_text(block: Block, document: Document) -> str:
    """Return a block as Markdown."""
    match block:
        case Heading():
            return f"{'#' * block.level} {inlines(block.inlines)} {{#{block.anchor}}}"
        case Paragraph():
            return inlines(block.inlines)
        case ListBlock():
            return "\n".join(_items(block, document))
        case Box() | Quote():
            title = f"**{inlines(block.title)}**\n\n" if isinstance(block, Box) else ""
            anchor = f" #{block.anchor}" if isinstance(block, Box) and block.anchor else ""
            return f"::: {{.box{anchor}}}\n{title}{_blocks(block.blocks, document)}\n:::"
        case Rule():
            return "---"
        case KeyFigures():
            told = ((one.value, one.label, one.detail) for one in block.items)
            return "\n".join(
                f"- **{inlines(one)}** {inlines(two)}. {inlines(three)}" for one, two, three in told
            )
        case Figure():
            return _figure(block)
        case Table():
            return _table(block)
        case References():
            return f"# {inlines(block.title)}\n\n::: {{#refs}}\n:::"
        case Provenance():
            return "\n\n".join((f"# {inlines(block.title)}", *_annex(document)))
        case _:
            raise NotImplementedError(type(block).__name__)


def _blocks(blocks: tuple[Block, ...], document: Document) -> str:
    return "\n\n".join(block_text(block, document) for block in blocks)


def _items(block: ListBlock, document: Document) -> Iterator[str]:
    for place, item in enumerate(block.items, block.start):
        mark = f"{place}. " if block.ordered else "- "
        yield mark + _blocks(item, document).replace("\n", "\n" + " " * len(mark))


def _figure(block: Figure) -> str:
    alt = getattr(block.content, "alt", "").replace('"', "”").replace("\n", " ")
    caption = f"{block.label}. {inlines(block.title)}"
    picture = f'![{caption}]({PICTURES}/{block.anchor}){{#{block.anchor} alt="{alt}"}}'
    return _beneath(picture, block.subtitle, block.note, block.sources)


def _table(block: Table) -> str:
    lines = [_cells(tuple(_head(column) for column in block.columns)), _rules(block.columns)]
    lines += [_cells(_row(row, len(block.columns))) for row in block.rows]
    # Pandoc has no ids for tables; a link leads to the paragraph before it.
    table = f"[]{{#{block.anchor}}}\n\n" + "\n".join(lines)
    table += f"\n\n: {block.label}. {inlines(block.title)}"
    return _beneath(table, block.subtitle, block.note, block.sources)


def _head(column: Column) -> str:
    return inlines(column.heading) + (f" ({escaped(column.unit)})" if column.unit else "")


def _row(row: Row, width: int) -> tuple[str, ...]:
    return (*(inlines(cell) for cell in row.cells), *("" for _ in range(width - len(row.cells))))


def _cells(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _rules(columns: tuple[Column, ...]) -> str:
    total = sum(column.weight for column in columns) or len(columns)
    dashes = (round(_WIDTH * (column.weight or 1) / total) for column in columns)
    rules = (_RULES[column.align].format("-" * max(3, n)) for column, n in zip(columns, dashes, strict=True))
    return f"|{'|'.join(rules)}|"


def _beneath(block: str, *lines: Inlines) -> str:
    told = " ".join(inlines(line) for line in lines if line)
    return f"{block}\n\n{told}" if told else block


def _annex(document: Document) -> Iterator[str]:
    yield escaped(document.words["annex-note"])
    for entry in entries(document):
        yield f"**{escaped(entry.printed)}** {escaped(subject(entry, document.words))}"
        yield _facts(entry, document)


def _facts(entry: AnnexEntry, document: Document) -> str:
    told = facts(entry, document.words)
    return " ".join(f"*{escaped(one.label)}:* {inlines(one.inlines)}" for one in told)
