"""What has become old in a brief: newer rows than those it prints, and the sentences they would change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from aibrief_report.digest import Json
from aibrief_report.ledger.facts import agree
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.records import Observation
from aibrief_report.model.document import Document
from aibrief_report.model.rows import Cells, rows_of
from aibrief_report.model.sentences import sentences
from aibrief_report.trace.across import passage, use_json
from aibrief_report.trace.uses import Use, uses

News: TypeAlias = Literal["later", "outcome", "restated", "confirmed", "changed", "gone"]
"""What is new.

`later`: a later period of the same thing; `outcome`: what a forecast or target came to; `restated`: a newer
edition of the series has another value, `confirmed`: the same; `changed`: the row itself was changed since
the version was built; `gone`: it was taken out of the tables.
"""

_EXPECTED = ("forecast", "target")


@dataclass(frozen=True, slots=True)
class Outdated:
    """A row that a document prints, what is new of it, and every passage that it stands behind.

    `newer` is the newer row, `None` where the row itself changed or is gone; `told` says it in words.
    """

    row: str
    news: News
    newer: str | None
    told: str
    uses: tuple[Use, ...]


def outdated(document: Document, ledger: Ledger) -> tuple[Outdated, ...]:
    """Return what the ledger knows better than a document, in the order in which the document prints it."""
    return tuple(_Comparison(document, ledger).found())


def outdated_json(found: Iterable[Outdated]) -> Json:
    """Return findings as JSON."""
    return [
        {
            "row": one.row,
            "news": one.news,
            "newer": one.newer,
            "told": one.told,
            "uses": [use_json(use) for use in one.uses],
        }
        for one in found
    ]


def outdated_lines(found: Iterable[Outdated]) -> Iterator[str]:
    """Yield findings as lines: what is new, and below it the sentences that it would change."""
    for one in found:
        yield f"{one.row}: {one.told}"
        for use in one.uses:
            yield f"  {passage(use)}"


class _Comparison:
    """One document held against one ledger."""

    def __init__(self, document: Document, ledger: Ledger) -> None:
        self.document, self.ledger = document, ledger
        self.cells: Mapping[str, Cells] = rows_of(document)
        self.printed = tuple(dict.fromkeys(_printed(document)))
        self.used = [ledger.observations[key] for key in self.printed if key in ledger.observations]

    def found(self) -> Iterator[Outdated]:
        for key in self.printed:
            for news, newer, told in self._news(key):
                found = tuple(use for use in uses(self.document, key) if _prints(use, key))
                yield Outdated(key, news, newer.id if newer else None, told, found)

    def _news(self, key: str) -> Iterator[tuple[News, Observation | None, str]]:
        row = self.ledger.observations.get(key)
        if row is None:
            if key in self.cells and "value" in self.cells[key]:
                yield "gone", None, "the tables no longer have this row"
            return
        was = self.cells.get(key)
        if was is not None and _stated(was) != _stated_now(row):
            yield (
                "changed",
                None,
                f"the row now says {' '.join(_stated_now(row))}, not {' '.join(_stated(was))}",
            )
        yield from self._newer_edition(row)
        yield from self._outcome(row)
        yield from self._later(row)

    def _newer_edition(self, row: Observation) -> Iterator[tuple[News, Observation, str]]:
        """Yield the newest edition's row for the same fact, where the document does not print that."""
        series = self.ledger.series(row)
        editions = [
            one
            for one in self._same(row)
            if one.period.text == row.period.text
            and one.status == row.status
            and self.ledger.series(one) == series
        ]
        newest = max(editions, key=lambda one: one.edition, default=row)
        if newest.edition <= row.edition or newest.id in self.printed:
            return
        edition = f"edition {newest.edition} ({newest.id}, {newest.source})"
        if agree(newest, row):
            yield "confirmed", newest, f"{edition} has the same value, {_value(newest)}"
        else:
            yield "restated", newest, f"restated from {_value(row)} to {_value(newest)} by {edition}"

    def _outcome(self, row: Observation) -> Iterator[tuple[News, Observation, str]]:
        """Yield what was found of a period for which the document prints a forecast or a target."""
        if row.status not in _EXPECTED:
            return
        for one in self._same(row):
            outcome = one.period.text == row.period.text and one.status not in _EXPECTED
            if outcome and one.id not in self.printed and one.rank != "deprecated":
                found = f"{_value(one)} ({one.id}, {one.source})"
                yield "outcome", one, f"the {row.status} of {_value(row)} has an outcome: {found}"

    def _later(self, row: Observation) -> Iterator[tuple[News, Observation, str]]:
        """Yield the newest later row, where this one is of the newest period that the document prints.

        An older period in the same brief is printed as history, and no newer row makes that old.
        """
        line = [one for one in self._same(row) if self._continues(row, one)]
        if any(one.id in self.printed for one in line):
            return
        newest = max(line, key=lambda one: (one.period.last, one.rank == "preferred", one.id), default=None)
        if newest is not None:
            when = f"{newest.period.text} is there ({newest.id}, {newest.source})"
            yield "later", newest, f"{when}: {_value(newest)}, after {_value(row)} for {row.period.text}"

    def _same(self, row: Observation) -> list[Observation]:
        """Return the other rows that measure the same in the same unit, for whatever period."""
        return [
            one for one in self.ledger.observations.values() if one.id != row.id and _what(one) == _what(row)
        ]

    def _continues(self, row: Observation, other: Observation) -> bool:
        if other.rank == "deprecated" or (other.status in _EXPECTED) != (row.status in _EXPECTED):
            return False
        stock = self.ledger.indicators[row.indicator].kind == "stock"
        first, last = row.period.first, row.period.last
        if first is None or last is None or other.period.first is None or other.period.last is None:
            return False
        # A month's flow is no successor of a year's; a stock is one at any date.
        alike = stock or other.period.grain == row.period.grain
        return alike and other.period.last > last and other.period.first >= first


def _printed(document: Document) -> Iterator[str]:
    """Yield the ids of the rows behind what a document prints: numbers, and the marks of charts."""
    for sentence in sentences(document):
        for one in sentence.numbers:
            number = document.numbers.get(one.number)
            yield from number.rows if number else (one.number,)
    for number in document.numbers.values():
        yield from number.rows


def _prints(use: Use, key: str) -> bool:
    return key in use.rows and use.how != ("rival",)


def _what(row: Observation) -> tuple[str, str, str, str]:
    return (row.indicator, row.area, row.counterpart, row.unit.measure)


def _value(row: Observation) -> str:
    hedge = "" if row.qualifier == "exact" else f"{row.qualifier} "
    return f"{hedge}{row.value} {row.unit}"


def _stated(cells: Cells) -> tuple[str, ...]:
    """Return what a row says, for telling whether it says something else now."""
    names = ("qualifier", "value", "unit", "low", "high", "period", "status")
    return tuple(text for name in names if (text := cells.get(name, "")) not in ("", "exact", "normal"))


def _stated_now(row: Observation) -> tuple[str, ...]:
    texts = {
        "qualifier": row.qualifier,
        "value": str(row.value),
        "unit": str(row.unit),
        "low": "" if row.low is None else str(row.low),
        "high": "" if row.high is None else str(row.high),
        "period": row.period.text,
        "status": row.status,
    }
    return _stated(texts)
