"""Links: every cross-reference finds its target, and every number learns where it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import astuple, replace

from aibrief_report.errors import Faults, Place, ResolveError
from aibrief_report.inputs.nearest import nearest
from aibrief_report.model.blocks import Box, Figure, Heading, Table
from aibrief_report.model.charts import Chart
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import CrossRef, NumberText
from aibrief_report.model.numbers import Span, Use
from aibrief_report.model.sentences import block_name
from aibrief_report.model.walk import plain, rewrite, walk


def link(document: Document) -> Document:
    """Return the document with cross-references in words and the uses of its numbers.

    Raises `ResolveError` with every reference that leads nowhere.
    """
    targets = _targets(document)
    _check(document, targets)

    def named(node: Any) -> Any:
        return replace(node, text=targets[node.target]) if isinstance(node, CrossRef) else node

    blocks = rewrite(document.blocks, named)
    document = replace(document, blocks=blocks)
    uses: dict[str, list[Use]] = {}
    for number, use in _uses(document):
        uses.setdefault(number, []).append(use)
    numbers = {
        key: replace(number, uses=tuple(uses.get(key, ()))) for key, number in document.numbers.items()
    }
    return replace(document, numbers=numbers)


def _targets(document: Document) -> dict[str, str]:
    """Return the text of a reference to each anchor: a label, a section's number, or its words in quotes."""
    found: dict[str, str] = {}
    for node in walk(document.blocks):
        match node:
            case Figure() | Table() | Box() if node.label:
                found[node.anchor] = node.label
            case Heading():
                numbered = f"{document.words['section']} {node.number}"
                found[node.anchor] = numbered if node.number else f"“{plain(node.inlines)}”"
            case _:
                pass
    return found


def _check(document: Document, targets: dict[str, str]) -> None:
    faults = Faults(ResolveError)
    for node, span in _with_spans(document.blocks, None):
        if isinstance(node, CrossRef) and node.target not in targets:
            place = Place(span.file, span.first) if span else None
            hint = nearest(node.target, targets) or "charts are @fig-…, tables @tbl-…, sections @sec-…"
            faults.add(f"there is nothing to refer to at @{node.target}", place, hint)
    faults.check()


def _with_spans(node: Any, span: Span | None) -> Iterator[tuple[Any, Span | None]]:
    """Yield every node with the span of the nearest block around it."""
    if isinstance(node, tuple):
        for part in node:
            yield from _with_spans(part, span)
    elif isinstance(node, Struct):
        span = getattr(node, "span", None) or span
        yield node, span
        yield from _with_spans(astuple(node), span)


def _uses(document: Document) -> Iterator[tuple[str, Use]]:
    """Yield each printed number with its place: a section, or the figure, table or box it stands in."""
    section = document.words.get("title-block", plain(document.meta.title))
    for node in walk(document.meta):
        if isinstance(node, NumberText):
            yield node.number, Use(node.anchor, section)
    for block in document.blocks:
        if isinstance(block, Heading):
            section = plain(block.inlines)
        where = block_name(block, document.words) or section
        if isinstance(block, Figure) and isinstance(block.content, Chart):
            drawn = (number for one in block.content.annotations for number in one.numbers)
            yield from ((key, Use(block.anchor, where)) for key in (*block.content.rows, *drawn))
        for node in walk(block):
            if isinstance(node, NumberText):
                yield node.number, Use(node.anchor, where)
