"""Parts and sums: members against their aggregate, named parts against their whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
from aibrief_report.checks.arithmetic.titles import parts_of
from aibrief_report.checks.arithmetic.wholes import disjoint, is_part
from aibrief_report.ledger.intervals import Interval
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.records import Observation

_ADD_UP = ("stock", "flow")


def areas_and_aggregates(rows: Sequence[Observation], ledger: Ledger) -> Iterator[Conflict]:
    """Yield each aggregate that is less than its parts, or not the sum of all its declared members."""
    held = [row for row in sound(rows) if ledger.indicators[row.indicator].kind in _ADD_UP]
    for whole in held:
        inner = [
            row
            for row in held
            if row.indicator == whole.indicator
            and row.counterpart == whole.counterpart
            and same_time(row, whole)
            and row.unit.measure == whole.unit.measure
            and is_part(row.area, whole.area, ledger)
            and not apart(row, whole, ledger)
        ]
        first = {row.area: row for row in reversed(inner)}
        parts = [first[area] for area in disjoint((row.area for row in inner), ledger)]
        if parts and one_edition((whole, *parts), ledger):
            declared = set(ledger.areas[whole.area].members)
            complete = bool(declared) and declared == {row.area for row in parts}
            yield from _compare(whole, parts, complete=complete)


def parts_and_wholes(rows: Sequence[Observation], ledger: Ledger) -> Iterator[Conflict]:
    """Yield each total that is less than the parts of its name: “Programme: models” of “Programme”."""
    held = sound(rows)
    for whole in held:
        inner = {one.id for one in parts_of(ledger.indicators[whole.indicator], ledger.indicators)}
        found = [
            row
            for row in held
            if row.indicator in inner
            and (row.area, row.counterpart) == (whole.area, whole.counterpart)
            and same_time(row, whole)
            and row.unit.measure == whole.unit.measure
            and not apart(row, whole, ledger)
        ]
        parts = list({row.indicator: row for row in reversed(found)}.values())[::-1]
        if len(parts) > 1 and one_edition((whole, *parts), ledger):
            yield from _compare(whole, parts, complete=False)


def _compare(whole: Observation, parts: Sequence[Observation], *, complete: bool) -> Iterator[Conflict]:
    """Yield the conflict of parts that exceed their whole, or, where all are there, give another sum."""
    total, summed = possible(whole), reduce(Interval.__add__, (possible(row) for row in parts))
    if not (summed.low > total.high or (complete and not meet(total, summed))):
        return
    factor = whole.unit.factor
    value = sum(row.value * row.unit.factor for row in parts) / factor
    listed = " + ".join(str(row.value * row.unit.factor / factor) for row in parts)
    shown = f"{listed} = {told(value)}" if len(parts) > 1 else f"{told(value)} of {parts[0].id}"
    relation = "is not" if complete else "is more than"
    yield Conflict((whole, *parts), f"{shown} {relation} the total {whole.value} {whole.unit}")
