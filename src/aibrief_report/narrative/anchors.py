"""Anchors: the names by which headings, figures, tables, boxes and paragraphs are found again.

An author writes them, as in `# Heading {#name}`, or they are made from the template's source, never from
printed values, so that they outlive a change of data. Of the source only the words count: not how its lines
are broken or set in, nor the marks of lists, quotes and footnotes, which change when something is added
above. Only of the same words in several places does an anchor tell which of them it is.
"""

from __future__ import annotations

import re

from msgspec import Struct, field

from aibrief_report.digest import short_id
from aibrief_report.errors import Faults, Place
from aibrief_report.model.inlines import Inlines, Text
from aibrief_report.model.numbers import Span

FINDINGS, ABOUT, CORRECTIONS = "box-key-findings", "box-about", "box-corrections"
"""The anchors of the boxes that brief.yaml fills."""

_WRITTEN = re.compile(r"\s*\{#([A-Za-z][\w-]*)\}\s*$")
_FENCE = re.compile(r":{3,}\s*\w+\s*")
_MARKS = re.compile(r"\{[{%].*?[%}]\}|\{#[^}]*\}")
_MOST_WORDS = 8
# "> - ", "3. ", "[^note]: ": what stands before a paragraph's words, as often as it is nested.
_BEFORE = re.compile(r"(?:\s*(?:[-*+]|\d{1,9}[.)]|>|\[\^[^\]\s]+\]:)(?=\s))+")


class Anchors(Struct):
    """Gives every anchor once. What is wrong with an author's own goes to `faults`."""

    faults: Faults
    given: dict[str, int] = field(default_factory=lambda: {FINDINGS: 1, ABOUT: 1, CORRECTIONS: 1})

    def written(self, kind: str, name: str, place: Place) -> str:
        """Return the anchor of a name that an author wrote: its kind stands before it, written or not."""
        anchor = name if name.startswith(f"{kind}-") else f"{kind}-{name}"
        if anchor in self.given:
            self.faults.add(f"two things are named {anchor!r}", place, "a reference could mean either")
        self.given[anchor] = self.given.get(anchor, 0) + 1
        return anchor

    def of_words(self, kind: str, span: Span) -> str:
        """Return an anchor made from the words of the template's first line."""
        line = _FENCE.sub("", span.source.partition("\n")[0], count=1)
        words = re.findall(r"[^\W_]+", _MARKS.sub(" ", line).lower())[:_MOST_WORDS]
        return self._once(f"{kind}-{'-'.join(words) or short_id(span.source)}")

    def of_source(self, kind: str, span: Span) -> str:
        """Return an anchor made from the words of the template's lines."""
        return self.of_texts(kind, span.file, span.source)

    def of_first_line(self, kind: str, span: Span) -> str:
        """Return an anchor made from the first of the template's lines, such as the head of a table."""
        return self.of_texts(kind, span.file, span.source.partition("\n")[0])

    def of_texts(self, kind: str, *texts: str) -> str:
        """Return an anchor made from the words of some texts."""
        return self._once(f"{kind}-{short_id(*map(_words, texts))}")

    def place(self, anchor: str) -> bool:
        """Return whether a chart or table of brief.yaml stands for the first time, and take note of it."""
        first = anchor not in self.given
        self.given[anchor] = self.given.get(anchor, 0) + 1
        return first

    def _once(self, anchor: str) -> str:
        """Return an anchor, numbered where a loop has printed the same source before."""
        count = self.given[anchor] = self.given.get(anchor, 0) + 1
        return anchor if count == 1 else f"{anchor}-{count}"


def _words(source: str) -> str:
    """Return a source's words, each line without the marks that stand before it."""
    return " ".join(word for line in source.split("\n") for word in _BEFORE.sub("", line, count=1).split())


def take_anchor(inlines: Inlines, raw: str) -> tuple[Inlines, str]:
    """Return inlines without a trailing `{#name}`, and the name; empty where `raw` has none.

    `raw` is the text before it was read, in which what data brought is still disarmed.
    """
    last = inlines[-1] if inlines and _WRITTEN.search(raw) else None
    found = _WRITTEN.search(last.text) if isinstance(last, Text) else None
    if found is None or not isinstance(last, Text):
        return inlines, ""
    rest = last.text[: found.start()]
    return (*inlines[:-1], Text(rest)) if rest else inlines[:-1], found[1]
