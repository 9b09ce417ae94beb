"""All that differs between two sides, put together, and told in a line."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from aibrief_report.changes.causes import Cause, FileChange, file_changes
from aibrief_report.changes.figures import FigureChange, ReferenceChange, figure_changes, reference_changes
from aibrief_report.changes.rows import RowChange, row_changes
from aibrief_report.changes.sentences import SentenceChange, sentence_changes
from aibrief_report.changes.sides import Side
from aibrief_report.versions.differences import Difference, differences


class Changes(Struct, frozen=True):
    """What differs between two sides of a brief."""

    then: Side
    now: Side
    files: tuple[FileChange, ...]
    toolkit: tuple[Difference, ...]
    rows: tuple[RowChange, ...]
    sentences: tuple[SentenceChange, ...]
    figures: tuple[FigureChange, ...]
    references: tuple[ReferenceChange, ...]

    @property
    def none(self) -> bool:
        """Whether both sides were made of the same."""
        return not (self.files or self.toolkit)

    @property
    def numbers(self) -> tuple[SentenceChange, ...]:
        """The sentences in which a printed number is another."""
        return tuple(one for one in self.sentences if _printed(one, "then") != _printed(one, "now"))

    @property
    def summary(self) -> str:
        """All of it in a line: "3 numbers, 1 reference, 2 sentences, theme"; empty where nothing differs."""
        return ", ".join(self._told())

    def _told(self) -> Iterator[str]:
        turned = [one for one in self.sentences if one.verdicts]
        worded = [one for one in self.sentences if one.cause == "prose"]
        counts = (
            (self.rows, "row", "rows"),
            (self.numbers, "number", "numbers"),
            (turned, "verdict", "verdicts"),
            (worded, "sentence", "sentences"),
            (self.figures, "figure or table", "figures and tables"),
            (self.references, "reference", "references"),
        )
        for found, one, many in counts:
            if found:
                yield f"{len(found)} {one if len(found) == 1 else many}"
        causes = {file.cause for file in self.files}
        yield from (name for name in ("theme",) if name in causes)
        if self.toolkit:
            yield "toolkit"
        silent = not (self.rows or self.sentences or self.figures or self.references)
        if silent and causes - {"theme"}:
            yield f"nothing that is read ({', '.join(sorted(causes))})"


def changes(then: Side, now: Side) -> Changes:
    """Return all that differs between two sides."""
    files = file_changes(then.files, now.files)
    toolkit = differences(then.environment, now.environment)
    causes: frozenset[Cause] = frozenset(one.cause for one in files)
    causes |= {"toolkit"} if toolkit else set()
    rows = row_changes(then.document, now.document)
    ids = frozenset(one.id for one in rows)
    return Changes(
        then,
        now,
        files,
        toolkit,
        rows,
        sentence_changes(then.document, now.document, ids, causes),
        figure_changes(then.document, now.document, ids, causes),
        reference_changes(then.document, now.document),
    )


def _printed(change: SentenceChange, side: str) -> list[str]:
    one = change.then if side == "then" else change.now
    return [number.text for number in one.numbers] if one else []
