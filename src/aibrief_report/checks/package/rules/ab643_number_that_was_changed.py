"""AB643: a number that reads otherwise than it was printed."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.bookmarks import starts
from aibrief_report.checks.package.own import is_own, printed, record_of
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.names import clark


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each place of the record at which another text stands; deleted places are let pass."""
    record = record_of(file)
    if not is_own(file) or record is None:
        return
    recorded = {place.bookmark.lower(): place.text for place in record.places}
    for part, start in starts(file):
        was = recorded.get(start.get(clark("w:name"), "").lower())
        now = printed(start) if was is not None else None
        if was is not None and now and _plain(now) != _plain(was):
            hint = "change the row or the narrative, and build anew; a number that is typed has no source"
            yield file.found(part, f"the number “{was}” was changed to “{now}”", hint, at=start)


def _plain(text: str) -> str:
    return " ".join(text.split())


RULE = Rule(
    code="AB643",
    name="number-that-was-changed",
    severity="warning",
    title="Number that was changed by hand",
    what="In a DOCX that was made here, a number that reads otherwise than in the record of the file.",
    why="Its row, source and entry in the annex still tell of the number as it was.",
    bad="$67.3 billion in the text, $67.2 billion in the record",
    good="$67.2 billion in both",
    mend="Change the row or the expression that prints it, and build the brief anew.",
    find=find,
)
