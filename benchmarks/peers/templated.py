"""A document for docxtpl: a template in Word's own styles, and the blocks that fill it.

What docxtpl cannot do is given to it ready-made: citations and the reference list as we print them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx

from aibrief_report.model.blocks import (
    Block,
    Box,
    Figure,
    Heading,
    KeyFigures,
    ListBlock,
    Paragraph,
    Provenance,
    References,
    Table,
)
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import Inlines, Note
from aibrief_report.model.walk import plain, walk
from aibrief_report.render.annex import entries
from aibrief_report.render.facts import facts, subject
from benchmarks.peers.markdown import PICTURES

_STYLES = {
    **{"title": "Title", "subtitle": "Subtitle", "heading 1": "Heading 1", "heading 2": "Heading 2"},
    **{"heading 3": "Heading 3", "text": "Normal", "item": "List Bullet", "number": "List Number"},
    **{"box": "Quote", "caption": "Caption", "note": "No Spacing", "reference": "List Paragraph"},
}
"""The style of each kind of paragraph, of those that Word's own template has."""

Told = dict[str, Any]


def write_template(path: Path) -> None:
    """Write a template that prints a list of blocks, each by its kind."""
    template = docx.Document()
    template.add_paragraph("{%p for block in blocks %}")
    for kind, style in _STYLES.items():
        template.add_paragraph(f"{{%p if block.kind == '{kind}' %}}")
        template.add_paragraph("{{ block.text }}", style=style)
        template.add_paragraph("{%p endif %}")
    template.add_paragraph("{%p if block.kind == 'picture' %}")
    template.add_paragraph("{{ block.picture }}")
    template.add_paragraph("{%p endif %}")
    template.add_paragraph("{%p if block.kind == 'table' %}")
    _add_table(template)
    template.add_paragraph("{%p endif %}")
    template.add_paragraph("{%p endfor %}")
    template.save(str(path))


def _add_table(template: Any) -> None:
    """Add a table of as many rows and columns as a block has; a line of tags stands for each loop."""
    table = template.add_table(rows=3, cols=3, style="Light Shading Accent 1")
    table.cell(0, 0).text = "{%tr for row in block.rows %}"
    table.cell(1, 0).text = "{%tc for cell in row %}"
    table.cell(1, 1).text = "{{ cell }}"
    table.cell(1, 2).text = "{%tc endfor %}"
    table.cell(2, 0).text = "{%tr endfor %}"


def context(document: Document) -> dict[str, list[Told]]:
    """Return what fills the template: the blocks of a document."""
    meta = document.meta
    front = [_text("title", meta.title), _text("subtitle", meta.subtitle)]
    front.append({"kind": "text", "text": f"{meta.authors[0].name}, {meta.date_text}"})
    return {"blocks": [*front, *(told for block in document.blocks for told in _told(block, document))]}


def _text(kind: str, inlines: Inlines) -> Told:
    return {"kind": kind, "text": plain(inlines)}


def _told(block: Block, document: Document) -> Iterator[Told]:
    match block:
        case Heading():
            yield _text(f"heading {block.level}", block.inlines)
        case Paragraph():
            yield _text("text", block.inlines)
            yield from _notes(block)
        case ListBlock():
            for item in block.items:
                texts = [plain(one.inlines) for one in item if isinstance(one, Paragraph)]
                yield {"kind": "number" if block.ordered else "item", "text": " ".join(texts)}
        case Box():
            yield _text("heading 3", block.title)
            for part in block.blocks:
                yield from ({**one, "kind": "box"} for one in _told(part, document))
        case KeyFigures():
            for one in block.items:
                yield {"kind": "item", "text": f"{plain(one.value)} {plain(one.label)}. {plain(one.detail)}"}
        case Figure():
            yield {"kind": "caption", "text": f"{block.label}. {plain(block.title)}"}
            file, width = f"{PICTURES}/{block.anchor}.png", getattr(block.content, "width", 425)
            yield {"kind": "picture", "file": file, "width": width}
            yield from _beneath(block)
        case Table():
            yield {"kind": "caption", "text": f"{block.label}. {plain(block.title)}"}
            heads = [plain(column.heading) for column in block.columns]
            yield {
                "kind": "table",
                "rows": [heads, *([plain(cell) for cell in row.cells] for row in block.rows)],
            }
            yield from _beneath(block)
        case References() | Provenance():
            yield _text("heading 1", block.title)
            yield from _references(document) if isinstance(block, References) else _annex(document)
        case _:
            raise NotImplementedError(type(block).__name__)


def _notes(block: Paragraph) -> Iterator[Told]:
    """Yield the footnotes of a paragraph behind it, as docxtpl makes none."""
    for note in (node for node in walk(block) if isinstance(node, Note)):
        yield from (_text("note", one.inlines) for one in note.blocks if isinstance(one, Paragraph))


def _beneath(block: Figure | Table) -> Iterator[Told]:
    told = " ".join(plain(line) for line in (block.subtitle, block.note, block.sources) if line)
    if told:
        yield {"kind": "note", "text": told}


def _references(document: Document) -> Iterator[Told]:
    yield from (_text("reference", one.inlines) for one in document.references)


def _annex(document: Document) -> Iterator[Told]:
    words = document.words
    yield {"kind": "text", "text": words["annex-note"]}
    for entry in entries(document):
        yield {"kind": "text", "text": f"{entry.printed} {subject(entry, words)}"}
        told = " ".join(f"{one.label}: {plain(one.inlines)}" for one in facts(entry, words))
        yield {"kind": "note", "text": told}
