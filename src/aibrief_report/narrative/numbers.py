"""From a quantity to the document's `Number`: everything that a reader can follow, as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.digest import short_id
from aibrief_report.errors import Fault, LedgerError
from aibrief_report.ledger.derive import observed
from aibrief_report.ledger.facts import Candidate, Fact, agree
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.quantities import Quantity
from aibrief_report.ledger.records import Contest, Event, Observation
from aibrief_report.ledger.sources import source_name
from aibrief_report.ledger.wording import Wording
from aibrief_report.model.numbers import Number, Rival, SourceMark, Span
from aibrief_report.narrative.ranges import ends, printed, range_text, spread_text, told_ends


class NumberMaker(Struct, frozen=True):
    """Makes the numbers of one document: it knows the ledger and the language."""

    ledger: Ledger
    wording: Wording

    def single(self, quantity: Quantity, span: Span | None) -> Number:
        """Return the number of a quantity that prints as one value.

        Raises `LedgerError` where its sources differ and nobody chose between them.
        """
        if quantity.undecided:
            raise LedgerError(*(self._undecided(one) for one in quantity.undecided))
        fact = quantity.fact
        row = fact.preferred.row if fact is not None else None
        low, high = ends(quantity)
        return Number(
            id=row.id if row else f"{_operation(quantity)}-{short_id(quantity.formula)}",
            text=self.wording.quantity(quantity),
            value=format(row.value if row else quantity.rounded, "f"),
            unit=str(row.unit if row else quantity.unit),
            label=quantity.label,
            area=quantity.area,
            period=self._dates((row,) if row else quantity.rows),
            kind="observation" if row else "derived",
            rows=tuple(one.id for one in quantity.rows),
            sources=self._sources(quantity),
            rivals=self._rivals(quantity),
            contests=self._contests(quantity.rows),
            formula=quantity.formula,
            low=low,
            high=high,
            spread=spread_text(low, high, quantity.unit, self.wording),
            status=_row_status(row) if row else _status(quantity),
            verdict=_verdict(quantity),
            note=self._note(quantity),
            span=span,
        )

    def alone(self, row: Observation) -> Number:
        """Return the number of a row by itself, whatever other sources say of its fact."""
        return self.single(observed(self.ledger, Fact(row.id, (Candidate(row),), 0)), None)

    def spread(self, quantity: Quantity, span: Span | None) -> Number:
        """Return the number that prints the range over all rivals, hedges and bounds.

        The rivals of a range of what sources say are all the values that it spans, each with its source.
        """
        low, high = told_ends(quantity) if quantity.fact is not None else ends(quantity)
        rows = tuple(row for fact in quantity.facts for one in fact.candidates for row in one.rows)
        return Number(
            id=f"range-{_range_id(quantity)}",
            text=range_text(quantity, self.wording),
            value="",
            unit=str(quantity.unit),
            label=quantity.label,
            area=quantity.area,
            period=self._extent(rows),
            kind="range",
            rows=tuple(row.id for row in rows),
            sources=() if quantity.fact is not None else self._sources(quantity),
            rivals=self._told(rows) if quantity.fact is not None else self._rivals(quantity),
            contests=self._contests(rows),
            formula=quantity.formula,
            low=low,
            high=high,
            spread=spread_text(low, high, quantity.unit, self.wording),
            verdict="contested" if low != high else "",
            note=quantity.accepted,
            span=span,
        )

    def date(self, event: Event, text: str, span: Span | None) -> Number:
        """Return the number of an event's date."""
        source = SourceMark(
            event.source, event.locator, self._origin(event.origin), event.credited_to, event.reading
        )
        return Number(
            id=event.id,
            text=text,
            value="",
            unit="date",
            label=event.title,
            area=self.ledger.areas[event.area].name,
            period=self.wording.date(event.period),
            kind="date",
            rows=(event.id,),
            sources=(source,),
            status="target" if event.type == "target" else "normal",
            note=event.note,
            span=span,
        )

    def count(self, contest: Contest, quantities: Sequence[Quantity], span: Span | None) -> Number:
        """Return the number of different figures in a contest, which leads to all of its rows."""
        rows = tuple(row for one in quantities for row in one.rows)
        figures = {one.value * one.unit.factor for one in quantities}
        return Number(
            id=f"count-{contest.id}",
            text=self.wording.number(Decimal(len(figures))),
            value=str(len(figures)),
            unit="figures",
            label=contest.title,
            kind="derived",
            rows=tuple(dict.fromkeys(row.id for row in rows)),
            sources=self._places(rows),
            contests=(contest.id,),
            span=span,
        )

    def mark(self, row: Observation) -> SourceMark:
        """Return where a row was read, and who produced it."""
        return SourceMark(row.source, row.locator, self._origin(row.origin), row.credited_to, row.reading)

    def rival(self, row: Observation) -> Rival:
        """Return a row as another source's value for a fact."""
        return Rival(row.id, printed(row, self.wording), self.mark(row))

    def _note(self, quantity: Quantity) -> str:
        """Return why a value was chosen, why it is accepted, and what other editions say of the same."""
        fact = quantity.fact
        chosen = fact.reason if fact is not None and len(fact.candidates) > 1 else ""
        if fact is not None and fact.preferred.row.rank == "deprecated":
            chosen = fact.preferred.row.note
        told = (chosen, quantity.accepted, *(self._editions(fact) if fact is not None else ()))
        return " ".join(one for one in told if one)

    def _editions(self, fact: Fact) -> Iterator[str]:
        """Yield what other editions of a row's series say of its fact, where it is not the same."""
        row = fact.preferred.row
        for other in fact.set_aside:
            known = row.edition and other.edition and row.edition != other.edition
            if known and self.ledger.series(other) == self.ledger.series(row) and not agree(row, other):
                newer = other.edition > row.edition
                yield self.wording.restated(other.edition, self.rival(other).text, newer=newer)

    def _sources(self, quantity: Quantity) -> tuple[SourceMark, ...]:
        """Return where the rows behind a value were read, each place once."""
        rows = tuple(row for fact in quantity.facts for row in fact.readings)
        return self._places(rows) if quantity.formula else tuple(dict.fromkeys(map(self.mark, rows)))

    def _places(self, rows: Iterable[Observation]) -> tuple[SourceMark, ...]:
        """Return the places where rows were read; where there are several, each with the ids of its rows."""
        found: dict[SourceMark, dict[str, None]] = {}
        for row in rows:
            found.setdefault(self.mark(row), {})[row.id] = None
        if len(found) == 1:
            return tuple(found)
        return tuple(replace(mark, rows=tuple(held)) for mark, held in found.items())

    def _origin(self, key: str) -> str:
        return source_name(self.ledger.sources[key]) if key else ""

    def _rivals(self, quantity: Quantity) -> tuple[Rival, ...]:
        rows = [row for candidate in quantity.rivals for row in candidate.rows]
        rows += [row for fact in quantity.facts for row in fact.set_aside if row.rank == "deprecated"]
        return self._told(rows)

    def _told(self, rows: Iterable[Observation]) -> tuple[Rival, ...]:
        """Return what rows say, each once; a rate of exchange says nothing of a measure."""
        return tuple(self.rival(row) for row in {row.id: row for row in rows}.values() if row.indicator)

    def _contests(self, rows: tuple[Observation, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key for row in rows for key in self.ledger.contests_of(row.id)))

    def _dates(self, rows: tuple[Observation, ...]) -> str:
        """Return the periods of rows in words, each once."""
        texts = (self.wording.date(row.period) or row.period_as_stated for row in rows)
        return "; ".join(dict.fromkeys(text for text in texts if text))

    def _extent(self, rows: tuple[Observation, ...]) -> str:
        """Return the time that rows cover: their period, or the first to the last year of different ones."""
        widest = _widest(rows)
        days = [(one.first, one.last) for one in (row.period for row in widest) if one.first and one.last]
        if not days or len({row.period for row in widest}) == 1:
            return self._dates(widest)
        first, last = min(one for one, _ in days).year, max(one for _, one in days).year
        return self.wording.date(f"{first}/{last}" if first < last else f"{first}")

    def _undecided(self, fact: Fact) -> Fault:
        told = "; ".join(self._offered(one) for one in fact.candidates)
        row = fact.candidates[0].row
        hint = "print “| range” or “| all”, or choose one under prefer: in brief.yaml, with the reason"
        return Fault(f"sources differ on {row.indicator}, {row.area}, {row.period}: {told}", hint=hint)

    def _offered(self, candidate: Candidate) -> str:
        row = candidate.row
        return f"{row.id} = {row.value} {row.unit} ({source_name(self.ledger.sources[row.producer])})"


