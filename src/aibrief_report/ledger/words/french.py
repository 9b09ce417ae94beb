"""The words in French. Times: "A représente … B". Parts: "… du monde". Changes: "A …". Places: "A est …"."""

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
    *("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize"),
    *("quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt", "trente", "quarante"),
    *("cinquante", "soixante", "soixante-dix", "quatre-vingts", "quatre-vingt-dix", "cent", "deux cents"),
    *("trois cents", "quatre cents", "cinq cents", "six cents", "sept cents", "huit cents", "neuf cents"),
    "mille",
)
_PARTS = (
    *("un dixième", "un cinquième", "un quart", "un tiers", "deux cinquièmes", "la moitié"),
    *("trois cinquièmes", "deux tiers", "trois quarts", "quatre cinquièmes", "neuf dixièmes"),
)
_NTHS = ("deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième", "neuvième")
_AROUND = ("près de {}", "un peu plus de {}", "plus de {}", "moins de {}", "environ {}")


def _near(name: str) -> Near:
    """Return the words for a name; before a vowel, “de” is “d’”."""
    around = (one.replace("de {}", "d’{}") if name.startswith("u") else one for one in _AROUND)
    return Near.of(name, *around)


def _times() -> dict[Decimal, Near]:
    parts = {decimal(n): _near(f"{name} de") for n, name in zip(PARTS, _PARTS, strict=True)}
    roughly = "à peu près autant que"
    equal = Near(roughly, roughly, roughly, "plus que", "moins que", roughly)
    names = {Decimal("1.5"): "une fois et demie", Decimal(2): "deux fois"}
    names |= {Decimal("2.5"): "deux fois et demie"}
    names |= {Decimal(n): f"{name} fois" for n, name in zip(COUNTS[1:], _NUMBERS[1:], strict=True)}
    return parts | {Decimal(1): equal} | {n: _near(name) for n, name in names.items()}


def _rises() -> dict[Decimal, Turn]:
    verbs = (
        *("doublé", "triplé", "quadruplé", "quintuplé", "sextuplé", "septuplé", "octuplé", "nonuplé"),
        "décuplé",
    )
    turns = (Turn(f"a presque {verb}", f"a {verb}", f"a plus que {verb}") for verb in verbs)
    return {Decimal(n): turn for n, turn in zip(RISES, turns, strict=True)}


def _falls() -> dict[Decimal, Turn]:
    turns = [Turn("a diminué de près de la moitié", "a diminué de moitié", "a diminué de plus de la moitié")]
    for name in ("deux tiers", "trois quarts", "neuf dixièmes"):
        turns.append(
            Turn(f"a diminué de près des {name}", f"a diminué des {name}", f"a diminué de plus des {name}")
        )
    return {decimal(left): turn for left, turn in zip(FALLS, turns, strict=True)}


FRENCH = Vocabulary(
    times=_times(),
    equal="autant que",
    parts={decimal(n): _near(name) for n, name in zip(PARTS, _PARTS, strict=True)},
    whole="la totalité",
    almost_whole="presque la totalité",
    most="la majeure partie",
    rises=_rises(),
    falls=_falls(),
    rose="a augmenté",
    fell="a diminué",
    unchanged="n’a pas changé",
    almost_unchanged="n’a presque pas changé",
    places=Places(
        first="au premier rang sur {count}",
        last="au dernier rang sur {count}",
        place="au {nth} rang sur {count}",
        among="parmi les {most} premiers sur {count}",
        both=("au premier rang sur deux", "au second rang sur deux"),
        tied=("au premier rang ex æquo sur {count}", "au {nth} rang ex æquo sur {count}"),
        numbers=("un", *_NUMBERS[:11]),
        nths=tuple(
            _NTHS[place - 2] if place - 2 < len(_NTHS) else f"{place}e" for place in range(2, MOST_PLACES)
        ),
    ),
)
