"""Notices: what an author should look at, though the brief builds. Collected while templates are filled.

Four sorts: values set against each other that are not alike (`ledger.mismatches`), lines of charts that join
what different producers or editions count, claims that are contested, and a row that stands in a contest,
printed in a brief that never says how the contest's rows differ. All can be accepted with a reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from aibrief_report.inputs.brief import Acceptance, Brief
from aibrief_report.inputs.yaml_text import YamlText
from aibrief_report.ledger.claims import Condition, Judgement, judge
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.mismatches import (
    Mismatch,
    compared,
    joined_by_line,
    mismatches,
    pair_mismatches,
)
from aibrief_report.ledger.quantities import Quantity
from aibrief_report.ledger.records import Observation
from aibrief_report.model.blocks import Block, Box, Figure, Paragraph, Table
from aibrief_report.model.charts import Chart
from aibrief_report.model.inlines import Code, NumberText, Text
from aibrief_report.model.notices import CODES, Notice
from aibrief_report.model.numbers import Number, Span
from aibrief_report.model.walk import walk

_MEANT = 'compare like with like, or say why it is meant: accept(…, "the reason")'
_SOFTEN = "soften the sentence, or accept it: {rule: claim-contested, where: words of it, reason: …}"
_BOTH_ENDS = {"low", "high"}
_MOST_TOLD = 80


class _Found(Struct, frozen=True):
    """A notice, and what an acceptance can name it by: an id, or words of `text`."""

    notice: Notice
    text: str
    key: str = ""

    def met(self, entry: Acceptance, where: str) -> bool:
        """Return whether one part of an acceptance names it."""
        return entry.rule == self.notice.code and (
            where == self.key or _spelled(where) in _spelled(self.text)
        )


class Notices(Struct):
    """The notices of one brief, each told once, at the first place that gives rise to it."""

    ledger: Ledger
    found: list[_Found] = field(default_factory=list)
    alone: dict[str, tuple[str, Span]] = field(default_factory=dict)
    seen: dict[str, set[str]] = field(default_factory=dict)

    def printed(self, quantity: Quantity, form: str, span: Span) -> None:
        """Take note of a value that is printed."""
        self._take(mismatches(self.ledger, quantity), span, span.source)
        fact = quantity.fact
        if fact is None or quantity.accepted:
            return
        whole, _, contest = fact.key.partition("|")
        if whole == "contest" and form == "range":
            self.asked(contest, form)
            return
        row = fact.preferred.row
        for contest in self.ledger.contests_of(row.id):
            if row.unit.kind == self._usual_kind(contest):
                self.alone.setdefault(contest, (row.id, span))

    def asked(self, contest: str, part: str) -> None:
        """Take note that a template asked for a part of a contest: "how", "low", "high" or "range"."""
        self.seen.setdefault(contest, set()).add(part)

    def claimed(self, condition: Condition, span: Span) -> None:
        """Take note of what a claim compares, and of what speaks against it where it is contested."""
        what = f"the claim {span.source}"
        self._take(compared(self.ledger, condition), span, what)
        judgement = judge(condition)
        if judgement.verdict == "contested":
            message = f"the claim is contested: {_against(judgement)}"
            self.found.append(_Found(Notice("claim-contested", message, span, _SOFTEN), f"{what}: {message}"))

    def compared(self, left: Quantity, right: Quantity, span: Span) -> None:
        """Take note of two values that a template compares."""
        self._take(pair_mismatches(self.ledger, left, right), span, "the condition")

    def drawn(self, blocks: tuple[Block, ...]) -> None:
        """Take note of what the lines of charts join, in the order of time."""
        for figure in (one for one in walk(blocks) if isinstance(one, Figure) and one.span):
            chart = figure.content
            if isinstance(chart, Chart) and chart.kind in ("line", "area") and figure.span:
                for series in chart.series:
                    rows = [self.ledger.observations.get(point.row) for point in series.points]
                    known = sorted((one for one in rows if one), key=lambda one: one.period.text)
                    found = joined_by_line(self.ledger, known)
                    self._take(found, figure.span, f"the chart {figure.anchor.removeprefix('fig-')}")

    def contests(self, brief: Brief, blocks: tuple[Block, ...], numbers: dict[str, Number]) -> None:
        """Take note of rows of contests in a composed brief that never says how they differ."""
        told = {key for key, parts in self.seen.items() if parts - _BOTH_ENDS or parts >= _BOTH_ENDS}
        told |= {one.contest for one in brief.charts.values() if one.kind in ("range-dot", "dots")}
        told |= {one.contest for one in brief.tables.values()}
        shown = [rows for block in walk(blocks) if (rows := _rows_shown(block, numbers))]
        explained = " ".join(_explained(blocks))
        for key, (row, span) in self.alone.items():
            contest = self.ledger.contests[key]
            whole = any(rows.issuperset(contest.rows) for rows in shown)
            if key not in told and not whole and _spelled(contest.title) not in explained:
                message = f"{row} is one of several figures for “{contest.title}”"
                notice = Notice(
                    "contest-untold",
                    f"{message}, and the brief never says how they differ",
                    span,
                    _tell_it(key, row),
                )
                self.found.append(_Found(notice, message, key))

    def tell(self, accept: Sequence[Acceptance], source: YamlText) -> tuple[Notice, ...]:
        """Return the notices that no entry accepts, and one for each entry that accepts none, by line."""
        open_ones = [
            one.notice for one in self.found if not any(one.met(e, w) for e in accept for w in e.where)
        ]
        open_ones += self._idle(accept, source)
        return tuple(sorted(open_ones, key=lambda one: (one.span.file, one.span.first, one.code)))

    def _usual_kind(self, contest: str) -> str:
        """Return the kind of unit of most rows: nobody takes a contest's total in dollars for its share."""
        rows = self.ledger.contests[contest].rows
        kinds = [self.ledger.observations[row].unit.kind for row in rows]
        return max(dict.fromkeys(kinds), key=kinds.count)

    def _idle(self, accept: Sequence[Acceptance], source: YamlText) -> Iterator[Notice]:
        for number, entry in enumerate(accept):
            place = source.place("accept", number)
            for where in entry.where if entry.rule in CODES else ():
                if not any(one.met(entry, where) for one in self.found):
                    message = f"{entry.rule} tells of nothing where {where!r} is accepted"
                    span = Span(place.file, place.line or 1, place.line or 1)
                    yield Notice("accepted-nothing", message, span, "delete the entry, or put it right")

    def _take(self, found: Iterable[Mismatch], span: Span, what: str) -> None:
        text = " ".join(what.split())
        short = text if len(text) <= _MOST_TOLD else f"{text[:_MOST_TOLD].rstrip()}…"
        known = {(one.notice.code, one.text) for one in self.found}
        for one in found:
            full = f"{text}: {one.message}"
            if (one.code, full) not in known:
                self.found.append(_Found(Notice(one.code, f"{short}: {one.message}", span, _MEANT), full))