def _range_id(quantity: Quantity) -> str:
    """Return what tells a range from others; a contest begins with a row that has a range of its own."""
    if quantity.formula:
        return short_id(quantity.formula)
    fact = quantity.facts[0]
    return fact.key.replace("|", "-") if fact.key.startswith("contest|") else fact.candidates[0].row.id


def _verdict(quantity: Quantity) -> str:
    """Return "preferred" where rivals were set aside for a reason; a row asked for by its id has none.

    Nor has a computed value: what was chosen is among its inputs, and told there.
    """
    fact = quantity.fact
    if fact is None or len(fact.candidates) == 1:
        return ""
    ranked = any(row.rank == "preferred" for row in fact.preferred.rows)
    return "preferred" if fact.reason or ranked else ""


def _row_status(row: Observation) -> str:
    return "deprecated" if row.rank == "deprecated" else row.status


def _status(quantity: Quantity) -> str:
    statuses = {row.status for row in quantity.rows}
    return next(
        (one for one in ("target", "forecast", "provisional", "estimated") if one in statuses), "normal"
    )


def _operation(quantity: Quantity) -> str:
    """Return a word for what a quantity's formula does, for ids that people may read."""
    formula = quantity.formula
    if quantity.operation in ("rank", "convert"):
        return quantity.operation
    if "^" in formula:
        return "growth"
    if formula.endswith("− 1) × 100"):
        return "change"
    if formula.endswith("× 100"):
        return "share"
    return "ratio" if "÷" in formula else "sum"


def _widest(rows: tuple[Observation, ...]) -> tuple[Observation, ...]:
    """Return the rows whose period does not lie within that of another."""
    periods = {row.period for row in rows}
    return tuple(row for row in rows if not any(row.period.lies_within(other) for other in periods))
