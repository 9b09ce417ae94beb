"""Everything in a document that rests on one row, or on one source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import Literal, TypeAlias

from msgspec import Struct

from aibrief_report.model.claims import Claim
from aibrief_report.model.document import Document
from aibrief_report.model.numbers import Number
from aibrief_report.model.rows import Cells, rows_of
from aibrief_report.model.sentences import Sentence, sentences

How: TypeAlias = Literal["number", "rival", "mark", "citation", "claim", "condition"]
"""How a passage uses a row or source.

`number`: prints it, or a value computed from it; `rival`: prints another source's figure, of which it is a
rival; `mark`: draws it; `citation`: cites the source; `claim`: is bound to a condition that it decides;
`condition`: is there, or reads as it does, because of it.
"""

UNSEEN = "alternative text or description"
"""Where a number stands that no sentence prints."""
CONDITION = "condition of the template"
"""Where a row is used that decides what stands in the text, though it may not stand there itself."""


class Use(Struct, frozen=True):
    """A passage that uses a row or source: how, and the numbers in it that do, by id and as printed.

    `rows` are the rows through which it does; none where the source is only cited.
    """

    sentence: Sentence
    how: tuple[How, ...]
    numbers: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()


def uses(document: Document, key: str) -> tuple[Use, ...]:
    """Return the uses of a row or source in reading order; empty where the document does without it."""
    if not key:
        return ()  # or every row without an origin would come from it
    user = _User(document, key, _rows_behind(rows_of(document), key))
    told = tuple(sentences(document))
    found = [use for sentence in told if (use := user.of(sentence))]
    seen = {one.number for sentence in told for one in sentence.numbers}
    return (*found, *user.unseen(seen), *user.conditions())


def _rows_behind(rows: Mapping[str, Cells], key: str) -> frozenset[str]:
    """Return the row itself, and every row that was read in a source or comes from it."""
    return frozenset(
        {key} | {row for row, cells in rows.items() if key in (cells.get("source"), cells.get("origin"))}
    )


class _User(Struct, frozen=True):
    document: Document
    key: str
    rows: frozenset[str]

    def of(self, sentence: Sentence) -> Use | None:
        """Return what a sentence uses; `None` where it uses nothing."""
        how: list[How] = []
        numbers: list[str] = []
        printed: list[str] = []
        rows: list[str] = []
        for one in sentence.numbers:
            kind, through = self._through(one.number)
            if kind is not None:
                how.append(kind)
                numbers.append(one.number)
                printed.append(one.text)
                rows += through
        if self.key in sentence.cited:
            how.append("citation")
        claimed = [row for claim in sentence.claims for row in self._deciding(claim)]
        if claimed:
            how.append("claim")
        if not how:
            return None
        behind = tuple(dict.fromkeys([*rows, *claimed]))
        return Use(sentence, tuple(dict.fromkeys(how)), tuple(numbers), tuple(printed), behind)

    def unseen(self, seen: Set[str]) -> Iterator[Use]:
        """Yield the numbers that use it, but stand only in alternative texts and in the description."""
        for key, number in self.document.numbers.items():
            kind, through = self._through(key)
            if kind is not None and key not in seen:
                sentence = Sentence("caption", number.text, "", UNSEEN, span=number.span)
                yield Use(sentence, (kind,), (key,), (number.text,), through)

    def conditions(self) -> Iterator[Use]:
        """Yield the blocks of templates that are as they are because of it."""
        for one in self.document.dependencies:
            rows = tuple(row for row in one.rows if row in self.rows)
            if rows:
                sentence = Sentence("prose", one.span.source, "", CONDITION, span=one.span)
                yield Use(sentence, ("condition",), rows=rows)

    def _through(self, key: str) -> tuple[How | None, tuple[str, ...]]:
        """Return how a printed number uses it, and through which rows."""
        number = self.document.numbers.get(key)
        if number is None:
            return ("mark", (key,)) if key in self.rows else (None, ())
        rows = tuple(row for row in number.rows if row in self.rows)
        if rows or any(source.key == self.key for source in number.sources):
            return "number", rows
        rivals = tuple(one.row for one in number.rivals if one.row in self.rows or one.source.key == self.key)
        return ("rival", rivals) if rivals else (None, ())

    def _deciding(self, claim: str) -> list[str]:
        found: Claim | None = self.document.claims.get(claim)
        if found is None:
            return []
        sides = [*found.support, *found.against]
        rows = [one.row for one in sides if one.row in self.rows or one.source.key == self.key]
        return [*rows, *(one.row for one in found.flips if one.row in self.rows)]


def other_sources(document: Document, number: Number, key: str, recalled: Set[str]) -> tuple[str, ...]:
    """Return the sources that state a number without a row or source and the rows that come with it.

    A copy that cannot be traced proves nothing, so it is left out; none stand behind a computed value.
    """
    if number.formula:
        return ()
    known = rows_of(document)
    left = [known[row] for row in number.rows if row in known and row not in recalled]
    found = (cells["source"] for cells in left if cells["reading"] != "untraced" and cells["source"] != key)
    return tuple(dict.fromkeys(found))
