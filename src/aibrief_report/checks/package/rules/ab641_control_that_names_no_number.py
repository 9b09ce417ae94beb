"""AB641: a control around a number that does not say which number it is."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.own import is_marked, is_own, number_controls, record_of
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.text import text_of


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each control in a file made here that says nothing, and that no recorded bookmark is around."""
    record = record_of(file)
    if not is_own(file) or record is None:
        return
    for part, control, name in number_controls(file):
        if not name and not is_marked(control, record):
            what = f"the control around “{text_of(control)}” does not say which number it is"
            yield file.found(part, what, at=control)


RULE = Rule(
    code="AB641",
    name="control-that-names-no-number",
    severity="warning",
    title="Control that names no number",
    what=(
        "In a DOCX that was made here, a content control within the text that has neither tag nor title, and"
        " that does not stand in the bookmark of a number."
    ),
    why="The number in it can no longer be led back to its row and source.",
    bad="<w:sdt><w:sdtPr/><w:sdtContent>…67.2…</w:sdtContent></w:sdt>",
    good='<w:sdtPr><w:alias w:val="US investment [q12]"/><w:tag w:val="q12"/></w:sdtPr>',
    mend="Take the number, with its control, from the DOCX as it was built.",
    find=find,
)
