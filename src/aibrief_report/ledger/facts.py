"""Facts: what is known of one indicator, area and period, with every source that says something else.

Figures that agree once rounded are one candidate told by several sources; a newer edition of a series
supersedes the older. What is left are rivals: nothing is averaged, and nothing is chosen in silence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from msgspec import Struct

from aibrief_report.errors import Fault, LedgerError
from aibrief_report.ledger.intervals import INFINITY, Interval, exactly
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.records import READINGS, Contest, Observation
from aibrief_report.ledger.units import Unit

_NO_REASONS: Mapping[str, str] = {}
_CHOSEN_ROW = "#"
"""Stands before the id of a row that was chosen by it, in its fact's key: no other id holds the sign."""


class Candidate(Struct, frozen=True):
    """One value for a fact: the row that states it best, and further rows that agree with it."""

    row: Observation
    agreeing: tuple[Observation, ...] = ()

    @property
    def rows(self) -> tuple[Observation, ...]:
        """All rows behind the value, the best first."""
        return (self.row, *self.agreeing)

    @property
    def interval(self) -> Interval:
        """What the row leaves possible: its bounds, or the open range that its hedge means."""
        return bounds(self.row)


class Fact(Struct, frozen=True):
    """A fact's candidates. `chosen` is the place of the preferred one, `None` where nobody chose.

    `reason` says why it was chosen, empty where there was no choice. `set_aside` are rows that are
    superseded or deprecated: told in the annex, used in no range.
    """

    key: str
    candidates: tuple[Candidate, ...]
    chosen: int | None
    reason: str = ""
    set_aside: tuple[Observation, ...] = ()

    @property
    def readings(self) -> tuple[Observation, ...]:
        """The rows that a reader is led to: the one asked for by its id, or those read best that agree.

        What agrees with a row that was asked for was read elsewhere, and would lend it a better source.
        """
        rows = self.preferred.rows
        if _CHOSEN_ROW in self.key:
            return rows[:1]
        best = min(READINGS.index(row.reading) for row in rows)
        return tuple(row for row in rows if READINGS.index(row.reading) == best)

    @property
    def about(self) -> str:
        """What it is about: the same for a fact and for each of its rows that was chosen by its id."""
        return self.key.partition(_CHOSEN_ROW)[0]

    @property
    def unit(self) -> Unit:
        """The unit of the candidates, that of the first."""
        return self.candidates[0].row.unit

    @property
    def preferred(self) -> Candidate:
        """The chosen candidate, or the first where none is chosen."""
        return self.candidates[self.chosen or 0]


def open_places(facts: Sequence[Fact]) -> tuple[tuple[int, ...], ...]:
    """Return, for each fact, the places of the candidates that an assignment may take, the preferred first.

    Where rows of one fact are set side by side, what sources say is itself the subject: each stays as it
    was chosen.
    """
    subjects = [fact.about for fact in facts]
    return tuple((fact.chosen or 0,) if subjects.count(fact.about) > 1 else _places(fact) for fact in facts)


def _places(fact: Fact) -> tuple[int, ...]:
    first = fact.chosen or 0
    return (first, *(place for place in range(len(fact.candidates)) if place != first))


def bounds(row: Observation) -> Interval:
    """Return the interval that a row's value, bounds and hedge leave possible."""
    floor = Decimal(0) if row.value >= 0 and row.unit.kind in ("currency", "count", "index") else -INFINITY
    least = row.low if row.low is not None else floor
    most = row.high if row.high is not None else INFINITY
    match row.qualifier:
        case "over":
            return Interval(row.value, most)
        case "under" | "up-to":
            return Interval(least, row.value)
        case "about":
            return Interval(least, most)
        case _ if row.low is not None or row.high is not None:
            return Interval(
                least if row.low is not None else row.value, most if row.high is not None else row.value
            )
        case _:
            return exactly(row.value)


def agree(one: Observation, other: Observation) -> bool:
    """Return whether two rows state one value: equal once rounded to the digits of the rougher one.

    "Over 67" agrees with 67.2: a hedged floor is the value cut off at its digits. Round figures that are
    hedged ("over 29,000") are as rough as their last digit that is not 0.
    """
    if one.unit.measure != other.unit.measure:
        return False
    a, b = (row.value * row.unit.factor for row in (one, other))
    rough, rough_row, fine = (a, one, b) if _step(one) >= _step(other) else (b, other, a)
    step = _step(rough_row)
    rounding = ROUND_DOWN if rough_row.qualifier == "over" else ROUND_HALF_UP
    return (fine / step).quantize(Decimal(1), rounding=rounding) * step == rough


def fact(ledger: Ledger, rows: Sequence[Observation], prefer: Mapping[str, str]) -> Fact:
    """Return the fact that some rows state. `prefer` gives reasons by row id, from brief.yaml.

    Raises `LedgerError` where two candidates that differ are both preferred.
    """
    measure = _measure(rows, prefer)
    live, set_aside = _live(ledger, rows, measure)
    _check_trust(live)
    candidates = _candidates(live)
    key = _key(live[0])
    if len(candidates) == 1:
        return Fact(key, candidates, 0, set_aside=set_aside)
    by_brief = [n for n, one in enumerate(candidates) if any(row.id in prefer for row in one.rows)]
    by_rank = [n for n, one in enumerate(candidates) if any(row.rank == "preferred" for row in one.rows)]
    chosen = by_brief or by_rank
    if len(chosen) > 1:
        told = "; ".join(f"{candidates[n].row.id} = {candidates[n].row.value}" for n in chosen)
        place = None if by_brief else candidates[chosen[0]].row.place
        raise LedgerError(Fault(f"two rivals are both preferred: {told}", place, "prefer one"))
    if not chosen:
        return Fact(key, candidates, None, set_aside=set_aside)
    return Fact(key, candidates, chosen[0], _reason(candidates[chosen[0]], prefer), set_aside)


