"""What has become old in a brief: newer rows than those it prints, and the sentences they would change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from aibrief_report.digest import Json
from aibrief_report.ledger.facts import agree
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.records import Observation
from aibrief_report.model.document import Document
from aibrief_report.model.rows import Cells, rows_of
from aibrief_report.model.sentences import sentences
from aibrief_report.trace.across import passage, use_json
from aibrief_report.trace.uses import Use, uses

News: TypeAlias = Literal["later", "another", "outcome", "restated", "confirmed", "changed", "gone"]
"""What is new.

`later`: a later period of the same thing, from any source; `another`: a figure for the same period, in a
source of a later day, that the version does not tell; `outcome`: what a forecast or target came to;
`restated`: a newer edition of the series has another value, `confirmed`: the same; `changed`: the row itself
was changed since the version was built; `gone`: it was taken out of the tables.
"""

_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
"""Dates that can be set in order by their signs; others (an interval, a season) are not told apart."""
_EXPECTED = ("forecast", "target")


class Outdated(Struct, frozen=True):
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
        rivals = (one.row for number in document.numbers.values() for one in number.rivals)
        self.told = frozenset((*self.printed, *rivals))

    def found(self) -> Iterator[Outdated]:
        for key in self.printed:
            for news, newer, told in self._news(key):
                found = tuple(use for use in uses(self.document, key) if _prints(use, key))
                told_of = f"{told}{self._after_the_brief(newer)}"
                yield Outdated(key, news, newer.id if newer else None, told_of, found)

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
        yield from self._another(row)

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

    def _another(self, row: Observation) -> Iterator[tuple[News, Observation, str]]:
        """Yield what later sources say of the same period, where the document tells neither row nor value.

        Editions of one series are left to `_newer_edition`.
        """
        for one in self._same(row):
            alike = row.period.dated and (one.period.text, one.status) == (row.period.text, row.status)
            rival = alike and one.rank != "deprecated" and self.ledger.series(one) != self.ledger.series(row)
            if rival and one.id not in self.told and _is_after(self._issued(one), self._issued(row)):
                found = f"another figure for {row.period.text} is there ({one.id}, {one.source})"
                yield "another", one, f"{found}: {_value(one)}, beside {_value(row)}"

    def _issued(self, row: Observation) -> str:
        """Return the day on which a row's source was issued, as far as it is told; empty where it is not."""
        return str(self.ledger.sources[row.source].entry.get("issued") or "")

    def _after_the_brief(self, row: Observation | None) -> str:
        """Return the words for a row that the brief’s authors could not have had; else none."""
        issued = self._issued(row) if row is not None else ""
        late = _is_after(issued, self.document.meta.date)
        return f"; its source is of {issued}, after the brief’s date" if late else ""

    def _same(self, row: Observation) -> list[Observation]:
        """Return the other rows that measure the same in the same unit, for whatever period."""
        return [
            one for one in self.ledger.observations.values() if one.id != row.id and _what(one) == _what(row)
        ]

    def _continues(self, row: Observation, other: Observation) -> bool:
        if other.rank == "deprecated" or (other.status in _EXPECTED) != (row.status in _EXPECTED):
            return False
        stock = self.ledger.indicators[row.indicator].kind == "stock" and other.period.grain != "interval"
        first, last = row.period.first, row.period.last
        if first is None or last is None or other.period.first is None or other.period.last is None:
            return False
        # A month's flow is no successor of a year's; a stock is one at any date, and a year's is of its end.
        alike = other.period.grain == row.period.grain and other.period.first >= first
        return (stock or alike) and other.period.last > last


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


def _is_after(date: str, other: str) -> bool:
    """Return whether a date is surely later than another; a year alone is not later than a day in it."""
    length = min(len(date), len(other))
    return bool(_DATE.fullmatch(date) and _DATE.fullmatch(other)) and date[:length] > other[:length]


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
