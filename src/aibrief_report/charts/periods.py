"""Where a period stands on a time axis, and how it is printed there, in short."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from aibrief_report.errors import ChartError, Fault
from aibrief_report.ledger.periods import Period
from aibrief_report.ledger.periods import read_period as read

_HINT = "a time axis needs periods such as 2023, 2023-Q3, 2023-07, 2023-07-31 or 2014/2023"


class Stretch(Struct, frozen=True):
    """The first and the last day of a period."""

    first: date
    last: date

    @property
    def start(self) -> float:
        """Where it begins, in years and parts of a year: 1 July 2023 is about 2023.5."""
        return _years(self.first)

    @property
    def end(self) -> float:
        """Where it ends, as `start`; the last day counts."""
        return _years(self.last) + 1 / _days(self.last.year)

    @property
    def middle(self) -> float:
        """Where its middle stands, as `start`."""
        return (self.start + self.end) / 2


def stretch(text: str) -> Stretch:
    """Return the days of a period. Raises `ChartError` where the text is no period."""
    found = _read(text)
    if found.first is None or found.last is None:
        raise ChartError(Fault("a mark on a time axis has no date", hint=_HINT))
    return Stretch(found.first, found.last)


def are_years(periods: Iterable[str]) -> bool:
    """Tell whether all periods are plain years, which then stand at the year's own mark."""
    return all(_read(one).grain == "year" for one in periods)


def period_text(text: str, language: str) -> str:
    """Return a period as printed: `2014–2023`, `Q3 2023`, `Jul 2025`, `26 Aug 2025` in the language's way."""
    return "–".join(_printed(_read(part), language) for part in text.split("/", 1))


def _read(text: str) -> Period:
    try:
        return read(text)
    except ValueError as error:
        raise ChartError(Fault(f"{text!r} is not a period: {error}", hint=_HINT)) from error


def _printed(period: Period, language: str) -> str:
    from babel.dates import format_skeleton  # here: a chart that stands in the cache prints no dates

    skeletons = {"quarter": "yQQQ", "month": "yMMM", "day": "yMMMd"}
    if period.first is None or period.grain not in skeletons:
        return period.text
    locale = language.replace("-", "_")
    return str(format_skeleton(skeletons[period.grain], period.first, locale=locale))


def _years(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / _days(day.year)


def _days(year: int) -> int:
    return 366 if isleap(year) else 365
