"""A first mapping for a foreign table, guessed from the names of its columns, for a person to finish."""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import get_close_matches

from aibrief_report.ledger.exchange.columns import MEANINGS
from aibrief_report.ledger.exchange.grids import Grid
from aibrief_report.ledger.read import COLUMNS

_ALIASES = {
    "area": ("country", "country code", "geo", "ref_area", "iso3", "region", "location"),
    "period": ("year", "time", "time_period", "date"),
    "value": ("obs_value", "amount", "figure", "number"),
    "unit": ("unit_measure", "units", "measure unit"),
    "note": ("comment", "comments", "remark", "remarks", "notes"),
    "locator": ("page", "table", "place"),
    "status": ("obs_status", "flag"),
    "id": ("key", "row", "code"),
}
_NEEDED = {"observations": ("indicator", "area", "period", "value", "unit", "source", "reading")}


def draft_mapping(grid: Grid, table: str) -> str:
    """Return the text of a mapping for a person to finish; the same table gives the same draft.

    It has their columns where names are alike, constants to fill in, and the rest in comments.
    """
    return "\n".join(_lines(grid, table)) + "\n"


def _lines(grid: Grid, table: str) -> Iterator[str]:
    guessed = _guessed(grid, table)
    needed = [name for name in _NEEDED.get(table, ()) if name not in guessed]
    unused = [name for name in grid.columns if name not in guessed.values()]
    yield f"# How the rows of {grid.file} become rows of data/{table}.csv; see docs/exchange.md"
    yield f"table: {table}"
    if grid.sheet:
        yield f"sheet: {_quoted(grid.sheet)}"
    yield "columns:  # our column: theirs"
    for ours, theirs in guessed.items():
        yield f"  {ours}: {_quoted(theirs)}"
    if unused:
        yield f"# Their columns that are not used yet: {', '.join(_quoted(name) for name in unused)}"
    if needed:
        yield "constants:  # the same in every row"
        for name in needed:
            yield f"  {name}: ''  # {MEANINGS[table][name]}"
    if "id" not in guessed:
        yield 'id: "{indicator}-{area}-{period}"' if table == "observations" else "id: ''"
    yield "# values: {area: {US: USA}}  # their word: ours"


def _guessed(grid: Grid, table: str) -> dict[str, str]:
    found: dict[str, str] = {}
    free = {name.lower().strip(): name for name in grid.columns}
    for ours in COLUMNS[table]:
        words = (ours, ours.replace("_", " "), *_ALIASES.get(ours, ()))
        match = next((name for word in words for name in free if name == word), None)
        match = match or next((name for word in words for name in free if name.startswith(f"{word} ")), None)
        if match is None:
            match = next(iter(get_close_matches(ours, free, n=1, cutoff=0.8)), None)
        if match is not None:
            found[ours] = free.pop(match)
    return found


def _quoted(text: str) -> str:
    """Return a text as YAML reads it back: JSON's strings are YAML's."""
    return json.dumps(text, ensure_ascii=False)
