"""Notices: what an author should look at, though the brief builds. Collected while templates are filled.

Two sorts: values set against each other that are not alike (`ledger.mismatches`), and a row that stands in a
contest, printed in a brief that never says how the contest's rows differ. Both can be accepted with a reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from aibrief_report.inputs.brief import Brief
from aibrief_report.ledger.claims import Condition
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.mismatches import Mismatch, compared, mismatches, pair_mismatches
from aibrief_report.ledger.quantities import Quantity
from aibrief_report.model.blocks import Block, Box, Table
from aibrief_report.model.charts import Chart
from aibrief_report.model.inlines import Code, NumberText, Text
from aibrief_report.model.notices import Notice
from aibrief_report.model.numbers import Number, Span
from aibrief_report.model.walk import walk

CONTEST_UNTOLD = "contest-untold"
_MEANT = 'compare like with like, or say why it is meant: accept(…, "the reason")'
_BOTH_ENDS = {"low", "high"}
_MOST_TOLD = 80


@dataclass(slots=True)
class Notices:
    """The notices of one brief, each told once, at the first place that gives rise to it."""

    ledger: Ledger
    found: list[Notice] = field(default_factory=list)
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
            self.seen.setdefault(contest, set()).add("range")
            return
        row = fact.preferred.row.id
        for contest in self.ledger.contests_of(row):
            self.alone.setdefault(contest, (row, span))

    def asked(self, contest: str, part: str) -> None:
        """Take note that a template asked for a part of a contest: "how", "low" or "high"."""
        self.seen.setdefault(contest, set()).add(part)

    def claimed(self, condition: Condition, span: Span) -> None:
        """Take note of what a claim compares."""
        self._take(compared(self.ledger, condition), span, f"the claim {span.source}")

    def compared(self, left: Quantity, right: Quantity, span: Span) -> None:
        """Take note of two values that a template compares."""
        self._take(pair_mismatches(self.ledger, left, right), span, "the condition")

    def tell(self, brief: Brief, blocks: tuple[Block, ...], numbers: dict[str, Number]) -> tuple[Notice, ...]:
        """Return all notices of a composed brief, by file and line."""
        told = {key for key, parts in self.seen.items() if parts - _BOTH_ENDS or parts >= _BOTH_ENDS}
        told |= {one.contest for one in brief.charts.values() if one.kind in ("range-dot", "dots")}
        told |= {one.contest for one in brief.tables.values()}
        shown = [rows for block in walk(blocks) if (rows := _rows_shown(block, numbers))]
        explained = " ".join(_explained(blocks))
        for key, (row, span) in self.alone.items():
            contest = self.ledger.contests[key]
            whole = any(rows.issuperset(contest.rows) for rows in shown)
            if key not in told and not whole and _spelled(contest.title) not in explained:
                self._add(CONTEST_UNTOLD, _untold(row, contest.title), span, _tell_it(key, row))
        return tuple(sorted(self.found, key=lambda one: (one.span.file, one.span.first, one.code)))

    def _take(self, found: Iterable[Mismatch], span: Span, what: str) -> None:
        text = what if len(what) <= _MOST_TOLD else f"{what[:_MOST_TOLD].rstrip()}…"
        for one in found:
            self._add(one.code, f"{' '.join(text.split())}: {one.message}", span, _MEANT)

    def _add(self, code: str, message: str, span: Span, hint: str) -> None:
        if not any((one.code, one.message) == (code, message) for one in self.found):
            self.found.append(Notice(code, message, span, hint))


def _untold(row: str, title: str) -> str:
    return f"{row} is one of several figures for “{title}”, and the brief never says how they differ"


def _tell_it(contest: str, row: str) -> str:
    return (
        f'print {{{{ contest("{contest}").how }}}} or {{{{ contest("{contest}") | range }}}}, show it in a '
        f'range-dot chart or a table, name it in a method box, or accept(row("{row}"), "the reason")'
    )


def _rows_shown(block: object, numbers: dict[str, Number]) -> set[str]:
    """Return the rows that a table or chart shows together; none for other nodes."""
    match block:
        case Chart():
            return set(block.rows)
        case Table():
            cells = (node for node in walk(block.rows) if isinstance(node, NumberText))
            return {*block.rows_used, *(row for one in cells for row in numbers[one.number].rows)}
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
    return " ".join(text.replace("’", "'").split()).casefold()
