"""Dates of sources: EDTF as an analyst writes it, CSL's date parts as styles want it, both ways.

Understood is level 1 of the Extended Date/Time Format (Library of Congress, ISO 8601-2) as far as CSL can
say it: 2024, 2024-04, 2024-04-15, 2024-21 (spring), 2023/2024, 2023/.., 2024~ (about; `?` and `%` as well).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from aibrief_report.digest import Json

CslDate: TypeAlias = dict[str, Json]

_DATE = re.compile(r"(?P<year>-?\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[~?%])?")
_MARKS = "~?%"
_FIRST_SEASON, _LAST_SEASON = 21, 24
_OPEN_ENDS = ("", "..")
_OPEN = [0]
"""Pandoc's way to say that an interval has not ended."""


def date_from_edtf(text: str) -> CslDate:
    """Return CSL's form of a date or interval. Raises `ValueError`, saying what is wrong with it."""
    first, slash, last = text.strip().partition("/")
    parts = [_parts(first)]
    if slash:
        parts.append(_OPEN if last in _OPEN_ENDS else _parts(last))
        if parts[1] != _OPEN and parts[1] < parts[0]:
            raise ValueError("it ends before it begins")
    return _with_season(parts) | ({"circa": True} if any(mark in text for mark in _MARKS) else {})


def date_from_csl(value: Mapping[str, object]) -> CslDate:
    """Return a date given in CSL's own form, its numbers as numbers. Raises `ValueError` where it is none."""
    if isinstance(value.get("literal"), str) and len(value) == 1:
        return {"literal": str(value["literal"])}
    if isinstance(value.get("raw"), str) and len(value) == 1:
        return date_from_edtf(str(value["raw"]))
    rows = value.get("date-parts")
    if not isinstance(rows, list | tuple) or not 1 <= len(rows) <= 2:
        raise ValueError("a date in CSL's form has date-parts, such as [[2024, 4, 15]]")
    found: CslDate = {"date-parts": [_checked(_numbers(row)) for row in rows]}
    if value.get("season") not in {None, ""}:
        found["season"] = _number(value["season"])
    if str(value.get("circa") or "false").lower() not in {"false", "0"}:
        found["circa"] = True
    return found


def edtf(value: Mapping[str, Json]) -> str | Mapping[str, Json]:
    """Return a CSL date as EDTF; a literal one, for which EDTF has no words, as it is."""
    rows = value.get("date-parts")
    if not isinstance(rows, list):
        return value
    season = value.get("season")
    texts = [_text(row, season if isinstance(season, int) else None) for row in rows]
    return "/".join(texts) + ("~" if value.get("circa") else "")


def _parts(text: str) -> list[int]:
    found = _DATE.fullmatch(text)
    if not found:
        raise ValueError("it is not a date such as 2024, 2024-04 or 2024-04-15")
    return _checked([int(part) for part in (found["year"], found["month"], found["day"]) if part])


def _checked(parts: list[int]) -> list[int]:
    year, month, day = (*parts, 1, 1)[:3]
    if parts == _OPEN or (len(parts) == 2 and _FIRST_SEASON <= month <= _LAST_SEASON):
        return parts
    if not parts or len(parts) > 3:
        raise ValueError("a date has a year, a month and a day")
    try:
        # Before the common era any leap year will do: only month and day are checked.
        date(year if year > 0 else 4, month, day)
    except ValueError:
        raise ValueError("there is no such day in the calendar") from None
    return parts


def _with_season(rows: list[list[int]]) -> CslDate:
    season = rows[0][1] if len(rows[0]) == 2 and rows[0][1] >= _FIRST_SEASON else None
    if season is None or len(rows) > 1:
        return {"date-parts": rows}
    return {"date-parts": [rows[0][:1]], "season": season - _FIRST_SEASON + 1}


def _numbers(row: object) -> list[int]:
    return [_number(part) for part in row] if isinstance(row, list | tuple) else [_number(row)]


def _number(value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
        raise ValueError(f"{value!r} is not a number") from None


def _text(row: Json, season: int | None) -> str:
    if not isinstance(row, list) or row in ([], _OPEN):
        return ".."
    year, *rest = (part for part in row if isinstance(part, int))
    if season:
        rest = [season + _FIRST_SEASON - 1 if season < _FIRST_SEASON else season]
    head = f"{year:05d}" if year < 0 else f"{year:04d}"
    return "-".join((head, *(f"{part:02d}" for part in rest)))