def _against(judgement: Judgement) -> str:
    """Return what speaks against a claim, as the tables have it."""
    rows = [one.row for one in judgement.against if one not in judgement.support]
    if not rows:  # no rival does, but what hedges and bounds leave open
        told = "; ".join(one.row.id for one in judgement.against)
        return f"the hedges or bounds of {told} allow it to be false"
    return f"{'; '.join(f'{row.id} = {_stated(row)}' for row in rows)} speaks against it"


def _stated(row: Observation) -> str:
    hedge = "" if row.qualifier == "exact" else f"{row.qualifier} "
    return f"{hedge}{row.value} {row.unit}"


def _tell_it(contest: str, row: str) -> str:
    return (
        f'print {{{{ contest("{contest}").how }}}} or {{{{ contest("{contest}") | range }}}}, show it in a '
        f"range-dot chart or a table, or accept it: {{rule: contest-untold, where: {contest}, reason: …}}"
    )


def _rows_shown(block: object, numbers: dict[str, Number]) -> set[str]:
    """Return the rows that a chart, table, box or paragraph shows together; none for other nodes."""
    match block:
        case Chart():
            return set(block.rows)
        case Table() | Box() | Paragraph():
            printed = (node for node in walk(block) if isinstance(node, NumberText))
            listed = block.rows_used if isinstance(block, Table) else ()
            return {*listed, *(row for one in printed for row in numbers[one.number].rows)}
        case _:
            return set()


def _explained(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield the words of every method box, title included."""
    for block in walk(blocks):
        if isinstance(block, Box) and block.role == "method":
            texts = (node for node in walk((block.title, block.blocks)) if isinstance(node, Text | Code))
            yield _spelled(" ".join(node.text for node in texts))


def _spelled(text: str) -> str:
    """Return a text as it is compared: plain quotes, single spaces, small letters."""
    return " ".join(text.replace("’", "'").replace("“", '"').replace("”", '"').split()).casefold()
