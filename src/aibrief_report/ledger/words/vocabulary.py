"""The words that a language has for values near a round one, and what each says of a value."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from aibrief_report.ledger.intervals import INFINITY, Interval

COUNTS = (*range(2, 21), *range(30, 100, 10), *range(100, 1000, 100), 1000)
"""The whole multiples that have words: every number to twenty, then tens, then hundreds."""
PARTS = tuple(Fraction(*pair) for pair in ((1, 10), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3)))
PARTS = (*PARTS, Fraction(3, 4), Fraction(4, 5), Fraction(9, 10))
"""The parts of a whole that have words."""
FALLS = tuple(Fraction(*pair) for pair in ((1, 2), (1, 3), (1, 4), (1, 10)))
"""What is left after the falls that have words: by half, by two thirds, by three quarters, by nine tenths."""
MOST_PLACES = 1000
"""As many places have ordinals."""
RISES = tuple(range(2, 11))
"""The multiples to which the rises that have words lead: doubled, tripled, …, tenfold."""


class Word(Struct, frozen=True):
    """A word and the values of which it is true; an end is left out where it is `open`."""

    text: str
    low: Decimal = -INFINITY
    high: Decimal = INFINITY
    open_low: bool = False
    open_high: bool = False

    def holds(self, values: Interval) -> bool:
        """Return whether it is true of every value of an interval."""
        above = values.low > self.low or (values.low == self.low and not self.open_low)
        below = values.high < self.high or (values.high == self.high and not self.open_high)
        return above and below


class Near(Struct, frozen=True):
    """What is said of values near one round value, and of those beyond it on either side."""

    exact: str
    almost: str
    over: str
    more: str
    less: str
    about: str

    @classmethod
    def of(cls, name: str, *around: str) -> Near:
        """Return the words for a name, put into patterns: almost, over, more, less, about."""
        return cls(name, *(pattern.format(name) for pattern in around))


class Turn(Struct, frozen=True):
    """What is said of a change that comes near a round one, meets it, or goes beyond it."""

    almost: str
    exact: str
    beyond: str


class Places(Struct, frozen=True):
    """How a place among others is said: patterns with `{count}`, `{nth}` and `{most}`.

    `among` says that a place is one of the first `{most}`; `both` are the words for two; `tied` are those for
    a first place and for another that is shared. `nths` begin with the second.
    """

    first: str
    last: str
    place: str
    among: str
    both: tuple[str, str]
    tied: tuple[str, str]
    numbers: tuple[str, ...]
    nths: tuple[str, ...]

    def number(self, count: int) -> str:
        """Return a number in words, in digits beyond those that have one."""
        return self.numbers[count - 1] if count <= len(self.numbers) else str(count)

    def nth(self, place: int) -> str:
        """Return the ordinal of a place from the second on."""
        return self.nths[place - 2]


class Vocabulary(Struct, frozen=True):
    """All words of one language; see `docs/words.md` for the sentences that they are made for."""

    times: Mapping[Decimal, Near]
    equal: str
    parts: Mapping[Decimal, Near]
    whole: str
    almost_whole: str
    most: str
    rises: Mapping[Decimal, Turn]
    falls: Mapping[Decimal, Turn]
    rose: str
    fell: str
    unchanged: str
    almost_unchanged: str
    places: Places


def decimal(number: Fraction | int) -> Decimal:
    """Return a fraction as a decimal."""
    return Decimal(number) if isinstance(number, int) else Decimal(number.numerator) / number.denominator
