"""Periods in even steps: the names that stand along an axis of time, none left out.

Word sets names side by side, each as wide as the other; only if every year (or quarter, or month) has its
place is a length on the axis a length of time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from aibrief_report.charts.values import categories
from aibrief_report.model.charts import Chart

_MOST = 200
_FORMS: tuple[tuple[re.Pattern[str], int, Callable[[int], str]], ...] = (
    (re.compile(r"(\d{4})"), 1, lambda n: f"{n:04d}"),
    (re.compile(r"(\d{4})-Q([1-4])"), 4, lambda n: f"{n // 4:04d}-Q{n % 4 + 1}"),
    (re.compile(r"(\d{4})-(\d{2})"), 12, lambda n: f"{n // 12:04d}-{n % 12 + 1:02d}"),
)


def even_steps(chart: Chart) -> tuple[str, ...] | None:
    """Return everything that stands along an axis of names; `None` where no even steps hold all periods."""
    held = categories(chart)
    if chart.x.kind == "category":
        return tuple(held)
    return _filled(held) if chart.x.kind == "period" else None


def _filled(periods: Sequence[str]) -> tuple[str, ...] | None:
    for form, parts, text in _FORMS:
        found = [form.fullmatch(one) for one in periods]
        places = [_place(one, parts) for one in found if one]
        if len(places) == len(periods) and max(places) - min(places) < _MOST:
            return tuple(text(place) for place in range(min(places), max(places) + 1))
    return None


def _place(found: re.Match[str], parts: int) -> int:
    year, *part = found.groups()
    return int(year) * parts + (int(part[0]) - 1 if part else 0)
