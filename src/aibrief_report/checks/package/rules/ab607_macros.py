"""AB607: a file with programs in it."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.reading import macro_faults


def find(file: WordFile) -> Iterator[Finding]:
    """Yield one finding where the package has macros or controls that run."""
    for fault in macro_faults(file.members, file.name):
        part = fault.place.file.removeprefix(f"{file.name}!") if fault.place else ""
        yield file.found("" if part == file.name else part, fault.message, fault.hint or "")


RULE = Rule(
    code="AB607",
    name="macros",
    severity="error",
    title="Macros",
    what="Visual Basic, ActiveX controls or macro sheets in the package, or a content type that allows them.",
    why="They run on the machine of whoever opens the file. Most mail systems hold such files back.",
    bad="word/vbaProject.bin",
    good="A file without it: Word saves a .docx without macros.",
    mend="In Word: File, Save As, “Word Document (*.docx)”.",
    find=find,
)
