"""Citations in their places: what a source line names, what the text cites, what stands behind a number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from aibrief_report.model.blocks import Figure, Table
from aibrief_report.model.charts import Chart
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import Citation, CiteItem, Inlines, Note, Text
from aibrief_report.model.walk import rewrite, walk
from aibrief_report.references.citeproc import format_references, without_notes
from aibrief_report.references.library import Library
from aibrief_report.references.styles import Style
from aibrief_report.store.cache import Cache


def cite(document: Document, library: Library, style: Style, cache: Cache) -> Document:
    """Return the document with its citations as the style prints them, and its reference list.

    Listed are the sources that are cited and those behind a printed number, rivals included.
    """
    document = replace(document, blocks=rewrite(document.blocks, _with_sources))
    places = list(_citations(document))
    formatted = format_references(
        library,
        [node for node, _ in places],
        _behind_numbers(document),
        style,
        document.meta.language,
        cache,
        notes=_note_numbers(places) if style.note else None,
    )
    clusters = iter(zip(formatted.clusters, (within for _, within in places), strict=True))

    def set_cluster(node: Any) -> Any:
        if not isinstance(node, Citation):
            return node
        children, within = next(clusters)
        return replace(node, children=without_notes(children) if within else children)

    meta, blocks = rewrite((document.meta, document.blocks), set_cluster)
    return replace(document, meta=meta, blocks=blocks, references=formatted.entries)


def _with_sources(node: Any) -> Any:
    """Return a figure or table with the citations of its source line."""
    if isinstance(node, Figure) and isinstance(node.content, Chart):
        return replace(node, sources=_source_line(node.content.sources))
    if isinstance(node, Table):
        return replace(node, sources=_source_line(node.source_keys))
    return node


def _source_line(keys: tuple[str, ...]) -> Inlines:
    found: list[Citation | Text] = []
    for key in keys:
        found += [Text("; "), Citation((CiteItem(key),), narrative=True)]
    return tuple(found[1:])


def _citations(document: Document) -> Iterator[tuple[Citation, bool]]:
    """Yield every citation in reading order, and whether it stands where no footnote can hang."""
    within = {
        id(node)
        for holder in walk((document.meta, document.blocks))
        for part in _noteless(holder)
        for node in walk(part)
    }
    for node in _rewriting_order(document):
        yield node, id(node) in within


def _noteless(holder: Any) -> tuple[Any, ...]:
    match holder:
        case Note():
            return holder.blocks
        case Figure() | Table():
            cells = tuple(row.cells for row in holder.rows) if isinstance(holder, Table) else ()
            return (*cells, holder.title, holder.subtitle, holder.note, holder.sources)
        case _:
            return ()


def _rewriting_order(document: Document) -> list[Citation]:
    """Return citations in the order in which `rewrite` comes by, so that clusters meet their nodes."""
    found: list[Citation] = []

    def note_down(node: Any) -> Any:
        if isinstance(node, Citation):
            found.append(node)
        return node

    rewrite((document.meta, document.blocks), note_down)
    return found


def _note_numbers(places: list[tuple[Citation, bool]]) -> list[int]:
    numbers, last = [], 0
    for _, within in places:
        last += 0 if within and last else 1
        numbers.append(last)
    return numbers


def _behind_numbers(document: Document) -> tuple[str, ...]:
    keys = (
        mark.key
        for number in document.numbers.values()
        for mark in (*number.sources, *(rival.source for rival in number.rivals))
    )
    return tuple(dict.fromkeys(keys))
