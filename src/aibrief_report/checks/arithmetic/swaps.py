"""Swapped values: two tables that hold each other's values for two areas or two times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from aibrief_report.checks.arithmetic.measured import Conflict, apart, sound
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.records import Observation


def swaps(rows: Sequence[Observation], ledger: Ledger) -> Iterator[Conflict]:
    """Yield each four rows in which one source has for A what the other has for B, and the other way round.

    Both areas (at one time) and both times (of one area) are looked at.
    """
    held = sound(rows)
    facts: dict[tuple[str, ...], list[Observation]] = {}
    for row in held:
        facts.setdefault((row.indicator, row.counterpart, row.unit.measure, row.status), []).append(row)
    for group in facts.values():
        rivals = [pair for pair in combinations(group, 2) if _rivals(*pair, ledger)]
        for (a, b), (c, d) in combinations(rivals, 2):
            first, second = ((c, d) if c.source == a.source else (d, c)), (a, b)
            if _swapped(second, first):
                text = (
                    f"{a.source} has {a.value} for {_where(a)} and {first[0].value} for {_where(c)}, "
                    f"{b.source} the other way round"
                )
                yield Conflict((a, b, *first), text)


def _rivals(one: Observation, other: Observation, ledger: Ledger) -> bool:
    return (
        (one.area, one.period) == (other.area, other.period)
        and one.source != other.source
        and _worth(one) != _worth(other)
        and not apart(one, other, ledger)
    )


def _swapped(one: tuple[Observation, Observation], other: tuple[Observation, Observation]) -> bool:
    (a, b), (c, d) = one, other
    near = (a.area == c.area) != (a.period == c.period)
    same_sources = (a.source, b.source) == (c.source, d.source)
    return near and same_sources and _worth(a) == _worth(d) and _worth(b) == _worth(c)


def _where(row: Observation) -> str:
    return f"{row.area} {row.period}".strip()


def _worth(row: Observation) -> object:
    return row.value * row.unit.factor
