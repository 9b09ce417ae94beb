"""What became of what: two sequences paired, the same first, then what is likest between."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

T = TypeVar("T")

_ALIKE, _ALIKE_ALONE = 0.5, 0.25
"""Two that share less than this are not one that was changed, nor are two that stand alone between the same
neighbours and share less than the second."""


def paired(
    then: Sequence[T],
    now: Sequence[T],
    key: Callable[[T], Hashable],
    likeness: Callable[[T, T], float],
) -> Iterator[tuple[T | None, T | None]]:
    """Yield pairs in the order of `now`; what went stands before what came in its place.

    Of each pair one may be `None`: it came or went. `key` tells what is the same, `likeness` (0 to 1) what
    may be.
    """
    before, after = [key(one) for one in then], [key(one) for one in now]
    for tag, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(then[first:last], now[start:end], strict=True)
        else:
            yield from _likest(then[first:last], now[start:end], likeness)


def words_alike(one: str, other: str) -> float:
    """Return which part of their words two texts share, in order."""
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _likest(
    then: Sequence[T], now: Sequence[T], likeness: Callable[[T, T], float]
) -> Iterator[tuple[T | None, T | None]]:
    left, enough = list(then), _ALIKE_ALONE if len(then) == len(now) == 1 else _ALIKE
    partners: list[T | None] = []
    for one in now:
        scores = [likeness(other, one) for other in left]
        best = max(scores, default=0.0)
        partners.append(left.pop(scores.index(best)) if scores and best >= enough else None)
    yield from ((one, None) for one in left)
    yield from zip(partners, now, strict=True)
