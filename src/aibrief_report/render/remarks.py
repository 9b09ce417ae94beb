"""What there is to say where sources do not agree: each contest and contested claim, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from aibrief_report.model.claims import Claim, Contest
from aibrief_report.model.document import Document
from aibrief_report.model.numbers import Number, Rival
from aibrief_report.model.walk import plain
from aibrief_report.render.annex import AnnexSource, Explainer
from aibrief_report.render.facts import facts, subject
from aibrief_report.render.sourcing import sources_line


class Remark(Struct, frozen=True):
    """What is to be said of a contest or claim: `key` names it, `heading` says what it is."""

    key: str
    heading: str
    lines: tuple[str, ...]


class Remarker(Struct, frozen=True):
    """Puts what sources say into lines of a document's language: a value, what it measures, its source."""

    document: Document
    explain: Explainer

    @property
    def words(self) -> Mapping[str, str]:
        """The fixed words of the document's language."""
        return self.document.words

    def contest(self, contest: Contest) -> Remark:
        """Return what each source says in a contest, after how they differ."""
        how = (contest.how,) if contest.how else ()
        figures = (self._figure(number) for number in contest.figures)
        return Remark(f"contest {contest.id}", self._after("contest", contest.title), (*how, *figures))

    def number(self, number: Number) -> Remark:
        """Return what other sources say of a number, and why it was chosen."""
        entry = self.explain.number(number)
        colon = self.words["colon"]
        told = {one.role: f"{one.label}{colon}{plain(one.inlines)}" for one in facts(entry, self.words)}
        own = told.get("formula", "") if number.formula else self._line(number.text, "", entry.sources)
        rivals = (self._line(rival.text, "", (rival.source,)) for rival in entry.rivals)
        lines = (own if number.sources else "", *rivals, told.get("range", ""), told.get("verdict", ""))
        heading = self._after("sources-differ", subject(entry, self.words))
        return Remark(f"number {number.id}", heading, tuple(line for line in lines if line))

    def claim(self, claim: Claim) -> Remark:
        """Return with which values a claim holds and with which not, and what would overturn it."""
        turns = (
            self.words["would-turn"].format(value=flip.value, turning=flip.turning) for flip in claim.flips
        )
        return Remark(claim.id, self.words["contested-claim"], (*self._sides(claim), *turns))

    def _sides(self, claim: Claim) -> Iterator[str]:
        if claim.support == claim.against:
            yield from self._side("open-with", claim.support)
        else:
            yield from self._side("holds-with", claim.support)
            yield from self._side("fails-with", claim.against)

    def _side(self, word: str, rivals: Iterable[Rival]) -> Iterator[str]:
        yield self._after(word, "").rstrip()
        for rival in rivals:
            number = self.document.numbers.get(rival.row)
            told = subject(self.explain.number(number), self.words) if number else ""
            yield self._line(rival.text, told, (self.explain.source(rival.source),))

    def _figure(self, number: Number) -> str:
        entry = self.explain.number(number)
        status = f" ({entry.status})" if entry.status else ""
        return self._line(number.text, f"{subject(entry, self.words)}{status}", entry.sources)

    def _line(self, value: str, told: str, sources: Iterable[AnnexSource]) -> str:
        read = plain(sources_line(sources, self.words))
        return f"{value}{self.words['colon']}{self.words['stop'].join(part for part in (told, read) if part)}"

    def _after(self, word: str, text: str) -> str:
        return f"{self.words[word]}{self.words['colon']}{text}"
