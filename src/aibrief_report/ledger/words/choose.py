"""Choosing a word for a value, and the strongest word that is true of a whole range. See docs/words.md.

A value within 1% of a round one is that round value; within 5%, it is almost or just over it; else it is more
than the round value below.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from aibrief_report.ledger.intervals import CONTEXT, Interval
from aibrief_report.ledger.words.vocabulary import Near, Turn, Vocabulary, Word

_SAME, _NEAR, _FAR = Decimal("0.01"), Decimal("0.05"), Decimal("0.10")
_ONE = Decimal(1)


def times(value: Decimal, words: Vocabulary, *, rough: bool = False) -> Word:
    """Return the word for how many times one value is another. A rough one is about a round one."""
    if value == 1 and not rough:
        return Word(words.equal, _ONE, _ONE)
    return _near(value, words.times, rough)


def safe_times(values: Interval, words: Vocabulary) -> Word | None:
    """Return the strongest word true for a range of multiples; `None` where it goes from below 1 to above."""
    found = _about(values, words.times)
    if found is not None:
        return found
    if values.low > 1:
        return _more(values.low, words.times)
    return _less(values.high, words.times) if values.high < 1 else None


def part(value: Decimal, words: Vocabulary, *, rough: bool = False) -> Word:
    """Return the word for a part of a whole, 1 being all of it."""
    if value == 1:
        return Word(words.whole, _ONE, _ONE)
    if value >= 1 - _NEAR:
        return Word(words.almost_whole, 1 - _NEAR, _ONE)
    return _near(value, words.parts, rough)


def safe_part(values: Interval, value: Decimal, words: Vocabulary) -> Word | None:
    """Return the strongest word true for a range of parts; `None` where none says anything of all of it."""
    found, half = _about(values, words.parts), Decimal("0.5")
    if found is not None:
        return found
    more, less = _more(values.low, words.parts), _less(values.high, words.parts)
    if more is None or (less is not None and less.high / value < value / more.low):
        return less
    return Word(words.most, half, open_low=True) if more.low == half else more


def change(factor: Decimal, words: Vocabulary, *, rough: bool = False) -> Word:
    """Return the word for a change by a factor: 2 is doubled, 0.5 halved. A rough one is no round one."""
    if factor == 1:
        return Word(words.unchanged, _ONE, _ONE)
    if abs(factor - 1) < _SAME:
        return Word(words.almost_unchanged, 1 - _SAME, 1 + _SAME)
    turns = words.rises if factor > 1 else words.falls
    for base, turn in turns.items() if not rough else ():
        at = _turn(base, turn)
        found = next((one for one in at if one.holds(Interval(factor, factor))), None)
        if found is not None:
            return found
    slack = _FAR if rough else Decimal(0)
    bounds = Interval(factor / (1 + slack), factor * (1 + slack))
    return safe_change(bounds, words) or Word(words.almost_unchanged, 1 - _FAR, 1 + _FAR)


def safe_change(factors: Interval, words: Vocabulary) -> Word | None:
    """Return the strongest word true for a range of factors; `None` where some rise and some fall."""
    if factors.low > 1:
        passed = [base for base in words.rises if base < factors.low]
        if passed:
            return Word(words.rises[max(passed)].beyond, max(passed), open_low=True)
        return Word(words.rose, _ONE, open_low=True)
    if factors.high < 1:
        passed = [base for base in words.falls if base > factors.high]
        if passed:
            return Word(words.falls[min(passed)].beyond, high=min(passed), open_high=True)
        return Word(words.fell, high=_ONE, open_high=True)
    steady = Word(words.almost_unchanged, 1 - _SAME, 1 + _SAME)
    return steady if steady.holds(factors) else None


def _turn(base: Decimal, turn: Turn) -> tuple[Word, ...]:
    """Return the words for what meets a round change, or nearly comes to it."""
    met = Word(turn.exact, base * (1 - _SAME), base * (1 + _SAME))
    if base > 1:
        return met, Word(turn.almost, base * (1 - _NEAR), base, open_high=True)
    return met, Word(turn.almost, base, base * (1 + _FAR), open_low=True)


def _near(value: Decimal, scale: Mapping[Decimal, Near], rough: bool) -> Word:
    base = min(scale, key=lambda one: (abs(value - one) / one, one))
    off = CONTEXT.divide(value - base, base)
    if scale[base].exact == scale[base].about and abs(off) <= _NEAR:
        # "Roughly equal to" is the word for all that is near; there is no finer one.
        return Word(scale[base].exact, base * (1 - _NEAR), base * (1 + _NEAR))
    if abs(off) <= (_NEAR if rough else _SAME):
        near = _NEAR if rough else _SAME
        text = scale[base].about if rough else scale[base].exact
        return Word(text, base * (1 - near), base * (1 + near))
    if -_NEAR <= off < 0:
        return Word(scale[base].almost, base * (1 - _NEAR), base, open_high=True)
    if 0 < off <= _NEAR:
        return Word(scale[base].over, base, base * (1 + _NEAR), open_low=True)
    first = min(scale)
    return _more(value, scale) or Word(scale[first].less, high=first, open_high=True)


def _about(values: Interval, scale: Mapping[Decimal, Near]) -> Word | None:
    """Return the word for about a round value, where all of a range is near it; `None` where it is not."""
    about = (Word(scale[one].about, one * (1 - _NEAR), one * (1 + _NEAR)) for one in scale)
    return next((word for word in about if word.holds(values)), None)


def _more(value: Decimal, scale: Mapping[Decimal, Near]) -> Word | None:
    """Return the word for more than the greatest round value below; `None` where there is none."""
    below = max((one for one in scale if one < value), default=None)
    return None if below is None else Word(scale[below].more, below, open_low=True)


def _less(value: Decimal, scale: Mapping[Decimal, Near]) -> Word | None:
    above = min((one for one in scale if one > value), default=None)
    return None if above is None else Word(scale[above].less, high=above, open_high=True)
