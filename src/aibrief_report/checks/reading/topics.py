"""Topics: how a sentence tells that it speaks of something which the ledger measures."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from aibrief_report.checks.reading.typed import Vocabulary
from aibrief_report.checks.reading.words import word_set
from aibrief_report.ledger.ledger import Ledger

_GENERAL = word_set(
    "share shares change changes number total world worlds global growth yearly annual year latest",
    "before value state country countries part parts part-time support programme people government",
    "national public rate rates level average index ratio measure target targets spread date counted",
    "larger large released recent round about work multiple private time times open week weeks best",
)
_SHORTEST = 5
_ENDINGS = re.compile(r"(?:ments?|ings?|ations?|ators?|ers?|ors?|ies|y|es|s)$")


class Topics(Struct, frozen=True):
    """What the ledger knows: names of areas, and what it measures, each as a pattern."""

    area: re.Pattern[str]
    measure: re.Pattern[str]
    vocabulary: Vocabulary

    def areas_in(self, text: str) -> int:
        """Return how many different areas a text names."""
        return len({found[0] for found in self.area.finditer(text)})

    def measured_in(self, text: str) -> bool:
        """Return whether a text names something that the ledger measures."""
        return self.measure.search(text) is not None

    def concerns(self, text: str, *, numbers: bool) -> bool:
        """Return whether a text speaks of areas and of what is measured, or prints numbers of either."""
        area, measure = bool(self.areas_in(text)), self.measured_in(text)
        return (area and measure) or (numbers and (area or measure))


def topics_of(ledger: Ledger) -> Topics:
    """Return what a ledger speaks of: its areas with rows, the nouns of its units, words of its titles."""
    used = {row.area for row in ledger.observations.values()} | {row.area for row in ledger.events.values()}
    areas = {name for key in used for name in _names(ledger.areas[key].name, ledger.areas[key].short)}
    units = {row.unit for row in ledger.observations.values()}
    nouns = {unit.measure.split()[-1] for unit in units if unit.kind == "count"}
    stems = {stem(word) for one in ledger.indicators.values() for word in _words(one.title)}
    stems |= {stem(noun) for noun in nouns}
    return Topics(
        re.compile(_any(sorted(areas, key=len, reverse=True), r"(?<!\w){}(?!\w)")),
        re.compile(_any(sorted(stems), r"\b{}\w*"), re.IGNORECASE),
        Vocabulary(tuple(sorted(areas)), tuple(sorted(nouns))),
    )


def _names(*names: str) -> Iterable[str]:
    return (name.removeprefix("the ").removeprefix("The ") for name in names if name)


def _words(title: str) -> Iterable[str]:
    """Return the words of a title that tell what is measured; names and general words do not."""
    for word in re.findall(r"[A-Za-z-]{2,}", title):
        if len(word) >= _SHORTEST and word.lower() not in _GENERAL:
            yield word.lower()


def stem(word: str) -> str:
    """Return a word without its ending, at least four letters: investment, invests -> invest."""
    short = _ENDINGS.sub("", word)
    return short if len(short) >= 4 else word


def _any(words: Iterable[str], form: str) -> str:
    escaped = "|".join(re.escape(word) for word in words)
    return form.format(f"(?:{escaped})") if escaped else r"(?!)"
