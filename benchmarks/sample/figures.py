"""The tables of `data/`: invented figures, by arithmetic alone, the same on every machine."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.sample.sources import source_key

AREAS = (
    *(("FIN", "Finland"), ("SWE", "Sweden"), ("DNK", "Denmark"), ("EST", "Estonia")),
    *(("PRT", "Portugal"), ("IRL", "Ireland"), ("AUT", "Austria"), ("SVN", "Slovenia")),
)
YEARS = (2019, 2020, 2021, 2022, 2023, 2024)
COUNTERS = 6
"""So many sources say what the common network costs, each something else."""

_OBSERVATIONS = (
    *("id", "indicator", "area", "counterpart", "period", "period_as_stated", "value", "unit", "low", "high"),
    *(
        "qualifier",
        "status",
        "source",
        "locator",
        "origin",
        "credited_to",
        "reading",
        "edition",
        "rank",
        "note",
    ),
)


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted: its unit in the tables, how it begins, and by how many percent it grows each year."""

    name: str
    title: str
    definition: str
    unit: str
    kind: str
    first: float
    growth: float


MEASURES = (
    Measure(
        "lines", "Fixed lines", "Lines in use at the end of the year", "lines million", "stock", 4.2, 7.5
    ),
    Measure("spend", "Public spending", "Public money spent on networks", "EUR million", "flow", 310.0, 5.5),
    Measure("traffic", "Share of traffic", "Share of the region’s traffic", "percent", "share", 6.1, 3.0),
    Measure("staff", "Engineers", "Engineers in work at operators", "engineers thousand", "stock", 9.4, 4.0),
)
_COST = Measure(
    "cost", "Cost of the network", "What a common network would cost", "EUR billion", "flow", 21.4, 0
)


def key(measure: str, part: int) -> str:
    """Return the id of an indicator in one part of the brief."""
    return f"{measure}-{part}"


def value(measure: Measure, area: int, year: int, part: int) -> str:
    """Return a figure as decimal text with one digit: it grows with the years and falls with the areas."""
    begun = measure.first * (1 + 0.011 * part) / (1 + 0.17 * area)
    return f"{begun * (1 + measure.growth / 100) ** (year - YEARS[0]) + 0.1 * (year - YEARS[0]):.1f}"


def tables(parts: int) -> dict[str, str]:
    """Return the CSV files of `data/` by name."""
    indicators = ((key(one.name, part), one, part) for part in range(parts) for one in (*MEASURES, _COST))
    return {
        "areas.csv": _csv(
            ("id", "name", "short", "kind", "members", "note"),
            [
                *((code, name, name, "country", "", "") for code, name in AREAS),
                ("EUR", "Europe", "Europe", "aggregate", "", ""),
            ],
        ),
        "indicators.csv": _csv(
            ("id", "title", "definition", "unit", "kind", "decimals", "note"),
            (
                (name, f"{one.title}, wave {part + 1}", one.definition, one.unit, one.kind, "1", "")
                for name, one, part in indicators
            ),
        ),
        "observations.csv": _csv(_OBSERVATIONS, (row for part in range(parts) for row in _rows(part))),
        "contests.csv": _csv(
            ("id", "title", "rows", "how", "note"), (_contest(part) for part in range(parts))
        ),
    }


def _rows(part: int) -> Iterable[Sequence[str]]:
    for place, measure in enumerate(MEASURES):
        for area, (code, _) in enumerate(AREAS):
            for year in YEARS:
                told = (
                    f"{measure.name}-{part}-{code.lower()}-{year}",
                    key(measure.name, part),
                    code,
                    str(year),
                )
                yield _row(*told, value(measure, area, year, part), measure.unit, source_key(part, place))
    for place in range(COUNTERS):
        told = (f"cost-{part}-{place}", key("cost", part), "EUR", "2024")
        amount = f"{_COST.first + 1.7 * place + 0.1 * part:.1f}"
        yield _row(*told, amount, _COST.unit, source_key(part, len(MEASURES) + place))


def _row(
    name: str, indicator: str, area: str, period: str, amount: str, unit: str, source: str
) -> Sequence[str]:
    told = {"id": name, "indicator": indicator, "area": area, "period": period, "value": amount, "unit": unit}
    told |= {"status": "normal", "source": source, "reading": "primary", "rank": "normal"}
    told["locator"] = f"table {1 + len(name) % 9}"
    return [told.get(column, "") for column in _OBSERVATIONS]


def _contest(part: int) -> Sequence[str]:
    rows = " ".join(f"cost-{part}-{place}" for place in range(COUNTERS))
    how = "Some count masts and cables alone, others land and permits as well."
    return (f"cost-{part}", f"What the network of wave {part + 1} costs", rows, how, "")


def _csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows((head, *rows))
    return written.getvalue()
