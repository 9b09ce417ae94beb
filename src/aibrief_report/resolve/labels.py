"""Labels: headings, figures, tables, boxes and footnotes are counted, and every printed number is named."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from aibrief_report.model.blocks import Box, Figure, Heading, Table
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import Citation, Note, NoteRef, NumberText
from aibrief_report.model.walk import rewrite

_COUNTED_BOXES = ("box", "method")


def label(document: Document) -> Document:
    """Return the document with labels ("Figure 1"), numbers of headings and notes, and anchors."""
    counter = _Counter(document)
    meta, blocks = rewrite((document.meta, document.blocks), counter.label)
    blocks = rewrite(blocks, counter.mark_again)
    return replace(document, meta=meta, blocks=blocks)


class _Counter(Struct):
    """Counts in reading order. `levels` are the numbers of the headings above, `notes` those with a name."""

    document: Document
    counts: dict[str, int] = field(default_factory=dict)
    levels: list[int] = field(default_factory=list)
    notes: dict[str, Note] = field(default_factory=dict)

    def label(self, node: Any) -> Any:
        match node:
            case Figure():
                return replace(node, label=self._label("figure"))
            case Table() if node.title:
                return replace(node, label=self._label("table"))
            case Box() if node.role in _COUNTED_BOXES:
                return replace(node, label=self._label("box"))
            case Heading() if self.document.meta.numbered_headings:
                return replace(node, number=self._section(node.level))
            case Note():
                number = self._next("note")
                note = self.notes[node.name] = replace(node, number=number, anchor=f"note-{number}")
                return note
            case NumberText():
                return replace(node, anchor=f"n{self._next('number')}")
            case Citation():
                return replace(node, anchor=f"cite-{self._next('citation')}")
            case _:
                return node

    def mark_again(self, node: Any) -> Any:
        """Return a further mark of a note with the number of the note."""
        if not isinstance(node, NoteRef):
            return node
        note = self.notes[node.name]
        return replace(node, number=note.number, anchor=note.anchor)

    def _section(self, level: int) -> str:
        """Return the number of the next heading of a level; a level that was skipped counts 0."""
        above = [*self.levels, 0, 0, 0][:level]
        self.levels = [*above[:-1], above[-1] + 1]
        return ".".join(str(one) for one in self.levels)

    def _label(self, kind: str) -> str:
        return f"{self.document.words[kind]} {self._next(kind)}"

    def _next(self, kind: str) -> int:
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return self.counts[kind]
