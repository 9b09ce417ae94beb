"""From a quantity to its word: by what it was computed as, and true of all that its sources say."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.errors import Fault, LedgerError
from aibrief_report.ledger.facts import Candidate
from aibrief_report.ledger.intervals import Interval, exactly
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.quantities import Expression, FactTerm, Operation, Quantity, round_to
from aibrief_report.ledger.ranks import ranked, tied
from aibrief_report.ledger.records import Observation
from aibrief_report.ledger.units import PERCENT, RATIO
from aibrief_report.ledger.words import choose
from aibrief_report.ledger.words.chinese import CHINESE
from aibrief_report.ledger.words.english import ENGLISH
from aibrief_report.ledger.words.french import FRENCH
from aibrief_report.ledger.words.german import GERMAN
from aibrief_report.ledger.words.places import place, safe_place
from aibrief_report.ledger.words.vocabulary import Vocabulary, Word

Frame: TypeAlias = Literal["times", "part", "change", "place"]
"""Which sentence a word is made for: A is … B; … of B; A …; A is … of five."""

_LANGUAGES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "zh": CHINESE}
_FRAMES: dict[str, Frame] = {"ratio": "times", "share": "part", "change": "change", "rank": "place"}
_TOLD_DIGITS = 3


class _Scale(Struct, frozen=True):
    """A frame's values as its words mean them, and the functions that choose among its words."""

    read: Callable[[Decimal], Decimal]
    word: Callable[..., Word]
    safe: Callable[[Interval, Decimal], Word | None]


def say(ledger: Ledger, quantity: Quantity, language: str, *, safe: bool = False) -> str:
    """Return the word for a quantity; where `safe`, the strongest that is true of all that sources say.

    Raises `LedgerError` where it has no word, and where its word is not true for every choice of rivals,
    bounds and hedges; the hint then names one that is. A source's "about" makes the word a rough one.
    """
    words = _LANGUAGES.get(language.split("-", maxsplit=1)[0].lower(), ENGLISH)
    frame = _frame(ledger, quantity)
    settled = replace(quantity, expression=_settled(quantity.expression))
    if frame == "place":
        return _place(settled, words, safe)
    rough = any(_rough(one.row) for fact in quantity.facts for one in fact.candidates)
    scale = _scale(frame, words)
    value = scale.read(quantity.value)
    values = Interval(scale.read(settled.range.low), scale.read(settled.range.high))
    if value <= 0 or (frame == "part" and value > 1):
        message = f"no words for {_told(quantity.value)}" + (" percent of a whole" if frame == "part" else "")
        raise LedgerError(Fault(message, hint="print the number"))
    word = scale.word(value, words, rough=rough)
    if word.holds(exactly(value) if values.single else values):
        return word.text
    weaker = scale.safe(values, value)
    if safe and weaker is not None:
        return weaker.text
    raise LedgerError(_untrue(word.text, settled.range, weaker.text if weaker else ""))


def _frame(ledger: Ledger, quantity: Quantity) -> Frame:
    """Return what a quantity is, by how it was computed or, where it was published, by its indicator."""
    if quantity.operation in _FRAMES:
        return _FRAMES[quantity.operation]
    row = quantity.fact.preferred.row if quantity.fact else None
    kind = ledger.indicators[row.indicator].kind if row else ""
    if row and quantity.unit == RATIO:
        return "times"
    if row and quantity.unit == PERCENT and kind in ("share", "rate"):
        return "part" if kind == "share" else "change"
    hint = "there are words for ratio(), share(), change(), rank(), and published ratios, shares, changes"
    raise LedgerError(Fault(f"no words for {quantity.label.lower()} in {quantity.unit}", hint=hint))


def _scale(frame: Frame, words: Vocabulary) -> _Scale:
    match frame:
        case "times":
            return _Scale(lambda v: v, choose.times, lambda i, _: choose.safe_times(i, words))
        case "part":
            return _Scale(lambda v: v / 100, choose.part, lambda i, v: choose.safe_part(i, v, words))
        case _:
            return _Scale(lambda v: 1 + v / 100, choose.change, lambda i, _: choose.safe_change(i, words))


def _place(quantity: Quantity, words: Vocabulary, safe: bool) -> str:
    values, count = quantity.range, ranked(quantity)
    text = place(int(quantity.value), count, tied(quantity), words.places)
    if values.single:
        return text
    weaker = safe_place(values, count, words.places) or ""
    if safe and weaker:
        return weaker
    raise LedgerError(_untrue(text, values, weaker))


def _untrue(text: str, values: Interval, weaker: str) -> Fault:
    message = f"“{text}” is not true of all that sources say: {_ends(values)}"
    hint = f"write | words(safe=true) for “{weaker}”, or print | range" if weaker else "print | range"
    return Fault(message, hint=hint)


def _ends(values: Interval) -> str:
    low, high = (_told(end) for end in (values.low, values.high))
    return f"{low} or more" if values.high.is_infinite() else f"{low} to {high}"


def _told(value: Decimal) -> str:
    if value.is_infinite():
        return "less" if value < 0 else "more"
    return f"{round_to(value, _TOLD_DIGITS, None).normalize():f}"


def _settled(expression: Expression) -> Expression:
    """Return an expression in which a value that a source calls "about" so much is that value."""
    match expression:
        case FactTerm(fact):
            return FactTerm(replace(fact, candidates=tuple(map(_exact, fact.candidates))))
        case Operation(_, left, right):
            return replace(expression, left=_settled(left), right=_settled(right))
        case _:
            return expression


def _exact(candidate: Candidate) -> Candidate:
    row = candidate.row
    return replace(candidate, row=replace(row, qualifier="exact")) if _rough(row) else candidate


def _rough(row: Observation) -> bool:
    return row.qualifier == "about" and row.low is None and row.high is None
