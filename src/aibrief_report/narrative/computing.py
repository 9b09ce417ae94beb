"""What templates can compute: derived values, conversions, ranks, and words for them."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.errors import Fault, NarrativeError
from aibrief_report.ledger import derive, ranks, rates
from aibrief_report.ledger.facts import fact
from aibrief_report.ledger.quantities import Quantity
from aibrief_report.ledger.words.say import say
from aibrief_report.narrative.session import Session
from aibrief_report.narrative.values import Value


class Computing(Struct, frozen=True):
    """The computing functions of one session. `accept` says why values that are not alike are joined."""

    session: Session

    def ratio(self, over: Value, under: Value, accept: str = "") -> Value:
        """How many times the second value goes into the first."""
        return self._value(derive.ratio(*quantities("ratio", over, under)), accept)

    def share(self, part: Value, whole: Value, accept: str = "") -> Value:
        """The first value in percent of the second."""
        return self._value(derive.share(*quantities("share", part, whole)), accept)

    def change(self, before: Value, after: Value, accept: str = "") -> Value:
        """The change from the first value to the second, in percent."""
        return self._value(derive.change(*quantities("change", before, after)), accept)

    def growth(self, start: Value, end: Value, accept: str = "") -> Value:
        """The compound annual growth rate between two values, in percent."""
        return self._value(derive.growth(*quantities("growth", start, end)), accept)

    def difference(self, one: Value, other: Value, accept: str = "") -> Value:
        """The first value less the second; of two shares, in percentage points."""
        return self._value(derive.difference(*quantities("difference", one, other)), accept)

    def total(self, *parts: Value, accept: str = "") -> Value:
        """The sum of values."""
        return self._value(derive.total(*quantities("total", *parts)), accept)

    def convert(self, value: Value, to: str, rate: str, accept: str = "") -> Value:
        """The value in another currency or in another year's prices, by a rate of data/rates.csv."""
        (quantity,) = quantities("convert", value)
        return self._value(rates.convert(self.session.ledger, quantity, to, rate), accept)

    def rank(self, indicator: str, area: str, period: Any, accept: str = "") -> Value:
        """The place of an area among all of its kind that have the indicator in the period, largest first."""
        ledger = self.session.ledger
        kind = ledger.area(area).kind
        found = ledger.select((indicator,), (), (str(period),))
        areas = {row.area for row in found if ledger.areas[row.area].kind == kind} - {area}
        mine, *others = (self._observed(indicator, key, str(period)) for key in (area, *sorted(areas)))
        return self._value(ranks.rank(mine, others), accept)

    def accept(self, value: Value, reason: str) -> Value:
        """The same value, with the reason why a notice about it is no fault."""
        (quantity,) = quantities("accept", value)
        if not str(reason).strip():
            raise NarrativeError(Fault("why is it accepted?", hint='write accept(…, "the reason")'))
        return replace(value, quantity=replace(quantity, accepted=reason))

    def words(self, value: Value, safe: bool = False, capital: bool = False) -> Value:
        """Filter `words`: print "more than four times" for 4.3; `safe` for a word that is true of all."""
        (quantity,) = quantities("words", value)
        text = say(self.session.ledger, quantity, self.session.wording.language, safe=safe)
        return replace(value, form="words", text=text[:1].upper() + text[1:] if capital else text)

    def _observed(self, indicator: str, area: str, period: str) -> Quantity:
        ledger = self.session.ledger
        rows = ledger.rows_of(indicator, area, period)
        return derive.observed(ledger, fact(ledger, rows, self.session.brief.prefer))

    def _value(self, quantity: Quantity, accept: str) -> Value:
        value = Value(quantity, self.session)
        return self.accept(value, accept) if accept != "" else value


def quantities(what: str, *values: object) -> list[Quantity]:
    """Return the quantities of what a template gave to a function. Raises `NarrativeError` for others."""
    for value in values:
        if not isinstance(value, Value):
            hint = "give it values of the ledger; a bare number has no source"
            raise NarrativeError(Fault(f"{what}() works on quantities", hint=hint))
    return [value.quantity for value in values if isinstance(value, Value)]
