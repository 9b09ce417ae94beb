"""Where a period stands on a time axis, and how it is printed there.

Read are ISO 8601 years, months, days and intervals with both ends included (`2014/2023`), and SDMX quarters
and half-years (`2023-Q3`, `2024-S1`).
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from aibrief_report.errors import ChartError, Fault

_FORM = re.compile(r"(\d{4})(?:-(?:Q([1-4])|[SH]([12])|(\d\d)(?:-(\d\d))?))?")


@dataclass(frozen=True, slots=True)
class Stretch:
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


def read_period(text: str) -> Stretch:
    """Return the days of a period. Raises `ChartError` where the text is no period."""
    ends = [_one(part, text) for part in text.split("/", 1)]
    return Stretch(ends[0].first, ends[-1].last)


def are_years(periods: Iterable[str]) -> bool:
    """Tell whether all periods are plain years, which then stand at the year's own mark."""
    return all(re.fullmatch(r"\d{4}", one) for one in periods)


def period_text(text: str, language: str) -> str:
    """Return a period as printed: `2014–2023`, `Q3 2023`, `Jul 2025`, `26 Aug 2025` in the language's way."""
    return "–".join(_printed(part, language) for part in text.split("/", 1))


def _one(part: str, whole: str) -> Stretch:
    found = _FORM.fullmatch(part.strip())
    if found is None:
        raise ChartError(Fault(f"{whole!r} is not a period", hint="write 2023, 2023-Q3, 2023-07 or 2014/2023"))
    year, quarter, half, month, day = (int(one) if one else 0 for one in found.groups())
    months = (quarter * 3 - 2, quarter * 3) if quarter else (half * 6 - 5, half * 6) if half else (month, month)
    first, last = months if months[0] else (1, 12)
    try:
        if day:
            return Stretch(date(year, month, day), date(year, month, day))
        return Stretch(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
    except ValueError as error:
        raise ChartError(Fault(f"{whole!r} is not a period: {error}")) from error


def _printed(part: str, language: str) -> str:
    if re.fullmatch(r"\d{4}", part):
        return part
    from babel.dates import format_skeleton  # here: years alone need no date set

    stretch = _one(part, part)
    locale = language.replace("-", "_")
    if "Q" in part:
        return str(format_skeleton("yQQQ", stretch.first, locale=locale))
    if "S" in part or "H" in part:
        return f"{_printed(f'{stretch.first:%Y-%m}', language)}–{_printed(f'{stretch.last:%Y-%m}', language)}"
    skeleton = "yMMMd" if part.count("-") == 2 else "yMMM"
    return str(format_skeleton(skeleton, stretch.first, locale=locale))


def _years(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / _days(day.year)


def _days(year: int) -> int:
    return 366 if isleap(year) else 365
