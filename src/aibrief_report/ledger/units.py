"""Units as published: a measure (`USD`, `percent`, `models`) and a scale (`billion`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

UnitKind: TypeAlias = Literal["currency", "percent", "points", "ratio", "index", "count"]

SCALES: dict[str, int] = {"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
"""The scales and their powers of ten (short scale, as in English)."""

_KINDS: dict[str, UnitKind] = {
    "percent": "percent",
    "percentage-points": "points",
    "ratio": "ratio",
    "index": "index",
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit. Two units measure the same where their measures are equal; scales then convert exactly."""

    measure: str
    scale: str = ""

    @property
    def kind(self) -> UnitKind:
        """What sort of unit it is: an ISO 4217 code is a currency, a noun is a count."""
        if re.fullmatch(r"[A-Z]{3}", self.measure):
            return "currency"
        return _KINDS.get(self.measure, "count")

    @property
    def factor(self) -> Decimal:
        """By what a value is multiplied to be in the bare measure."""
        return Decimal(10) ** SCALES[self.scale]

    def __str__(self) -> str:
        return f"{self.measure} {self.scale}".strip()


RATIO = Unit("ratio")
PERCENT = Unit("percent")
POINTS = Unit("percentage-points")


def read_unit(text: str) -> Unit:
    """Return the unit that a text names. Raises `ValueError` where it is empty or names only a scale."""
    words = text.split()
    scale = words[-1] if words and words[-1] in SCALES else ""
    measure = " ".join(words[:-1] if scale else words)
    if not measure:
        raise ValueError("a unit is a currency code, percent, or what is counted, then perhaps a scale")
    if any(word in SCALES for word in measure.split()):
        raise ValueError("the scale stands last, once: USD billion")
    return Unit(measure, scale)