def _check_trust(rows: Sequence[Observation]) -> None:
    """Raise `LedgerError` where nothing is left but rows that the tables set aside."""
    if all(row.rank == "deprecated" for row in rows):
        row = rows[0]
        hint = f'say in the text what is wrong with it, and print it by its id: row("{row.id}")'
        what = f"{row.indicator}, {row.area}, {row.period.text or 'undated'}"
        raise LedgerError(Fault(f"the tables set aside all that is said of {what}: {row.id}", hint=hint))


def fact_of_row(ledger: Ledger, row: Observation, prefer: Mapping[str, str] = _NO_REASONS) -> Fact:
    """Return the fact of one row, that row chosen, with what others say of the same fact as rivals.

    Its reason is that of `prefer` or of its rank; a row that was only asked for by its id has none.
    """
    same = tuple(one for one in ledger.told_of(row.indicator, row.area) if _key(one) == _key(row))
    key = f"{_key(row)}{_CHOSEN_ROW}{row.id}"
    live, set_aside = _live(ledger, same, row.unit.measure)
    if row not in live:
        return Fact(key, (Candidate(row),), 0, set_aside=tuple(one for one in same if one != row))
    candidates = list(_candidates(live))
    place = next(n for n, one in enumerate(candidates) if row in one.rows)
    candidates[place] = Candidate(row, tuple(one for one in candidates[place].rows if one != row))
    return Fact(key, tuple(candidates), place, _reason(candidates[place], prefer), set_aside)


def fact_of_contest(ledger: Ledger, contest: Contest) -> Fact:
    """Return a contest as if it were one fact that nobody decided: for its range, in its usual unit."""
    rows = [ledger.observations[row] for row in contest.rows]
    measure = _measure(rows, {})
    alike = tuple(row for row in rows if row.unit.measure == measure)
    return Fact(f"contest|{contest.id}", _candidates(alike), None)


def _key(row: Observation) -> str:
    """Return what makes rows one fact. The measure belongs to it: yuan and dollars are no rivals.

    A row without a date is a fact of its own: it enters no comparison.
    """
    period = row.period.text or row.id
    return "|".join((row.indicator, row.area, row.counterpart, period, row.status, row.unit.measure))


def _measure(rows: Sequence[Observation], prefer: Mapping[str, str]) -> str:
    """Return the measure that a fact is told in: that of the preferred row, else the usual one."""
    for row in rows:
        if row.id in prefer:
            return row.unit.measure
    for row in rows:
        if row.rank == "preferred":
            return row.unit.measure
    measures = [row.unit.measure for row in rows]
    return max(dict.fromkeys(measures), key=measures.count)


def _reason(candidate: Candidate, prefer: Mapping[str, str]) -> str:
    for row in candidate.rows:
        if row.id in prefer:
            return prefer[row.id]
    return next((row.note for row in candidate.rows if row.rank == "preferred"), "")


def _live(
    ledger: Ledger, rows: Sequence[Observation], measure: str
) -> tuple[tuple[Observation, ...], tuple[Observation, ...]]:
    """Split rows into those that count, and those in another unit, deprecated or superseded."""
    alike = [row for row in rows if row.unit.measure == measure]
    newest: dict[str, str] = {}
    for row in alike:
        series = ledger.series(row)
        newest[series] = max(newest.get(series, ""), row.edition)
    live = [
        row for row in alike if row.rank != "deprecated" and row.edition in ("", newest[ledger.series(row)])
    ]
    kept = tuple(live or alike)
    return kept, tuple(row for row in rows if row not in kept)


def _candidates(rows: Sequence[Observation]) -> tuple[Candidate, ...]:
    """Group rows that agree. The best row stands for its group: unhedged, well read, precise."""
    groups: list[list[Observation]] = []
    for row in sorted(rows, key=_quality):
        for group in groups:
            if agree(group[0], row):
                group.append(row)
                break
        else:
            groups.append([row])
    order = {row.id: place for place, row in enumerate(rows)}
    groups.sort(key=lambda group: min(order[row.id] for row in group))
    return tuple(Candidate(group[0], tuple(group[1:])) for group in groups)


def _quality(row: Observation) -> tuple[int, int, int]:
    ranks = ("preferred", "normal", "deprecated")
    return (ranks.index(row.rank), READINGS.index(row.reading), row.qualifier != "exact")


def _step(row: Observation) -> Decimal:
    """Return the worth of a value's last digit that means something."""
    value = row.value.normalize() if row.qualifier != "exact" else row.value
    exponent = value.as_tuple().exponent
    return Decimal(10) ** (exponent if isinstance(exponent, int) else 0) * row.unit.factor
