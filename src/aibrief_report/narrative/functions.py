"""What templates can call: observations, derived values, events, contests, figures and tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.errors import Fault, NarrativeError
from aibrief_report.inputs.nearest import nearest
from aibrief_report.ledger import derive
from aibrief_report.ledger.facts import Fact, fact, fact_of_contest, fact_of_row
from aibrief_report.ledger.quantities import Quantity
from aibrief_report.ledger.sources import source_name
from aibrief_report.model.numbers import Span
from aibrief_report.narrative.computing import Computing
from aibrief_report.narrative.session import Placed, Session
from aibrief_report.narrative.values import AllValue, ContestValue, EventValue, Value

NOWHERE = Span("", 1, 1)


class Functions(Struct, frozen=True):
    """The functions of one session. Their docstrings are the reference of docs/narrative.md."""

    session: Session

    def obs(
        self, indicator: str, area: str, period: Any = "", counterpart: str = "", status: str = ""
    ) -> Value:
        """The value of an indicator for an area and a period: a year, a text, or "latest"."""
        ledger = self.session.ledger
        rows = ledger.rows_of(indicator, area, str(period), counterpart, status)
        return self._value(derive.observed(ledger, fact(ledger, rows, self.session.brief.prefer)))

    def row(self, id: str) -> Value:
        """The value of one row, chosen by its id; what other rows say of the same stays in the annex."""
        return self._value(self.quantity_of_row(id))

    def rows(self, indicator: Any = (), area: Any = (), period: Any = (), contest: str = "") -> list[Value]:
        """The values of all rows that meet the criteria, in the order of the table."""
        ledger = self.session.ledger
        if contest:
            return [self.row(row) for row in ledger.contest(contest).rows]
        found = ledger.select(_texts(indicator), _texts(area), _texts(period))
        return [self.row(row.id) for row in found if row.rank != "deprecated"]

    def event(self, id: str) -> EventValue:
        """An event: print its .date, .date.year, .title, .summary or .actor."""
        return EventValue(self.session.ledger.event(id), self.session)

    def contest(self, id: str) -> ContestValue:
        """A contest: print its .low, .high, .how or .count."""
        found = self.session.ledger.contest(id)
        quantities = tuple(self.quantity_of_row(row) for row in found.rows)
        measures = [quantity.unit.measure for quantity in quantities]
        usual = max(dict.fromkeys(measures), key=measures.count)
        return ContestValue(found, tuple(q for q in quantities if q.unit.measure == usual), self.session)

    def chart(self, id: str) -> Placed:
        """Place a chart that brief.yaml declares; it stands in a paragraph of its own."""
        return self._placed("chart", id, tuple(self.session.brief.charts))

    def table(self, id: str) -> Placed:
        """Place a table that brief.yaml declares; it stands in a paragraph of its own."""
        return self._placed("table", id, tuple(self.session.brief.tables))

    def area(self, id: str) -> str:
        """An area's name: "the United States"."""
        return self.session.ledger.area(id).name

    def as_range(self, value: Value | ContestValue) -> Value:
        """Filter `range`: print from the lowest to the highest that sources, bounds and hedges allow."""
        if isinstance(value, ContestValue):
            found = fact_of_contest(self.session.ledger, value.contest)
            quantity = derive.observed(self.session.ledger, found)
            return self._value(replace(quantity, label=value.contest.title), "range")
        return replace(_one("range", value), form="range")

    def as_all(self, value: Value) -> AllValue:
        """Filter `all`: print every source's value, each with the source's name."""
        quantity = _one("all", value).quantity
        if quantity.fact is None:
            raise NarrativeError(Fault("“| all” lists what sources say; a computed value has no rivals"))
        ledger, whole = self.session.ledger, quantity.fact
        return AllValue(
            tuple(
                (
                    self._value(derive.observed(ledger, Fact(whole.key, (one,), 0))),
                    source_name(ledger.sources[one.row.producer]),
                )
                for one in whole.candidates
            )
        )

    def as_number(self, value: Value) -> Value:
        """Filter `number`: print the digits alone, for a cell whose column names the unit."""
        return replace(_one("number", value), form="number")

    def digits(self, value: Value, count: int) -> Value:
        """Filter `digits(2)`: print a computed value with fewer significant digits."""
        one = _one("digits", value)
        return replace(one, quantity=one.quantity.with_digits(count))

    def quantity_of_row(self, id: str) -> Quantity:
        """Return the quantity of one row, with what others say of the same fact as its rivals."""
        ledger = self.session.ledger
        prefer = self.session.brief.prefer
        return derive.observed(ledger, fact_of_row(ledger, ledger.observation(id), prefer))

    def conditions(self) -> dict[str, Any]:
        """Return the functions that a claim's condition may call; their faults are the claim's."""
        return {name: getattr(self, name) for name in ("obs", "row", "contest")} | self._computing()

    def names(self) -> dict[str, Any]:
        """Return the functions by the names that templates use, their faults collected."""
        told = ("obs", "row", "rows", "event", "contest", "chart", "table", "area")
        found = {name: getattr(self, name) for name in told} | self._computing()
        return {name: self.session.guard(name, function) for name, function in found.items()}

    def filters(self) -> dict[str, Any]:
        """Return the filters by name."""
        table = {"range": self.as_range, "all": self.as_all, "number": self.as_number, "digits": self.digits}
        table["words"] = Computing(self.session).words
        return {name: self.session.guard(name, function, piped=True) for name, function in table.items()}

    def _computing(self) -> dict[str, Any]:
        computing = Computing(self.session)
        told = ("ratio", "share", "change", "growth", "difference", "total", "convert", "rank", "accept")
        return {name: getattr(computing, name) for name in told}

    def _value(self, quantity: Quantity, form: str = "prose") -> Value:
        return Value(quantity, self.session, form)

    def _placed(self, kind: str, key: str, known: tuple[str, ...]) -> Placed:
        if key not in known:
            hint = nearest(key, known) or f"declare it under {kind}s: in brief.yaml"
            raise NarrativeError(Fault(f"there is no {kind} {key!r}", hint=hint))
        return Placed(kind, key, NOWHERE)


def _one(what: str, value: object) -> Value:
    if isinstance(value, Value):
        return value
    hint = "put the filter behind a quantity: {{ obs(…) | " + what + " }}"
    raise NarrativeError(Fault(f"“| {what}” works on quantities", hint=hint))


def _texts(value: object) -> tuple[str, ...]:
    """Let one value stand for a list of one; periods may be written as numbers."""
    if isinstance(value, Iterable) and not isinstance(value, str):
        return tuple(str(one) for one in value)
    return (str(value),) if value != "" else ()
