"""What pandoc answers: a paragraph for each cluster, then the reference list, as the model's nodes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.model.blocks import Paragraph
from aibrief_report.model.document import Reference
from aibrief_report.model.inlines import Inlines, Note
from aibrief_report.references.runs import Run, inlines_from, joined, runs_of, trimmed

_ANCHOR = "#ref-"
_EDGES_BEFORE, _EDGES_AFTER = " ,;>", " ,;<"


class Answer(Struct, frozen=True):
    """The clusters in the order asked, and the entries as the style sorts them (their CSL left empty)."""

    clusters: tuple[Inlines, ...]
    entries: tuple[Reference, ...]


def read_answer(data: bytes) -> Answer:
    """Return the clusters and the printed entries in pandoc's JSON."""
    blocks: list[Any] = json.loads(data)["blocks"]
    lists = [block["c"] for block in blocks if block["t"] == "Div"]
    entries = [_entry(div["c"]) for _, divs in lists for div in divs]
    clusters = (_cluster(block["c"][0]["c"][1]) for block in blocks if block["t"] == "Para")
    return Answer(tuple(clusters), tuple(entry for entry in entries if entry.inlines))


def _cluster(nodes: Sequence[Any]) -> Inlines:
    """Return a cluster; in a style of notes, its part within the note as a `Note`."""
    text = [node for node in nodes if node["t"] != "Note"]
    notes = [Note((Paragraph(_linked(_lines(node["c"]))),)) for node in nodes if node["t"] == "Note"]
    return (*_linked(runs_of(text)), *notes)


def _linked(runs: Iterable[Run]) -> Inlines:
    groups = groupby(joined(runs), key=lambda run: run.url)
    return inlines_from(trimmed(part for _, group in groups for part in _bare_edges(list(group))))


def _bare_edges(runs: list[Run]) -> list[Run]:
    """Return the runs of one link, what is mere punctuation at the edges of a link to the list unlinked.

    In a note, the address of a source parts the link around it: "Smith, Report, <" must not look linked.
    """
    if not runs[0].url.startswith(_ANCHOR):
        return runs
    first, text = runs[0], runs[0].text.lstrip(_EDGES_BEFORE)
    runs = [replace(first, text=text), *runs[1:]]
    head = replace(first, text=first.text.removesuffix(text), url="")
    last, text = runs[-1], runs[-1].text.rstrip(_EDGES_AFTER)
    tail = replace(last, text=last.text.removeprefix(text), url="")
    return [head, *runs[:-1], replace(last, text=text), tail]


def _entry(div: Any) -> Reference:
    (anchor, _, _), blocks = div
    key = anchor.removeprefix(_ANCHOR[1:])
    nodes = [node for block in blocks for node in block["c"]]
    margin = [node for node in nodes if _is_margin(node)]
    label = "".join(run.text for run in runs_of(margin)).strip()
    body = trimmed(_lines([{**block, "c": [n for n in block["c"] if not _is_margin(n)]} for block in blocks]))
    return Reference(key, inlines_from(body), label=label)


def _lines(blocks: Sequence[Any]) -> Iterable[Run]:
    for number, block in enumerate(blocks):
        if number:
            yield Run("\n")
        yield from runs_of(block["c"])


def _is_margin(node: Any) -> bool:
    return bool(node["t"] == "Span" and "csl-left-margin" in node["c"][0][1])
