"""Changes as text for a terminal: what was, what is, and what made the difference."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.changes.changes import Changes
from aibrief_report.changes.figures import FigureChange, ReferenceChange
from aibrief_report.changes.rows import RowChange
from aibrief_report.changes.sentences import SentenceChange
from aibrief_report.model.sentences import Sentence
from aibrief_report.versions.differences import Difference

_MARKS = {"added": "+", "removed": "-", "changed": "~"}


def lines(found: Changes) -> Iterator[str]:
    """Yield the lines that tell all changes, from the rows up to what a reader sees."""
    yield f"{found.then.name} → {found.now.name}"
    if found.none:
        yield "nothing differs"
        return
    yield from _section("rows", (line for one in found.rows for line in _row(one)))
    yield from _section("sentences", (line for one in found.sentences for line in _sentence(one)))
    yield from _section("figures and tables", (_figure(one) for one in found.figures))
    yield from _section("references", (line for one in found.references for line in _reference(one)))
    yield from _section("inputs", (f"{_MARKS[one.how]} {one.name} ({one.cause})" for one in found.files))
    yield from _section("toolkit and libraries", (_difference(one) for one in found.toolkit))
    yield found.summary


def _section(title: str, told: Iterator[str]) -> Iterator[str]:
    held = list(told)
    if held:
        yield ""
        yield title
        yield from (f"  {line}" for line in held)


def _row(one: RowChange) -> Iterator[str]:
    source = f" [{one.source}]" if one.source else ""
    if not one.cells:
        yield f"{_MARKS[one.how]} {one.id}: {one.value}{source}"
        return
    yield f"{_MARKS[one.how]} {one.id}{source}"
    yield from (
        f"    {cell.column}: {cell.then or '(empty)'} → {cell.now or '(empty)'}" for cell in one.cells
    )


def _sentence(one: SentenceChange) -> Iterator[str]:
    head = f"{one.where} ({one.cause})"
    turned = f", verdict {one.verdicts[0] or 'none'} → {one.verdicts[1] or 'none'}" if one.verdicts else ""
    yield head + turned
    if one.then and one.now and one.then.text == one.now.text:
        yield f"    {_shown(one.now)}"
        return
    if one.then:
        yield f"  - {_shown(one.then)}"
    if one.now:
        yield f"  + {_shown(one.now)}"


def _reference(one: ReferenceChange) -> Iterator[str]:
    if one.how != "changed":
        yield f"{_MARKS[one.how]} {one.key}: {one.now or one.then}"
        return
    yield f"{_MARKS[one.how]} {one.key}"
    yield f"    - {one.then}"
    yield f"    + {one.now}"


def _figure(one: FigureChange) -> str:
    name = ": ".join(part for part in (one.label or one.anchor, one.title) if part)
    parts = f": {', '.join(one.parts)}" if one.parts else ""
    return f"{_MARKS[one.how]} {name}{parts} ({one.cause})"


def _difference(one: Difference) -> str:
    return f"~ {one.what}: {one.then} → {one.now}"


def _shown(one: Sentence) -> str:
    return one.text.replace("\u00a0", " ").replace("\u202f", " ")
