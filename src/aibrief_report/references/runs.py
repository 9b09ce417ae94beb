"""Pandoc's inlines to the model's: flattened to runs of equally marked text, then nested anew.

Flattening settles what a tree leaves open: italics within italics turn upright, and an address within a
link to the reference list stays a link of its own, for links cannot be nested in any of our formats.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.errors import Fault, ReferencesError
from aibrief_report.model.inlines import (
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from aibrief_report.references.defects import restored

_MARKS: dict[str, type[Emphasis | Strong | SmallCaps | Superscript | Subscript]] = {
    "Strong": Strong,
    "Emph": Emphasis,
    "SmallCaps": SmallCaps,
    "Superscript": Superscript,
    "Subscript": Subscript,
}
"""Outermost first: the order in which marks of one run are nested."""

_BREAK = "\n"


class Run(Struct, frozen=True):
    """A stretch of text under the same marks (pandoc's names) and the same link; a break is a line feed."""

    text: str
    marks: frozenset[str] = frozenset()
    url: str = ""


_BARE = Run("")


def inlines_of(nodes: Sequence[Any]) -> Inlines:
    """Return pandoc's inlines as the model's. Raises `ReferencesError` for what no citation holds."""
    return inlines_from(runs_of(nodes))


def runs_of(nodes: Sequence[Any], under: Run = _BARE) -> Iterator[Run]:
    """Yield the runs in pandoc's inlines, in reading order."""
    for node in nodes:
        yield from _runs(node["t"], node.get("c"), under)


def inlines_from(runs: Iterable[Run]) -> Inlines:
    """Return runs as inlines, neighbours of the same marks joined."""
    found: list[Inline] = []
    written = (run for run in runs if run.text)
    for url, linked in groupby(written, key=lambda run: run.url):
        children = _nested(tuple(linked), tuple(_MARKS))
        found.extend((Link(url, children),) if url else children)
    return tuple(found)


def joined(runs: Iterable[Run]) -> list[Run]:
    """Return runs with neighbours of the same marks and link made one."""
    groups = groupby(runs, key=lambda run: (run.marks, run.url))
    return [Run("".join(run.text for run in group), *under) for under, group in groups]


def trimmed(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs without spaces and breaks at either end."""
    found = list(runs)
    while found and not found[0].text.strip():
        del found[0]
    while found and not found[-1].text.strip():
        del found[-1]
    if found:
        found[0] = replace(found[0], text=found[0].text.lstrip())
        found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return tuple(found)


def _runs(kind: str, content: Any, under: Run) -> Iterator[Run]:
    match kind:
        case "Str":
            yield replace(under, text=restored(content))
        case "Space" | "SoftBreak":
            yield replace(under, text=" ")
        case "LineBreak":
            yield replace(under, text=_BREAK)
        case "Emph":
            yield from runs_of(content, replace(under, marks=under.marks ^ {"Emph"}))
        case "Strong" | "SmallCaps" | "Superscript" | "Subscript":
            yield from runs_of(content, replace(under, marks=under.marks | {kind}))
        case "Underline" | "Strikeout":
            yield from runs_of(content, under)
        case "Link":
            yield from runs_of(content[1], replace(under, url=content[2][0]))
        case "Span":
            yield from _span(content, under)
        case _:
            raise ReferencesError(Fault(f"pandoc answered with {kind}, which no citation should hold"))


def _span(content: Any, under: Run) -> Iterator[Run]:
    (_, classes, _), children = content
    if "csl-block" in classes or "csl-indent" in classes:
        yield replace(under, text=_BREAK)
    yield from runs_of(children, under)


def _nested(runs: tuple[Run, ...], marks: tuple[str, ...]) -> Inlines:
    if not marks:
        return _plain("".join(run.text for run in runs))
    mark, inner = marks[0], marks[1:]
    found: list[Inline] = []
    for marked, group in groupby(runs, key=lambda run: mark in run.marks):
        children = _nested(tuple(group), inner)
        found.extend((_MARKS[mark](children),) if marked else children)
    return tuple(found)


def _plain(text: str) -> Inlines:
    parts: list[Inline] = []
    for number, line in enumerate(text.split(_BREAK)):
        parts += [LineBreak()] if number else []
        parts += [Text(line)] if line else []
    return tuple(parts)
