"""Typed numbers: digits and number words that an author wrote, and that are neither names nor dates."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec import Struct

from aibrief_report.checks.reading.amounts import DIGITS, amounts
from aibrief_report.checks.reading.names import names

_NUMBER = re.compile(rf"[−-]?{DIGITS}")


class Vocabulary(Struct, frozen=True):
    """What a ledger calls things: names of areas, and nouns for what is counted."""

    areas: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


def typed_numbers(text: str, known: Vocabulary, *, english: bool = True) -> tuple[tuple[int, int], ...]:
    """Return where numbers stand that say how much or how many; printed ones are hidden in the text."""
    measured = amounts(text, english=english)
    if not english:
        return measured
    spans = list(measured)
    taken = (*measured, *names(text, known.areas, known.nouns))
    for found in _NUMBER.finditer(text):
        if not _inside(found.span(), taken):
            spans.append(found.span())
    return tuple(sorted(spans))


def _inside(span: tuple[int, int], spans: Collection[tuple[int, int]]) -> bool:
    """Return whether the digits of a number lie within one of some spans, or overlap it from the left."""
    return any(start < span[1] and span[0] < end for start, end in spans)
