"""Units typed beside a printed number, and whether the number has another one, or has it already."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec import Struct

from aibrief_report.ledger.units import SCALES, Unit

_CURRENCIES = {
    **dict.fromkeys(("dollar", "dollars", "US dollars", "US dollar"), "USD"),
    **dict.fromkeys(("euro", "euros"), "EUR"),
    **dict.fromkeys(("yuan", "renminbi"), "CNY"),
    **dict.fromkeys(("pound", "pounds"), "GBP"),
    **dict.fromkeys(("yen",), "JPY"),
    **dict.fromkeys(("rupee", "rupees"), "INR"),
}
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "₹": "INR"}
_SHARES = {"percent": "percent", "per cent": "percent", "%": "percent", "percentage points": "points"}
_BEHIND = re.compile(
    r"[\s\u00a0]?(?P<word>%|percentage[\s\u00a0]points|per[\s\u00a0]cent|percent|thousand|million|billion|trillion"
    r"|US[\s\u00a0]dollars?|dollars?|euros?|yuan|renminbi|pounds?|yen|rupees?)(?!\w)"
)
_SYMBOL = re.compile(
    r"[\s\u00a0]?(?P<word>[kMGTPEZYmµn]?(?:Wh|W|J|Hz|FLOPs?(?:/s)?|t|g|m[²³23]?)|ha|°[CF]"
    r"|(?:exa|peta|tera|giga|mega|kilo)(?:FLOPs?(?:/s)?|FLOPS|bytes?|watt(?:s|-hours?)?))(?![\w²³])"
)
"""Symbols that measure, as they stand behind a number, without the letters that are words or scales too."""
_RAISED = str.maketrans("²³", "23")
_STOPS = re.compile(
    r"[^\w\s’-]|\b(?:of|in|for|from|by|among|with|to|at|on|and|or|but|than|that|which|per|a|an|the)\b"
)
_NEAR = 4


class TypedUnit(Struct, frozen=True):
    """A unit typed beside a number that does not fit. `twice` says that the number prints it already."""

    text: str
    twice: bool = False


def typed_unit(
    before: str, printed: str, behind: str, unit: Unit, nouns: Collection[str]
) -> TypedUnit | None:
    """Return the unit typed around a printed number that it should not have; `None` where there is none.

    `before` and `behind` are the sentence up to the number and after it; `nouns` is what the ledger counts.
    """
    return (
        _sign(before, printed, unit)
        or _word(printed, behind, unit)
        or _symbol(printed, behind, unit)
        or _noun(behind, unit, nouns)
    )


def _sign(before: str, printed: str, unit: Unit) -> TypedUnit | None:
    sign = before[-1:]
    if sign not in _SIGNS:
        return None
    if sign in printed:
        return TypedUnit(sign, twice=False)
    return None if _SIGNS[sign] == unit.measure else TypedUnit(sign)


def _word(printed: str, behind: str, unit: Unit) -> TypedUnit | None:
    """Compare the word right behind the number: a scale, a currency or a share."""
    found = _BEHIND.match(behind)
    if found is None:
        return None
    word = found["word"].replace("\u00a0", " ")
    if word in SCALES:
        if printed.endswith(word):
            return TypedUnit(word, twice=True)
        return TypedUnit(word) if _scaled(printed) or word != unit.scale else None
    if word in _CURRENCIES:
        right = _CURRENCIES[word] == unit.measure
        signed = any(sign in printed for sign in _SIGNS) or printed.endswith(word)
        return None if right and not signed else TypedUnit(word, twice=right and printed.endswith(word))
    if word == "%" and "%" in printed:
        return TypedUnit(word, twice=True)
    if _SHARES[word] == unit.kind and "%" in printed:
        return TypedUnit(word)
    return None if _SHARES[word] == unit.kind else TypedUnit(word)


def _scaled(printed: str) -> bool:
    return any(printed.endswith(scale) for scale in SCALES if scale)


def _symbol(printed: str, behind: str, unit: Unit) -> TypedUnit | None:
    """Compare the symbol right behind the number: GWh, km², exaFLOP."""
    if unit.kind != "count":
        return None
    own, following = unit.symbol, behind.replace("\u00a0", " ").lstrip()
    if own and re.match(rf"{re.escape(own)}(?!\w)", following):
        return TypedUnit(own, twice=True) if printed.endswith(own) else None
    found = _SYMBOL.match(behind)
    if found is None or found["word"].translate(_RAISED) == own.translate(_RAISED):
        return None
    return TypedUnit(found["word"])


def _noun(behind: str, unit: Unit, nouns: Collection[str]) -> TypedUnit | None:
    """Compare the noun that is counted, where it is one of those that the ledger counts."""
    if unit.kind != "count":
        return None
    own = unit.measure.split()[-1]
    stop = _STOPS.search(behind)
    near = re.findall(r"[\w’-]+", behind[: stop.start()] if stop else behind)[:_NEAR]
    others = [word for word in near if word in nouns and word != own]
    return TypedUnit(others[-1]) if others and own not in near else None
