"""The columns of the tables in a spreadsheet: what each means, how wide it is, what it offers."""

from __future__ import annotations

from aibrief_report.ledger import records
from aibrief_report.ledger.exchange.sheets import Choices, SheetColumn
from aibrief_report.ledger.read import COLUMNS

SOURCES = "sources"
"""The sheet of the sources' keys, to choose from; the sources themselves are kept in data/sources.yaml."""

_READ = {
    "source": "The key of what was read, from the sheet sources.",
    "locator": "The place in the source: a page, a table, a paragraph.",
    "origin": "The key of who produced the figure, where that is not what was read.",
    "credited_to": "Whom the source names as origin, where that is not verified, or wrong.",
    "reading": "How good the reading is: primary (at the producer), quotes-primary, copy, untraced.",
    "note": "What a reader of the row must know.",
    "period": "2023, 2023-Q3, 2023-07, 2023-07-31 or 2014/2023 (both ends included); empty where undated.",
    "period_as_stated": "The source’s own words: “as of early 2024”.",
}
MEANINGS: dict[str, dict[str, str]] = {
    "observations": {
        **_READ,
        "id": "A short name of the row, unique and kept for good: inv-usa-2023-hai24.",
        "indicator": "What is measured: a key of the sheet indicators.",
        "area": "Where: a key of the sheet areas.",
        "counterpart": "The other area, for a comparison of two.",
        "value": "Decimal text as published; its digits are its precision: 67.2 is not 67.",
        "unit": "What is counted, then perhaps a scale: USD billion, percent, models. Never converted.",
        "low": "The lower bound, where the source gives one.",
        "high": "The upper bound, where the source gives one.",
        "qualifier": "How the source hedged: about, over, under, up-to; empty is exact.",
        "status": "normal, estimated, provisional, forecast or target.",
        "edition": "Which issue of a series: 2024. A newer one supersedes an older one of the same series.",
        "rank": "preferred, normal or deprecated; the note says why.",
    },
    "indicators": {
        "id": "The key that rows use.",
        "title": "How the indicator is called in a brief.",
        "definition": "What exactly is counted, and by which rules.",
        "unit": "The usual unit, such as USD billion.",
        "kind": "stock, flow, share, rate or index.",
        "decimals": "Decimals of a computed value.",
        "note": "What a reader must know.",
    },
    "areas": {
        "id": "ISO 3166 code, or a declared one such as EU27 or WLD.",
        "name": "As in prose: “the United States”.",
        "short": "As in charts: “US”.",
        "kind": "country, subdivision, aggregate or entity.",
        "members": "The keys of an aggregate’s members, with spaces between.",
        "note": "What a reader must know.",
    },
    "events": {
        **_READ,
        "id": "A short name of the event, unique and kept for good.",
        "type": "What sort of event it is: plan, regulation, target.",
        "title": "What happened, as a title.",
        "actor": "Who did it.",
        "area": "Where: a key of the sheet areas.",
        "summary": "What happened, in a sentence.",
    },
    "contests": {
        "id": "The key of the contest.",
        "title": "What a reader would take the rows for.",
        "rows": "The ids of the rows, with spaces between.",
        "how": "How label, definition or period differ.",
        "note": "What a reader must know.",
    },
    "rates": {
        **_READ,
        "id": "A short name of the rate, unique and kept for good: cny-usd-2023.",
        "from": "One of what: a currency code, or one with a year of prices: CNY, USD@2015.",
        "to": "In what it is told: USD, USD@2023.",
        "rate": "Decimal text as published: how many of “to” one of “from” is.",
    },
}
"""What each column holds, in a sentence; docs/data.md says more."""

_WIDTHS = {
    "id": 30,
    "indicator": 30,
    "source": 26,
    "origin": 26,
    "period": 12,
    "value": 12,
    "low": 10,
    "high": 10,
    "unit": 16,
    "edition": 10,
    "short": 12,
}
_LONG = {"note": 60, "definition": 60, "summary": 60, "how": 60, "rows": 50, "title": 40, "locator": 30}
_KEYS = {
    "indicator": "indicators",
    "area": "areas",
    "counterpart": "areas",
    "source": SOURCES,
    "origin": SOURCES,
}
_WORDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("observations", "qualifier"): records.QUALIFIERS,
    ("observations", "status"): records.STATUSES,
    ("observations", "reading"): records.READINGS,
    ("observations", "rank"): records.RANKS,
    ("events", "reading"): records.READINGS,
    ("rates", "reading"): records.READINGS,
    ("indicators", "kind"): records.KINDS,
    ("areas", "kind"): records.AREA_KINDS,
}


def sheet_columns(table: str, names: tuple[str, ...]) -> tuple[SheetColumn, ...]:
    """Return the columns of a table's sheet, in the order in which the table has them."""
    return tuple(
        SheetColumn(
            name,
            _LONG.get(name) or _WIDTHS.get(name, 18),
            MEANINGS[table][name],
            _choices(table, name),
        )
        for name in names
    )


def tables() -> tuple[str, ...]:
    """Return the names of the tables, in the order of their sheets."""
    return tuple(COLUMNS)


def _choices(table: str, column: str) -> Choices | None:
    words = _WORDS.get((table, column))
    if words is not None:
        return Choices(words)
    key = _KEYS.get(column)
    # A key may be new: its own row can be added later, and reading the tables checks it.
    return Choices(sheet=key, strict=False) if key else None
