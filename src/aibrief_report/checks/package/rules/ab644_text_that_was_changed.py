"""AB644: a sentence that does not read as it was printed."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.edits import Edit, passage_edits
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.reports import shortened
from aibrief_report.checks.rule import Rule

_AROUND = 5
"""Words that are shown before and behind those that differ."""
_MOST = 100


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each sentence that was changed, added or taken out, with its place in the templates."""
    for edit in passage_edits(file):
        hint = "what is to stay goes into the templates; a build knows nothing of this file"
        yield file.found(edit.part, f"{edit.place}: {_told(edit)}".removeprefix(": "), hint, text=edit.after)


def _told(edit: Edit) -> str:
    if not edit.after:
        return f"“{shortened(edit.before, _MOST)}” was taken out"
    if not edit.before:
        return "a sentence was added"
    before, after = _windows(edit.before.split(), edit.after.split())
    return f"“{before}” now reads “{after}”"


def _windows(before: list[str], after: list[str]) -> tuple[str, str]:
    """Return what differs between two runs of words, each with some of the words around it."""
    pairs = zip(before, after, strict=False)
    first = next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(before), len(after)))
    ends = zip(reversed(before[first:]), reversed(after[first:]), strict=False)
    same = next(
        (at for at, (one, other) in enumerate(ends) if one != other), min(len(before), len(after)) - first
    )
    start, left = max(0, first - _AROUND), max(0, same - _AROUND)
    told = (" ".join(words[start : len(words) - left]) for words in (before, after))
    old, new = (f"{'… ' if start else ''}{text}{' …' if left else ''}" for text in told)
    return old, new


RULE = Rule(
    code="AB644",
    name="text-that-was-changed",
    severity="warning",
    title="Text that was changed by hand",
    what=(
        "In a DOCX that was made here, a sentence that reads otherwise than in the record of the file, that"
        " was added to a passage, or that is gone, whether or not Word recorded the change. The place is"
        " that in the templates from which the passage comes."
    ),
    why="The next build makes the text of the templates again: what is not carried over into them is lost.",
    bad="Much more of them ride.",
    good="More of them ride.",
    mend="Make the change at its place in the templates, or leave it.",
    find=find,
)
