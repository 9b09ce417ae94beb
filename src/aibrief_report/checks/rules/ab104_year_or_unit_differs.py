"""AB104: a year or unit typed in a sentence that is not that of the row beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from aibrief_report.checks.facts import rows_behind, years_of
from aibrief_report.checks.finding import Finding, Repair
from aibrief_report.checks.material import Material
from aibrief_report.checks.prose import SENTENCES, Sentence
from aibrief_report.checks.reading.lines import Piece
from aibrief_report.checks.reading.units import typed_unit
from aibrief_report.checks.reading.years import Years, dating_years, tells_when_it_was_said
from aibrief_report.checks.rule import Rule
from aibrief_report.ledger.units import read_unit
from aibrief_report.model.numbers import Number

_TIGHT = re.compile(r"(?:\s[A-Za-z’-]+){0,4}?\s(?:in|for|during)\s(?:the\s(?:year\s)?)?$")


def find(material: Material) -> Iterator[Finding]:
    """Yield each typed year and each typed unit that a row beside it does not have."""
    nouns = material.topics.vocabulary.nouns
    for prose in material.prose:
        if prose.role in SENTENCES or prose.role == "label":
            for sentence in prose.sentences:
                for piece in sentence.numbers:
                    number = material.document.numbers.get(piece.number)
                    if number is not None and number.kind != "date":
                        beside = _Beside(material, sentence, piece, number)
                        yield from beside.year()
                        yield from beside.unit(nouns)


class _Beside(Struct, frozen=True):
    """A printed number in its sentence."""

    material: Material
    sentence: Sentence
    piece: Piece
    number: Number

    def year(self) -> Iterator[Finding]:
        years = years_of(rows_behind(self.number, self.material.ledger))
        typed = dating_years(self.sentence.typed)
        if not years or not typed:
            return
        away = [one for one in typed if not any(one.meets(own) for own in years)]
        wrong = self._behind(away)
        if wrong is None and len(away) == len(typed) and not tells_when_it_was_said(self.sentence.typed):
            wrong = min(away, key=lambda one: abs(one.start - (self.piece.start - self.sentence.start)))
        if wrong is not None:
            text = self.sentence.text[wrong.start : wrong.end]
            own = self.number.period.replace("\u00a0", " ")
            yield self._finding(f"“{text}” stands beside {self._printed}, which is for {own}", text)

    def _behind(self, years: list[Years]) -> Years | None:
        """Return the one of some years that follows the number and can mean nothing else: “… in 2024”."""
        start = self.piece.end - self.sentence.start
        for year in years:
            between = self.sentence.typed[start : year.start] if year.start >= start else ""
            if _TIGHT.fullmatch(between) and not tells_when_it_was_said(between):
                return year
        return None

    def unit(self, nouns: tuple[str, ...]) -> Iterator[Finding]:
        if self.number.unit in ("", "date"):
            return
        at = self.sentence.start
        before = self.sentence.typed[: self.piece.start - at]
        behind = self.sentence.typed[self.piece.end - at :]
        found = typed_unit(before, self.piece.text, behind, read_unit(self.number.unit), nouns)
        if found is not None:
            repair = self._repair(found.text) if found.twice else None
            what = "is printed already with" if found.twice else "stands beside"
            message = f"“{found.text}” {what} {self._printed}, whose unit is {self.number.unit}"
            yield self._finding(message, found.text, repair)

    def _repair(self, unit: str) -> Repair | None:
        """Return the change that takes out a unit that is printed twice; it stands behind the braces."""
        place = self.sentence.prose.place_of(unit)
        return Repair(place, "}} " + unit, "}}") if place.line else None

    @property
    def _printed(self) -> str:
        return f"“{self.piece.text}”".replace("\u00a0", " ")

    def _finding(self, message: str, text: str, repair: Repair | None = None) -> Finding:
        prose = self.sentence.prose
        hint = "write what the row says, or print the row that is meant"
        keys = (*prose.keys, *self.number.rows)
        return Finding(message, prose.place_of(text), hint, self.sentence.text, keys, repair)


RULE = Rule(
    code="AB104",
    name="year-or-unit-differs",
    severity="error",
    title="Year or unit in prose that differs from the row beside it",
    what=(
        "A sentence with a printed number whose typed years all lie outside the row’s period, or "
        "where “in 2024” follows a number of another year. Years that name something (“the 2024 "
        "edition”), are a base (“on 2022”), or say when something was published, are let pass. And a "
        "unit, symbol, scale or currency typed before or behind a number that is printed with another, or "
        "with the same already."
    ),
    why=(
        "Expressions are copied from sentence to sentence; the year and the unit around them are not "
        "changed along."
    ),
    bad='In 2024 residents made {{ obs("trips", "NORTH", 2023) }} trips.',
    good='In 2024 residents made {{ obs("trips", "NORTH", 2024) }} trips.',
    mend=(
        "Print the row of that year, or mend the year. Leave out the unit: the number prints with its own."
    ),
    accept="The year dates something else in the sentence.",
    find=find,
    words=True,
)
