"""AB103: a direction in words against the sign of the change printed or claimed beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from msgspec import Struct

from aibrief_report.checks.facts import rows_behind, same_series
from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.checks.prose import SENTENCES, Sentence
from aibrief_report.checks.reading.directions import (
    Direction,
    direction_before,
    direction_behind,
    directions,
)
from aibrief_report.checks.reading.lines import HIDDEN, Piece
from aibrief_report.checks.rule import Rule
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.records import Observation
from aibrief_report.ledger.units import read_unit
from aibrief_report.model.numbers import Number

_FROM_TO = re.compile(
    rf"\bfrom\s(?:[\w’-]+\s){{0,2}}({HIDDEN}+)(?:\s[\w’-]+){{0,6}}?,?\sto\s(?:[\w’-]+\s){{0,2}}({HIDDEN}+)"
)
_TITLE_OF_CHANGE = re.compile(r"\b(?:change|growth)\b", re.IGNORECASE)


def find(material: Material) -> Iterator[Finding]:
    """Yield each direction that its own sentence's numbers or claim contradict."""
    for prose in material.prose:
        if prose.role in SENTENCES:
            for sentence in prose.sentences:
                yield from _first_of_each_word(_Reader(material, sentence).against())


def _first_of_each_word(found: Iterator[Finding]) -> Iterator[Finding]:
    """Yield one finding a word: what two ways of looking find is one fault."""
    told = set()
    for one in found:
        word = one.message.partition(",")[0]
        if word not in told:
            told.add(word)
            yield one


class _Reader(Struct, frozen=True):
    """Reads one sentence."""

    material: Material
    sentence: Sentence

    @property
    def ledger(self) -> Ledger:
        return self.material.ledger

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return self.sentence.numbers

    def against(self) -> Iterator[Finding]:
        yield from self._changes()
        yield from self._from_to()
        yield from self._pair()
        yield from self._claims()

    def _changes(self) -> Iterator[Finding]:
        """A change beside its direction: “rose by −44%”, “12% less than”."""
        for piece in self.pieces:
            number = self._number(piece)
            if number is None or not _is_change(number, self.ledger):
                continue
            value = _value(number)
            typed, at = self.sentence.typed, self.sentence.start
            beside = (
                direction_before(typed[: piece.start - at]),
                direction_behind(typed[piece.end - at :]),
            )
            for word in beside:
                if word and value and word.sign * value < 0 and not (word.sign < 0 and value < 0):
                    yield self._finding(word.word, f"the change beside it is {piece.text}")

    def _from_to(self) -> Iterator[Finding]:
        """Two ends: “rose from A to B”."""
        typed = self.sentence.typed
        for found in _FROM_TO.finditer(typed):
            verbs = directions(typed[: found.start()])
            ends = [self._at(found.start(group)) for group in (1, 2)]
            if verbs and ends[0] and ends[1]:
                yield from self._ends(verbs[-1], *ends)

    def _ends(self, verb: Direction, first: Piece | None, last: Piece | None) -> Iterator[Finding]:
        worths = [_worth(self._number(piece)) for piece in (first, last) if piece]
        if len(worths) == 2 and worths[0] and worths[1] and worths[0][0] == worths[1][0]:
            change = worths[1][1] - worths[0][1]
            if first and last and change * verb.sign < 0:
                yield self._finding(verb.word, f"from {first.text} to {last.text} it went the other way")

    def _pair(self) -> Iterator[Finding]:
        """One series at two times, and one direction in the sentence."""
        verbs = directions(self.sentence.typed)
        known = [(piece, self._row(piece)) for piece in self.pieces]
        dated = sorted(
            ((row, piece) for piece, row in known if row and row.period.dated),
            key=lambda one: (one[0].period.text, one[1].start),
        )
        areas = self.material.topics.areas_in(self.sentence.typed)
        if len(verbs) != 1 or len(known) != 2 or len(dated) != 2 or areas > 1:
            return
        (early, first), (late, last) = dated
        change = late.value * late.unit.factor - early.value * early.unit.factor
        if same_series(early, late) and early.period != late.period and change * verbs[0].sign < 0:
            when = f"{first.text} in {early.period}, {last.text} in {late.period}"
            yield self._finding(verbs[0].word, f"the values went the other way: {when}")

    def _claims(self) -> Iterator[Finding]:
        """What a claim compares, where that is one series at two times."""
        line = self.sentence.prose.line
        texts: dict[str, str] = {}
        for piece in line.pieces:
            if piece.claim and self.sentence.start <= piece.start < self.sentence.end:
                texts[piece.claim] = texts.get(piece.claim, "") + piece.text
        for key, text in texts.items():
            verbs, ends = directions(text), self._claimed_ends(key)
            if verbs and ends:
                early, late = ends
                change = late.value * late.unit.factor - early.value * early.unit.factor
                if all(change * verb.sign < 0 for verb in verbs):
                    told = f"the claim has {early.value} in {early.period}, {late.value} in {late.period}"
                    yield self._finding(verbs[0].word, told)

    def _claimed_ends(self, key: str) -> tuple[Observation, Observation] | None:
        claim = self.material.document.claims.get(key)
        ids = dict.fromkeys(rival.row for rival in (*claim.support, *claim.against)) if claim else {}
        rows = [self.ledger.observations[row] for row in ids if row in self.ledger.observations]
        if len(rows) != 2 or not same_series(*rows) or not all(row.period.dated for row in rows):
            return None
        early, late = sorted(rows, key=lambda row: row.period.text)
        return (early, late) if early.period != late.period else None

    def _number(self, piece: Piece) -> Number | None:
        return self.material.document.numbers.get(piece.number)

    def _row(self, piece: Piece) -> Observation | None:
        number = self._number(piece)
        return self.ledger.observations.get(number.id) if number else None

    def _at(self, place: int) -> Piece | None:
        return next((one for one in self.pieces if one.start == self.sentence.start + place), None)

    def _finding(self, word: str, reason: str) -> Finding:
        prose = self.sentence.prose
        return Finding(
            f"“{word}”, but {reason}".replace("\u00a0", " "),
            prose.place_of(word),
            "mend the word or the expression; a claim keeps them together",
            self.sentence.text,
            prose.keys,
        )


