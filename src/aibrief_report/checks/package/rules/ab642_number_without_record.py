"""AB642: a control that names a number of which the file has no record."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.own import is_own, number_controls, record_of
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.text import text_of


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each number of a file made here that its record does not hold, or one finding for no record."""
    if not is_own(file):
        return
    record = record_of(file)
    if record is None:
        yield file.found(file.main, "the file no longer holds the record of its numbers")
        return
    for part, control, name in number_controls(file):
        if name and name not in record.tags:
            what = f"the number “{text_of(control)}” is named {name!r}, which the file's record does not hold"
            yield file.found(part, what, at=control)


RULE = Rule(
    code="AB642",
    name="number-without-record",
    severity="error",
    title="Number without a record",
    what=(
        "In a DOCX that was made here, a content control whose tag is none of the numbers of the custom XML"
        " part that records them; or no such part."
    ),
    why="Nobody who has only the file can tell where the number comes from.",
    bad='<w:tag w:val="q99"/>, and no <number tag="q99" …/> in customXml/item1.xml',
    good='<w:tag w:val="q12"/> and <number tag="q12" text="$67.2 billion" …/>',
    mend="Build the DOCX anew; a number from another brief belongs into the narrative first.",
    find=find,
)
