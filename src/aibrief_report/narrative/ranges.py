"""What a number may be: the ends of all that rivals, hedges and bounds allow, and of what sources print."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from aibrief_report.errors import Fault, LedgerError
from aibrief_report.ledger.intervals import CONTEXT, Interval
from aibrief_report.ledger.quantities import Quantity, round_to, tidy
from aibrief_report.ledger.records import Observation
from aibrief_report.ledger.units import Unit
from aibrief_report.ledger.wording import Wording


def ends(quantity: Quantity) -> tuple[str, str]:
    """Return the ends of a quantity's range as text; empty for an open end, or where there is no range.

    The ends of a computed value are rounded outwards, so that the range is never understated.
    """
    try:
        whole = quantity.range
    except LedgerError:
        return "", ""
    hedged_only = quantity.fact is not None and not quantity.rivals and quantity.rows[0].qualifier != "exact"
    unbounded = whole.low <= 0 and whole.high.is_infinite()
    if whole.single or hedged_only or unbounded:
        # What a hedge alone leaves open is said by the hedge, which is printed with the value.
        return "", ""
    return _end(quantity, whole.low, ROUND_FLOOR), _end(quantity, whole.high, ROUND_CEILING)


def told_ends(quantity: Quantity) -> tuple[str, str]:
    """Return the lowest and the highest value that sources print, as text."""
    values = [
        row.value * row.unit.factor / quantity.unit.factor
        for fact in quantity.facts
        for row in (one.row for one in fact.candidates)
    ]
    return format(tidy(min(values)), "f"), format(tidy(max(values)), "f")


def spread_text(low: str, high: str, unit: Unit, wording: Wording) -> str:
    """Return a closed range in words, or the one end of an open one; empty where there is no range."""
    if low and high:
        return "" if low == high else wording.range(Decimal(low), Decimal(high), unit)
    return wording.amount(Decimal(low or high), unit) if low or high else ""


def range_text(quantity: Quantity, wording: Wording) -> str:
    """Return the lowest to the highest value that sources print, each with the hedge of its source."""
    if quantity.fact is None:
        whole = quantity.range
        if whole.low.is_infinite() or whole.high.is_infinite():
            return _open_text(quantity, whole, wording)
        low, high = (round_to(end, quantity.digits, quantity.decimals) for end in (whole.low, whole.high))
        return wording.range(low, high, quantity.unit)
    rows = sorted((one.row for one in quantity.fact.candidates), key=lambda row: row.value * row.unit.factor)
    first, last = rows[0], rows[-1]
    if first.value * first.unit.factor == last.value * last.unit.factor:
        return printed(first, wording)
    if first.unit == last.unit and first.qualifier == last.qualifier == "exact":
        return wording.range(first.value, last.value, first.unit)
    return wording.between(printed(first, wording), printed(last, wording))


def _open_text(quantity: Quantity, whole: Interval, wording: Wording) -> str:
    if whole.low.is_infinite() and whole.high.is_infinite():
        hint = "give the hedged rows bounds (low, high), or say in prose what is known"
        raise LedgerError(Fault("a hedge without bounds leaves the range open at both ends", hint=hint))
    if whole.high.is_finite():
        end = round_to(whole.high, quantity.digits, quantity.decimals)
        return wording.hedged(wording.amount(end, quantity.unit), "up-to")
    end = round_to(whole.low, quantity.digits, quantity.decimals)
    return wording.hedged(wording.amount(end, quantity.unit), "over")


def printed(row: Observation, wording: Wording) -> str:
    """Return a row's value as its source prints it, with its hedge."""
    return wording.hedged(wording.amount(row.value, row.unit), row.qualifier)


def _end(quantity: Quantity, value: Decimal, rounding: str) -> str:
    if value.is_infinite():
        return ""
    if quantity.formula and value:
        step = Decimal(1).scaleb(value.adjusted() - quantity.digits + 1)
        value = value.quantize(step, rounding=rounding, context=CONTEXT)
    return format(tidy(value), "f")
