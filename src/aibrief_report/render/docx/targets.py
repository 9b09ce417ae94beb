"""What cross-references may lead to, and what Word prints there when it updates its fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from aibrief_report.model.blocks import Box, Figure, Heading, Provenance, References, Table
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import Inlines
from aibrief_report.model.walk import plain, walk
from aibrief_report.render.anchors import reference_anchor
from aibrief_report.render.annex import Annex


class Target(Struct, frozen=True):
    """A caption or heading: the words within its bookmark, and the number that Word counts for it, if any."""

    words: str
    number: str = ""


class Entry(Struct, frozen=True):
    """A heading as the table of contents lists it: its level, number ("2.1" or empty) and title."""

    level: int
    anchor: str
    number: str
    title: Inlines


def places(document: Document, annex: Annex) -> frozenset[str]:
    """Return the anchors of everything in a document that becomes a bookmark."""
    nodes = tuple(walk((document.meta, document.blocks)))
    found = {anchor for node in nodes if (anchor := getattr(node, "anchor", ""))}
    if any(isinstance(node, References) for node in nodes):
        found |= {reference_anchor(one.key) for one in document.references}
    return frozenset(found | ({entry.anchor for entry in annex.entries} if annex.shown else set()))


def targets(document: Document) -> Mapping[str, Target]:
    """Return what fields can refer to, by anchor."""
    counted = word_counts_headings(document)
    found: dict[str, Target] = {}
    for node in walk(document.blocks):
        match node:
            case Heading():
                found[node.anchor] = Target(plain(node.inlines), node.number if counted else "")
            case Box() | Figure() | Table() if node.anchor and node.label:
                found[node.anchor] = Target(node.label)
            case _:
                pass
    return found


def contents(document: Document, deepest: int) -> tuple[Entry, ...]:
    """Return the headings down to a level, in reading order, with their numbers."""
    return tuple(entry for entry in _headings(walk(document.blocks)) if entry.level <= deepest)


def word_counts_headings(document: Document) -> bool:
    """Tell whether Word, counting numbered headings by itself, comes to the numbers that are printed."""
    counts = [0, 0, 0]
    for node in walk(document.blocks):
        if isinstance(node, Heading) and node.number:
            counts[node.level - 1] += 1
            counts[node.level :] = [0] * (3 - node.level)
            skips = 0 in counts[: node.level]  # there Word may count from 1 where we print a 0
            if skips or node.number != ".".join(str(count) for count in counts[: node.level]):
                return False
    return True


def has_numbers(document: Document) -> bool:
    """Tell whether headings bear numbers that Word counts."""
    numbered = any(isinstance(node, Heading) and node.number for node in walk(document.blocks))
    return numbered and word_counts_headings(document)


def _headings(nodes: Iterator[Any]) -> Iterator[Entry]:
    for node in nodes:
        match node:
            case Heading():
                yield Entry(node.level, node.anchor, node.number, node.inlines)
            case References() | Provenance():
                yield Entry(1, node.anchor, "", node.title)
            case _:
                pass