def _is_change(number: Number, ledger: Ledger) -> bool:
    """Return whether a number is a change in percent or points: computed, or published as a rate."""
    if number.kind == "derived":
        return number.formula.endswith("− 1) × 100")
    rows = rows_behind(number, ledger)
    indicator = ledger.indicators[rows[0].indicator] if rows else None
    return (
        indicator is not None
        and number.kind == "observation"
        and indicator.kind == "rate"
        and rows[0].unit.kind in ("percent", "points")
        and _TITLE_OF_CHANGE.search(indicator.title) is not None
    )


def _value(number: Number | None) -> Decimal | None:
    try:
        return Decimal(number.value) if number else None
    except InvalidOperation:
        return None


def _worth(number: Number | None) -> tuple[str, Decimal] | None:
    """Return the measure of a number and its value in it; `None` for dates and ranges."""
    value = _value(number)
    if number is None or value is None or number.kind not in ("observation", "derived"):
        return None
    unit = read_unit(number.unit)
    return unit.measure, value * unit.factor


RULE = Rule(
    code="AB103",
    name="direction-against-sign",
    severity="error",
    title="Direction word against the sign of the change",
    what=(
        "A word such as rose, fell, grew, narrowed, more or less, beside a printed change of the "
        "other sign; before “from A to B” where B lies the other way; in a sentence with one series "
        "at two times; or in a claim over such a pair. A denied direction (“did not rise”) says "
        "nothing, and a fall printed with its minus sign is let pass."
    ),
    why="The number is right, as it comes from the data; the word was right when it was typed.",
    bad='Spending fell from {{ obs("spending", "NORTH", 2023) }} to {{ obs("spending", "NORTH", 2024) }}.',
    good="{% claim later > earlier %}Spending rose{% endclaim %} from {{ earlier }} to {{ later }}.",
    mend=(
        "Mend the word, or the expression; then bind the word with a claim, so that it cannot happen again."
    ),
    accept="The word and the number are about different things.",
    find=find,
    words=True,
)
