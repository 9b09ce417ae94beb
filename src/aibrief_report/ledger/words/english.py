"""The words in English. Times: "A is … B". Parts: "… of B". Changes: "A …". Places: "A is …"."""

from __future__ import annotations

from decimal import Decimal

from aibrief_report.ledger.words.vocabulary import (
    COUNTS,
    FALLS,
    MOST_PLACES,
    PARTS,
    RISES,
    Near,
    Places,
    Turn,
    Vocabulary,
    decimal,
)

_NUMBERS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
    *("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "a hundred", "two hundred"),
    *("three hundred", "four hundred", "five hundred", "six hundred", "seven hundred", "eight hundred"),
    *("nine hundred", "a thousand"),
)
_PARTS = (
    *("a tenth", "a fifth", "a quarter", "a third", "two fifths", "half", "three fifths", "two thirds"),
    *("three quarters", "four fifths", "nine tenths"),
)
_NTHS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_AROUND_MULTIPLES = ("almost {}", "just over {}", "more than {}", "less than {}", "about {}")
_AROUND_PARTS = ("just under {}", "just over {}", "more than {}", "less than {}", "about {}")
_ROUGHLY = "roughly equal to"


def _nth(place: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th") if place % 100 not in (11, 12, 13) else "th"
    return _NTHS[place - 2] if place - 2 < len(_NTHS) else f"{place}{ending}"


def _times() -> dict[Decimal, Near]:
    parts = {decimal(n): Near.of(f"{name} of", *_AROUND_PARTS) for n, name in zip(PARTS, _PARTS, strict=True)}
    names = {Decimal("1.5"): "one and a half times", Decimal(2): "twice"}
    names |= {Decimal("2.5"): "two and a half times"}
    names |= {Decimal(n): f"{name} times" for n, name in zip(COUNTS[1:], _NUMBERS[1:], strict=True)}
    equal = Near(_ROUGHLY, _ROUGHLY, _ROUGHLY, "more than", "less than", _ROUGHLY)
    multiples = {n: Near.of(name, *_AROUND_MULTIPLES) for n, name in names.items()}
    return parts | {Decimal(1): equal} | multiples


def _rises() -> dict[Decimal, Turn]:
    verbs = ("doubled", "tripled", "quadrupled")
    turns = [Turn(f"almost {verb}", verb, f"more than {verb}") for verb in verbs]
    folds = (f"{name}fold" for name in _NUMBERS[len(verbs) : len(RISES)])
    turns += [Turn(f"rose almost {fold}", f"rose {fold}", f"rose more than {fold}") for fold in folds]
    return {Decimal(n): turn for n, turn in zip(RISES, turns, strict=True)}


def _falls() -> dict[Decimal, Turn]:
    turns = [Turn("almost halved", "halved", "more than halved")]
    for name in ("two thirds", "three quarters", "nine tenths"):
        turns.append(Turn(f"fell by almost {name}", f"fell by {name}", f"fell by more than {name}"))
    return {decimal(left): turn for left, turn in zip(FALLS, turns, strict=True)}


ENGLISH = Vocabulary(
    times=_times(),
    equal="equal to",
    parts={decimal(n): Near.of(name, *_AROUND_PARTS) for n, name in zip(PARTS, _PARTS, strict=True)},
    whole="all",
    almost_whole="almost all",
    most="most",
    rises=_rises(),
    falls=_falls(),
    rose="rose",
    fell="fell",
    unchanged="was unchanged",
    almost_unchanged="was almost unchanged",
    places=Places(
        first="the largest of {count}",
        last="the smallest of {count}",
        place="the {nth} largest of {count}",
        among="among the {most} largest of {count}",
        both=("the larger of two", "the smaller of two"),
        tied=("the joint largest of {count}", "the joint {nth} largest of {count}"),
        numbers=("one", *_NUMBERS[:11]),
        nths=tuple(_nth(place) for place in range(2, MOST_PLACES)),
    ),
)
