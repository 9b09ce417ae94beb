"""A document many times as long: its body again and again, with anchors and numbers of its own each time."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from aibrief_report.model.blocks import Exhibits, Provenance, References
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import CrossRef, Note, NumberText
from aibrief_report.model.walk import rewrite, walk

_CLOSING = (Exhibits, References, Provenance)


def lengthened(document: Document, times: int) -> Document:
    """Return a resolved document whose body stands in it so many times; its lists stand once, at the end."""
    body = tuple(block for block in document.blocks if not isinstance(block, _CLOSING))
    closing = tuple(block for block in document.blocks if isinstance(block, _CLOSING))
    notes = sum(isinstance(node, Note) for node in walk(body))
    found = [_again(body, place, notes) for place in range(times)]
    numbers = {
        f"{key}-{place}": _again(replace(number, id=f"{key}-{place}"), place, notes)
        for place in range(times)
        for key, number in document.numbers.items()
    }
    blocks = tuple(block for blocks in found for block in blocks)
    # Charts and tables name rows as before, but nothing prints these numbers any more.
    rows = {key: replace(number, uses=()) for key, number in document.numbers.items()}
    return replace(document, blocks=(*blocks, *closing), numbers=rows | numbers)


def _again(part: Any, place: int, notes: int) -> Any:
    """Return blocks or a number under names of their own."""

    def renamed(node: Any) -> Any:
        if "anchor" in node.__struct_fields__ and node.anchor:
            node = replace(node, anchor=f"{node.anchor}-{place}")
        match node:
            case NumberText():
                return replace(node, number=f"{node.number}-{place}")
            case CrossRef():
                return replace(node, target=f"{node.target}-{place}")
            case Note():
                return replace(node, number=node.number + notes * place)
            case _:
                return node

    return rewrite(part, renamed)
