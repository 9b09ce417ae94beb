"""Periods: ISO 8601 years, quarters, months, days, and intervals with both ends included."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

Grain: TypeAlias = Literal["none", "year", "quarter", "month", "day", "interval"]

_FORMS: tuple[tuple[Grain, re.Pattern[str]], ...] = (
    ("year", re.compile(r"\d{4}", re.ASCII)),
    ("quarter", re.compile(r"\d{4}-Q[1-4]", re.ASCII)),
    ("month", re.compile(r"\d{4}-\d{2}", re.ASCII)),
    ("day", re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)),
)


class Period(Struct, frozen=True):
    """A period as written, how fine it is, and its first and last day (`None` for an undated row)."""

    text: str
    grain: Grain
    first: date | None
    last: date | None

    @property
    def dated(self) -> bool:
        """Whether there is a date at all: an undated row enters no comparison."""
        return self.first is not None

    def lies_within(self, other: Period) -> bool:
        """Return whether this is a shorter period of days that `other` has as well."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return False
        return (self.first, self.last) != (other.first, other.last) and (
            other.first <= self.first and self.last <= other.last
        )

    def __str__(self) -> str:
        return self.text


UNDATED = Period("", "none", None, None)


def read_period(text: str) -> Period:
    """Return the period that a text names; an empty text is undated. Raises `ValueError` otherwise."""
    if not text:
        return UNDATED
    start, slash, end = text.partition("/")
    if not slash:
        return _single(text)
    first, last = _single(start), _single(end)
    if first.first is None or last.last is None or first.first > last.last:
        raise ValueError("the interval ends before it begins")
    return Period(text, "interval", first.first, last.last)


def _single(text: str) -> Period:
    grain = next((name for name, form in _FORMS if form.fullmatch(text)), None)
    if grain is None:
        raise ValueError("a period is written 2023, 2023-Q3, 2023-07, 2023-07-31 or 2014/2023")
    year = int(text[:4])
    try:
        if grain == "year":
            return Period(text, grain, date(year, 1, 1), date(year, 12, 31))
        if grain == "quarter":
            month = 3 * int(text[-1])
            return Period(text, grain, date(year, month - 2, 1), _month_end(year, month))
        if grain == "month":
            month = int(text[5:])
            return Period(text, grain, date(year, month, 1), _month_end(year, month))
        day = date.fromisoformat(text)
    except (ValueError, calendar.IllegalMonthError):
        raise ValueError("there is no such day or month") from None
    return Period(text, grain, day, day)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
