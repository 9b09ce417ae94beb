"""Numbers in columns: where to split a cell, so that decimal marks stand beneath one another.

The part from the mark on stands in a box as wide as the longest of its column; in tabular figures, and set
to the right, whole parts then end where fractions begin.
"""

from __future__ import annotations

import re

from aibrief_report.model.inlines import Inlines, NumberText, Text

_FRACTION = {mark: re.compile(rf"(?<=\d){re.escape(mark)}\d|^[^\d]?{re.escape(mark)}\d") for mark in ".,"}
_WIDTHS = {".": 0.55, ",": 0.55, "%": 1.8, " ": 0.5, "\u00a0": 0.5, "\u202f": 0.4}
MARK = 0.9
"""The room of the mark of a contested number, in figures."""

_SUFFIX = re.compile(r"(?<=\d)\s*[^\d\s.,][^\d]*$")


def split(words: str, mark: str) -> tuple[str, str]:
    """Return a printed number before and from its decimal mark; what follows the digits goes with the latter.

    `mark` is the language's own. Where only the other is there, it counts unless it can group thousands.
    """
    other = "," if mark == "." else "."
    found = _last(words, mark)
    found = _last_alone(words, other) if found is None else found
    if found is not None and not _groups_only(words, mark, found):
        return words[:found], words[found:]
    suffix = _SUFFIX.search(words)
    return (words[: suffix.start()], words[suffix.start() :]) if suffix else (words, "")


def splittable(cell: Inlines) -> Text | NumberText | None:
    """Return the first node of a cell where it prints a number; `None` for a cell that is set whole."""
    first = cell[0] if cell else None
    return first if isinstance(first, Text | NumberText) and any(c.isdigit() for c in first.text) else None


def room(fraction: str) -> float:
    """Return the width of what stands from the decimal mark on, in figures: too wide, never too narrow."""
    return sum(_WIDTHS.get(char, 1.0 if char.isdigit() else 1.2) for char in fraction)


def _last(words: str, mark: str) -> int | None:
    places = [found.end() - 2 for found in _FRACTION[mark].finditer(words)]
    return places[-1] if places else None


def _last_alone(words: str, mark: str) -> int | None:
    """Return the place of the other language's mark where it is the only one and groups no thousands."""
    place = _last(words, mark)
    if place is None or words.count(mark) > 1:
        return None
    digits = re.match(r"\d+", words[place + 1 :])
    return None if digits and len(digits[0]) == 3 and not words.lstrip("−-").startswith("0") else place


def _groups_only(words: str, mark: str, place: int) -> bool:
    """Return whether the mark at `place` only groups thousands: it occurs more than once."""
    return words[place] == mark and words.count(mark) > 1
