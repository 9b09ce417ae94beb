"""Claims in templates: `{% claim CONDITION %}sentence{% endclaim %}`, and `claim:` in brief.yaml.

A claim that fails is a fault, with the values that break it. A contested one gets a note that names the
sources on each side, and a notice of the document, which is a fault under `--strict`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from msgspec import Struct, field

from aibrief_report.digest import short_id
from aibrief_report.errors import BriefError, Faults, Place
from aibrief_report.ledger.claims import Condition, Judgement, judge, margins
from aibrief_report.ledger.conditions import ConditionReader
from aibrief_report.ledger.facts import Candidate
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.quantities import round_to, significant, tidy
from aibrief_report.ledger.sources import source_name
from aibrief_report.model.blocks import Paragraph
from aibrief_report.model.claims import Claim, Flip
from aibrief_report.model.inlines import Claimed, Inline, Inlines, Note, NumberText, Text
from aibrief_report.model.numbers import Number, Rival, Span
from aibrief_report.narrative.numbers import NumberMaker

_TURNING_DIGITS = 4


class Claims(Struct):
    """The claims of one brief: judged as templates come to them, kept for the document."""

    ledger: Ledger
    maker: NumberMaker
    numbers: dict[str, Number]
    faults: Faults
    notice: Callable[[Condition, Span], None] = lambda _condition, _span: None
    found: dict[str, Claim] = field(default_factory=dict)
    entries: list[str] = field(default_factory=list)
    reader: ConditionReader | None = None

    def add(self, condition: str, span: Span) -> int | None:
        """Return the entry of a claim, judged; `None`, with its fault told, where it fails or is no claim."""
        place = Place(span.file, span.first)
        try:
            tree = self._reader.read(condition)
            found = judge(tree)
            claim = self._claim(condition, tree, found, span)
        except BriefError as error:
            for fault in error.faults:
                self.faults.add(fault.message, fault.place or place, fault.hint)
            return None
        if found.verdict == "fails":
            hint = f"the condition is: {claim.condition}; mend the sentence or the condition"
            self.faults.add(f"the claim does not hold: {self._told(found.against)}", place, hint)
        self.notice(tree, span)
        self.found[claim.id] = claim
        self.entries.append(claim.id)
        return len(self.entries) - 1

    def inlines(self, entry: int, children: Inlines) -> Inlines:
        """Return a claim's sentence as a node, followed by a note where it is contested."""
        claim = self.found[self.entries[entry]]
        node = Claimed(claim.id, claim.verdict, children)
        return (node, self._note(claim)) if claim.verdict == "contested" else (node,)

    def _claim(self, condition: str, tree: Condition, found: Judgement, span: Span) -> Claim:
        changed = [one for one in found.against if one not in found.support] or list(found.against)
        met = [one for one in found.support if one not in found.against] or list(found.support)
        contested = found.verdict == "contested"
        return Claim(
            id=self._unique(f"claim-{short_id(condition)}"),
            condition=condition,
            verdict=found.verdict,
            support=self._rivals(met if contested else found.support),
            against=self._rivals(changed if contested else found.against),
            flips=tuple(flip for one, value in margins(tree) if (flip := self._flip(one, value))),
            span=span,
        )

    def _rivals(self, candidates: Sequence[Candidate]) -> tuple[Rival, ...]:
        """Return the values of the ledger among candidates; the rates that convert them measure nothing."""
        return tuple(self.maker.rival(one.row) for one in candidates if one.row.indicator)

    def _unique(self, key: str) -> str:
        count = sum(1 for one in self.found if one == key or one.startswith(f"{key}-"))
        return f"{key}-{count + 1}" if count else key

    def _flip(self, candidate: Candidate, value: Decimal) -> Flip | None:
        """Return where a value would overturn the claim; `None` where any change would (an equality)."""
        row, wording = candidate.row, self.maker.wording
        digits = max(_TURNING_DIGITS, significant(row.value))
        now, turning = (
            wording.amount(row.value, row.unit),
            wording.amount(tidy(round_to(value, digits, None)), row.unit),
        )
        return Flip(row.id, wording.hedged(now, row.qualifier), turning) if turning != now else None

    def _note(self, claim: Claim) -> Note:
        wording = self.maker.wording
        if claim.support == claim.against:
            before, after = wording.rough()
            parts: list[Inline] = [Text(before), *self._listed(claim.support)]
        else:
            before, between, after = wording.contested()
            parts = [Text(before), *self._listed(claim.support), Text(between), *self._listed(claim.against)]
        return Note((Paragraph((*parts, Text(after)), anchor=f"p-{claim.id}", span=claim.span),))

    def _listed(self, rivals: tuple[Rival, ...]) -> list[Inline]:
        """Return values with their sources; each is a number that leads to its row."""
        found: list[Inline] = []
        for rival in rivals:
            row = self.ledger.observations[rival.row]
            number = self.maker.alone(row)
            self.numbers.setdefault(number.id, number)
            name = source_name(self.ledger.sources[row.producer])
            found += [Text("; "), NumberText(number.id, rival.text), Text(f" ({name})")]
        return found[1:]

    def _told(self, candidates: tuple[Candidate, ...]) -> str:
        return "; ".join(
            f"{one.row.id} = {self.maker.rival(one.row).text.replace(chr(0xA0), ' ')}" for one in candidates
        )

    @property
    def _reader(self) -> ConditionReader:
        if self.reader is None:
            raise RuntimeError("claims are judged before the session's functions are known")
        return self.reader
