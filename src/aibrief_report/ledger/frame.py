"""The ledger as a pandas frame, for notebooks and for `aibrief data --csv`: tidy, one row an observation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.records import Observation

if TYPE_CHECKING:
    import pandas as pd


def frame(ledger: Ledger, rows: Iterable[Observation] | None = None) -> pd.DataFrame:
    """Return observations (all of them where `rows` is `None`) with the words that explain their keys.

    `value` is a float in the published unit, `amount` the same without its scale (67.2 USD billion is
    6.72e10), `published` the text as published; `first` and `last` are the days that the period includes,
    `NaT` for an undated row.
    """
    import pandas as pd  # here: a build does not need it, and it takes 0.4 s to load

    chosen = list(ledger.observations.values() if rows is None else rows)
    table = pd.DataFrame([_record(ledger, row) for row in chosen], columns=list(_COLUMNS))
    return table.astype({"first": "datetime64[s]", "last": "datetime64[s]"})


_COLUMNS = (
    *("id", "indicator", "measures", "area", "area_name", "counterpart", "period", "first", "last"),
    *("published", "value", "amount", "unit", "qualifier", "status", "source", "source_title", "locator"),
    *("origin", "credited_to", "reading", "edition", "rank", "note"),
)


def _record(ledger: Ledger, row: Observation) -> tuple[object, ...]:
    source = ledger.sources[row.source]
    return (
        *(row.id, row.indicator, ledger.indicators[row.indicator].title, row.area),
        *(ledger.areas[row.area].name, row.counterpart, row.period.text, row.period.first, row.period.last),
        *(str(row.value), float(row.value), float(row.value * row.unit.factor), str(row.unit)),
        *(row.qualifier, row.status, row.source, str(source.entry.get("title", "")), row.locator),
        *(row.origin, row.credited_to, row.reading, row.edition, row.rank, row.note),
    )
