"""Units as published: a measure (`USD`, `percent`, `models`) and a scale (`billion`).

A measure may say more: `USD@2015` is money in prices of 2015, `USD per capita` is money for each person,
`index (2010=100)` is an index with its base. Each is a measure of its own: none adds to another.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Literal, TypeAlias

from msgspec import Struct

UnitKind: TypeAlias = Literal["currency", "percent", "points", "ratio", "index", "count"]

SCALES: dict[str, int] = {"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
"""The scales and their powers of ten (short scale, as in English)."""
_FACTORS = {scale: Decimal(10) ** power for scale, power in SCALES.items()}

_KINDS: dict[str, UnitKind] = {
    "percent": "percent",
    "percentage-points": "points",
    "ratio": "ratio",
    "index": "index",
}
_MONEY = re.compile(r"([A-Z]{3})(?:@(\d{4}))?(?: per (.+))?")
_INDEX = re.compile(r"index \((.+)\)")
_PER = " per "
_LONGEST_SYMBOL = 3
_VOWELS = frozenset("aeiouyæœøαεηιουωаеиоуыэюя")


class Unit(Struct, frozen=True):
    """A unit. Two units measure the same where their measures are equal; scales then convert exactly."""

    measure: str
    scale: str = ""

    @property
    def kind(self) -> UnitKind:
        """What sort of unit it is: an ISO 4217 code is a currency, a noun is a count."""
        if self.currency:
            return "currency"
        if self.base:
            return "index"
        return _KINDS.get(self.measure, "count")

    @property
    def currency(self) -> str:
        """The ISO 4217 code of money, empty for all else."""
        return self._money(1)

    @property
    def prices(self) -> str:
        """The year in whose prices money is told ("2015"), empty for current prices."""
        return self._money(2)

    @property
    def per(self) -> str:
        """What money, or what a symbol measures, is for each of ("capita"); empty for the whole."""
        return self.measure.partition(_PER)[2] if self.symbol else self._money(3)

    @property
    def base(self) -> str:
        """The base of an index as stated ("2010=100"), empty where none is."""
        found = _INDEX.fullmatch(self.measure)
        return found[1] if found else ""

    @property
    def symbol(self) -> str:
        """What is printed behind a number of a measure that is written as a symbol: "TWh", "kg", "t CO2e".

        Empty for money, shares and indices, and for what is counted by a noun, which the text says itself.
        """
        head = self.measure.partition(_PER)[0]
        return head if self.kind == "count" and head and is_symbol(head.split()[-1]) else ""

    @property
    def factor(self) -> Decimal:
        """By what a value is multiplied to be in the bare measure."""
        return _FACTORS[self.scale]

    def _money(self, part: int) -> str:
        found = _MONEY.fullmatch(self.measure)
        return (found[part] or "") if found else ""

    def __str__(self) -> str:
        head, per, tail = self.measure.partition(_PER)
        return f"{head} {self.scale}".strip() + per + tail


RATIO = Unit("ratio")
PERCENT = Unit("percent")
POINTS = Unit("percentage-points")


def read_unit(text: str) -> Unit:
    """Return the unit that a text names: `USD billion`, `CNY thousand per capita`, `index (2010=100)`.

    Raises `ValueError` where it is empty, names only a scale, or puts the scale elsewhere than behind what
    is counted.
    """
    head, per, tail = " ".join(text.split()).partition(_PER)
    words = head.split()
    scale = words[-1] if words and words[-1] in SCALES else ""
    measure = " ".join(words[:-1] if scale else words)
    if not measure:
        raise ValueError("a unit is a currency code, percent, or what is counted, then perhaps a scale")
    if any(word in SCALES for word in measure.split()) or _misplaced(tail):
        where = "the scale stands behind what is counted, once"
        raise ValueError(f"{where}: USD billion, USD thousand per capita")
    return Unit(f"{measure}{per}{tail}", scale)


def is_symbol(word: str) -> bool:
    """Return whether a unit's last word is a symbol, such as TWh, kg, m² or exaFLOP, and no noun.

    A symbol has a capital behind its first letter, a figure or a sign, at most three letters, or no vowel. In
    scripts without capitals every word is a noun.
    """
    letters = re.sub(r"[-’']", "", word)
    if not letters.isalpha():
        return True
    if letters.lower() == letters.upper():
        return False
    bare = unicodedata.normalize("NFD", letters.lower())
    return len(letters) <= _LONGEST_SYMBOL or letters[1:] != letters[1:].lower() or not set(bare) & _VOWELS


def _misplaced(tail: str) -> bool:
    """Return whether a scale stands behind “per …”; “per million” and “per 100 thousand” are no scales."""
    words = tail.split()
    return len(words) > 1 and words[-1] in SCALES and not words[-2].isdigit()
