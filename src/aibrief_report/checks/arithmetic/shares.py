"""Shares and totals: share × total = part, within rounding; and shares of one whole that exceed it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce

from aibrief_report.checks.arithmetic.measured import (
    Conflict,
    apart,
    meet,
    one_edition,
    possible,
    same_time,
    sound,
    told,
)
from aibrief_report.checks.arithmetic.titles import base_of_share, is_part_of_a_whole, of_the_world
from aibrief_report.checks.arithmetic.wholes import disjoint, is_part, is_world
from aibrief_report.ledger.intervals import Interval
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.records import Observation


def shares_and_totals(rows: Sequence[Observation], ledger: Ledger) -> Iterator[Conflict]:
    """Yield each share that, times its total, is not the part."""
    held = sound(rows)
    for share in held:
        base = base_of_share(ledger.indicators[share.indicator], ledger.indicators.values())
        if base is None:
            continue
        alike = [row for row in held if row.indicator == base.id and same_time(row, share)]
        for total in alike:
            for part in alike:
                if _fits(share, total, part, ledger):
                    yield from _compare(share, total, part)


def shares_of_one_whole(rows: Sequence[Observation], ledger: Ledger) -> Iterator[Conflict]:
    """Yield each group of shares of one whole that add up to more than all of it."""
    held = [row for row in sound(rows) if is_part_of_a_whole(ledger.indicators[row.indicator])]
    groups: dict[tuple[str, ...], list[Observation]] = {}
    for row in held:
        key = (row.indicator, row.counterpart, row.period.text, row.status, ledger.series(row), row.edition)
        groups.setdefault(key, []).append(row)
    for group in groups.values():
        summed = _one_an_area(group, ledger)
        least = sum((possible(row).low for row in summed), Decimal(0))
        if len(summed) > 1 and least > 100:
            listed = " + ".join(f"{row.value}" for row in summed)
            text = f"{listed} is more than 100 percent of {ledger.indicators[summed[0].indicator].title}"
            yield Conflict(tuple(summed), text)


def _one_an_area(rows: Sequence[Observation], ledger: Ledger) -> list[Observation]:
    areas = disjoint((row.area for row in rows), ledger)
    first = {row.area: row for row in reversed(rows)}
    return [first[area] for area in areas]


def _fits(share: Observation, total: Observation, part: Observation, ledger: Ledger) -> bool:
    """Return whether three rows are a share, its whole and its part, by areas, units and editions."""
    whole = ledger.areas[total.area]
    world = of_the_world(ledger.indicators[share.indicator])
    return (
        part.area == share.area
        and (is_world(whole) if world else is_part(share.area, total.area, ledger))
        and part.unit.measure == total.unit.measure
        and one_edition((share, total, part), ledger)
        and not (apart(share, part, ledger) or apart(share, total, ledger) or apart(total, part, ledger))
    )


def _compare(share: Observation, total: Observation, part: Observation) -> Iterator[Conflict]:
    expected = reduce(Interval.__mul__, (possible(share), possible(total)))
    expected = Interval(expected.low / 100, expected.high / 100)
    if not meet(expected, possible(part)):
        factor = part.unit.factor
        value = share.value * total.value * total.unit.factor / 100 / factor
        text = f"{share.value}% of {total.value} {total.unit} is {told(value)}, not {part.value} {part.unit}"
        yield Conflict((share, total, part), text)
