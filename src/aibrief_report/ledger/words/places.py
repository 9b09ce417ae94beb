"""Words for a place among others: "the second largest of five", or "among the three largest of five"."""

from __future__ import annotations

from aibrief_report.ledger.intervals import Interval
from aibrief_report.ledger.words.vocabulary import Places


def place(at: int, count: int, tied: bool, words: Places) -> str:
    """Return the words for a place among `count`; `tied` where another has the same."""
    told = {"count": words.number(count)}
    if tied:
        return words.tied[0].format(**told) if at == 1 else words.tied[1].format(nth=words.nth(at), **told)
    if count == 2:
        return words.both[at - 1]
    if at == 1:
        return words.first.format(**told)
    if at == count:
        return words.last.format(**told)
    return words.place.format(nth=words.nth(at), **told)


def safe_place(places: Interval, count: int, words: Places) -> str | None:
    """Return the words true for a range of places; `None` where it reaches to the last."""
    most = int(places.high)
    return words.among.format(most=words.number(most), count=words.number(count)) if most < count else None
