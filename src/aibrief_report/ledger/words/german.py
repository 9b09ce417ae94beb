"""The words in German. Times: "A ist … B". Parts: "… der Welt". Changes: "A …". Places: "A liegt …"."""

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
    *("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn"),
    *("vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn", "zwanzig", "dreißig"),
    *("vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig", "hundert", "zweihundert"),
    *("dreihundert", "vierhundert", "fünfhundert", "sechshundert", "siebenhundert", "achthundert"),
    *("neunhundert", "tausend"),
)
_PARTS = (
    *("ein Zehntel", "ein Fünftel", "ein Viertel", "ein Drittel", "zwei Fünftel", "die Hälfte"),
    *("drei Fünftel", "zwei Drittel", "drei Viertel", "vier Fünftel", "neun Zehntel"),
)
_NTHS = ("zweiter", "dritter", "vierter", "fünfter", "sechster", "siebter", "achter", "neunter", "zehnter")
_AROUND = ("knapp {}", "gut {}", "mehr als {}", "weniger als {}", "etwa {}")
_AS_HIGH = "so hoch wie"


def _times() -> dict[Decimal, Near]:
    names = {decimal(n): name for n, name in zip(PARTS, _PARTS, strict=True)}
    names |= {Decimal("0.5"): "halb", Decimal("1.5"): "anderthalbmal", Decimal(2): "doppelt"}
    names |= {Decimal("2.5"): "zweieinhalbmal"}
    names |= {Decimal(n): f"{name}mal" for n, name in zip(COUNTS[1:], _NUMBERS[1:], strict=True)}
    near = {n: Near.of(f"{name} {_AS_HIGH}", *_AROUND) for n, name in names.items()}
    roughly = f"etwa {_AS_HIGH}"
    equal = Near(roughly, roughly, roughly, "höher als", "niedriger als", roughly)
    return dict(sorted((near | {Decimal(1): equal}).items()))


def _rises() -> dict[Decimal, Turn]:
    verbs = ("verdoppelte sich", "verdreifachte sich", "vervierfachte sich")
    names = ["Doppelte", *(f"{name.capitalize()}fache" for name in _NUMBERS[1 : len(RISES)])]
    exact = (*verbs, *(f"stieg auf das {name}" for name in names[len(verbs) :]))
    turns = (
        Turn(f"stieg auf fast das {name}", verb, f"stieg auf mehr als das {name}")
        for name, verb in zip(names, exact, strict=True)
    )
    return {Decimal(n): turn for n, turn in zip(RISES, turns, strict=True)}


def _falls() -> dict[Decimal, Turn]:
    left = ("die Hälfte", "ein Drittel", "ein Viertel", "ein Zehntel")
    exact = ("halbierte sich", *(f"sank auf {name}" for name in left[1:]))
    turns = (
        Turn(f"sank auf kaum mehr als {name}", verb, f"sank auf weniger als {name}")
        for name, verb in zip(left, exact, strict=True)
    )
    return {decimal(n): turn for n, turn in zip(FALLS, turns, strict=True)}


GERMAN = Vocabulary(
    times=_times(),
    equal=f"genau {_AS_HIGH}",
    parts={decimal(n): Near.of(name, *_AROUND) for n, name in zip(PARTS, _PARTS, strict=True)},
    whole="das Ganze",
    almost_whole="fast das Ganze",
    most="der größte Teil",
    rises=_rises(),
    falls=_falls(),
    rose="stieg",
    fell="sank",
    unchanged="blieb gleich",
    almost_unchanged="blieb fast gleich",
    places=Places(
        first="an erster Stelle von {count}",
        last="an letzter Stelle von {count}",
        place="an {nth} Stelle von {count}",
        among="unter den ersten {most} von {count}",
        both=("an erster Stelle von zweien", "an letzter Stelle von zweien"),
        tied=("gemeinsam an erster Stelle von {count}", "gemeinsam an {nth} Stelle von {count}"),
        numbers=("einem", *_NUMBERS[:11]),
        nths=tuple(
            _NTHS[place - 2] if place - 2 < len(_NTHS) else f"{place}." for place in range(2, MOST_PLACES)
        ),
    ),
)
