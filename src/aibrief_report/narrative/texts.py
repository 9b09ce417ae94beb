"""The texts of `brief.yaml`: titles, findings, notes, cells. One function fills them all like prose."""

from __future__ import annotations

from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct

from aibrief_report.errors import Place
from aibrief_report.inputs.yaml_text import YamlText
from aibrief_report.model.inlines import Inlines
from aibrief_report.model.numbers import Span
from aibrief_report.model.walk import plain
from aibrief_report.narrative.escape import one_line
from aibrief_report.narrative.inlines import InlineReader
from aibrief_report.narrative.markdown import lost
from aibrief_report.narrative.markers import read_lines
from aibrief_report.narrative.session import Session


class Texts(Struct, frozen=True):
    """Fills the texts of one brief.yaml; `source` knows the place of each by its keys."""

    session: Session
    markdown: MarkdownIt
    source: YamlText

    def inlines(self, text: str, *path: str | int) -> Inlines:
        """Return a text's inlines; what is wrong with it goes to the session's faults."""
        if not text:
            return ()
        place = self.source.place(*path)
        filled, _ = read_lines(self.session.fill(text, place))
        read: dict[str, Any] = {}
        root = SyntaxTreeNode(self.markdown.parseInline(one_line(filled).strip(), read))
        for _, message, hint in lost(read, ()):
            self.session.faults.add(message, place, hint)
        return self._reader().read(root.children[0].children, place) if root.children else ()

    def claimed(self, text: str, condition: str, *path: str | int) -> Inlines:
        """Return a text's inlines, bound to a condition where there is one; the text stands under `path`."""
        inlines = self.inlines(text, *path)
        if not condition:
            return inlines
        entry = self.session.claims.add(condition, self.span(*path, source=condition))
        return inlines if entry is None else self.session.claimed(entry, inlines)

    def plain(self, text: str, *path: str | int) -> str:
        """Return a text as plain text; its numbers stay in the document's numbers."""
        return plain(self.inlines(text, *path))

    def number(self, value: object, expression: str, place: Place) -> Inlines:
        """Return a value as printed at a place of brief.yaml that needs no template."""
        marked = self.session.print(value, expression, place.file, place.line or 1)
        return self._reader().inline(marked, place)

    def place(self, *path: str | int) -> Place:
        """Return where a value of brief.yaml stands."""
        return self.source.place(*path)

    def span(self, *path: str | int, source: str = "") -> Span:
        """Return the place of a value as a span; `source` is the text that stands there."""
        place = self.place(*path)
        return Span(place.file, place.line or 1, place.line or 1, source)

    def keep(self, anchor: str, text: str, *path: str | int) -> None:
        """Remember where a text that is no block of its own comes from; an empty one is printed nowhere."""
        if text:
            self.session.passages[anchor] = self.span(*path, source=text)

    def _reader(self) -> InlineReader:
        session = self.session
        return InlineReader(session.printed, session.ledger.sources, session.faults, {}, session.claimed)
