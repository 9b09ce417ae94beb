"""Labels: figures, tables and boxes are counted, footnotes numbered, and every printed number named."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from aibrief_report.model.blocks import Box, Figure, Table
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import Citation, Note, NumberText
from aibrief_report.model.walk import rewrite

_COUNTED_BOXES = ("box", "method")


def label(document: Document) -> Document:
    """Return the document with labels ("Figure 1"), note numbers and anchors, in reading order."""
    counter = _Counter(document)
    meta, blocks = rewrite((document.meta, document.blocks), counter.label)
    return replace(document, meta=meta, blocks=blocks)


@dataclass(slots=True)
class _Counter:
    document: Document
    counts: dict[str, int] = field(default_factory=dict)

    def label(self, node: Any) -> Any:
        match node:
            case Figure():
                return replace(node, label=self._label("figure"))
            case Table() if node.title:
                return replace(node, label=self._label("table"))
            case Box() if node.role in _COUNTED_BOXES:
                return replace(node, label=self._label("box"))
            case Note():
                number = self._next("note")
                return replace(node, number=number, anchor=f"note-{number}")
            case NumberText():
                return replace(node, anchor=f"n{self._next('number')}")
            case Citation():
                return replace(node, anchor=f"cite-{self._next('citation')}")
            case _:
                return node

    def _label(self, kind: str) -> str:
        return f"{self.document.words[kind]} {self._next(kind)}"

    def _next(self, kind: str) -> int:
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return self.counts[kind]
