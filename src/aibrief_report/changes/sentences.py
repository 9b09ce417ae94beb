"""Sentences whose numbers, verdict or words changed, each with its cause, side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from aibrief_report.changes.causes import Cause
from aibrief_report.changes.pairing import paired, words_alike
from aibrief_report.model.document import Document
from aibrief_report.model.sentences import Sentence, sentences

_EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)


class SentenceChange(Struct, frozen=True):
    """A sentence as it was and as it is (`None` where it was not there), and what made the difference.

    `verdicts` are those of its claims, then and now, where they differ.
    """

    then: Sentence | None
    now: Sentence | None
    cause: Cause
    verdicts: tuple[str, str] | None = None

    @property
    def where(self) -> str:
        """The section or block that it stands in."""
        one = self.now or self.then
        return one.where if one else ""


def sentence_changes(
    then: Document, now: Document, rows: frozenset[str], causes: frozenset[Cause]
) -> tuple[SentenceChange, ...]:
    """Return the sentences that differ, in reading order.

    `rows` are the ids of the rows that differ, `causes` what differs at all between the two.
    """
    before, after = list(sentences(then)), list(sentences(now))
    pairs = paired(before, after, _key, _likeness)
    judge = _Judge(then, now, rows, causes)
    return tuple(found for one, other in pairs if (found := judge.change(one, other)) is not None)


class _Judge(Struct, frozen=True):
    before: Document
    after: Document
    rows: frozenset[str]
    causes: frozenset[Cause]

    def change(self, then: Sentence | None, now: Sentence | None) -> SentenceChange | None:
        """Return how two sentences differ; `None` where they do not."""
        if then is None or now is None:
            return SentenceChange(then, now, self._cause_of_one(then or now))
        verdicts = self._verdict(self.before, then), self._verdict(self.after, now)
        turned = verdicts if verdicts[0] != verdicts[1] else None
        if then.text == now.text and turned is None:
            return None
        return SentenceChange(then, now, self._cause(then, now), turned)

    def _cause(self, then: Sentence, now: Sentence) -> Cause:
        if _words(then) != _words(now):
            return "prose"
        if then.source != now.source:
            return "template"
        return self._cause_behind(then, now)

    def _cause_behind(self, then: Sentence, now: Sentence) -> Cause:
        """Return why a sentence that nobody touched reads otherwise."""
        behind = {row for one, of in ((then, self.before), (now, self.after)) for row in _rows(of, one)}
        if behind & self.rows or self._claim_rows(now) & self.rows:
            return "data"
        likely: tuple[Cause, ...] = ("template", "theme", "toolkit", "data")
        return next((one for one in likely if one in self.causes), "toolkit")

    def _cause_of_one(self, one: Sentence | None) -> Cause:
        """Return why a sentence came or went: marks and cells by their rows, all others by an author."""
        if one is not None and one.kind in ("mark", "cell"):
            return "data" if {number.number for number in one.numbers} & self.rows else "template"
        return "prose" if "prose" in self.causes else "template"

    def _claim_rows(self, one: Sentence) -> set[str]:
        claims = (self.after.claims.get(key) for key in one.claims)
        return {rival.row for claim in claims if claim for rival in (*claim.support, *claim.against)}

    def _verdict(self, document: Document, one: Sentence) -> str:
        return ", ".join(document.claims[key].verdict for key in one.claims if key in document.claims)


def _rows(document: Document, one: Sentence) -> Iterator[str]:
    for printing in one.numbers:
        number = document.numbers.get(printing.number)
        yield from (*number.rows, *(rival.row for rival in number.rivals)) if number else (printing.number,)


def _words(one: Sentence) -> str:
    """Return what the author wrote, expressions aside."""
    return _EXPRESSION.sub("{{}}", one.source)


def _key(one: Sentence) -> tuple[str, str]:
    return one.where, one.source


def _likeness(one: Sentence, other: Sentence) -> float:
    return words_alike(one.source, other.source) if one.kind == other.kind else 0.0
