"""AB601: a part whose XML cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each part that is not well-formed, or that declares a document type."""
    for fault in file.unreadable:
        part = fault.place.file if fault.place else ""
        where = f", line {fault.place.line}" if fault.place and fault.place.line else ""
        yield file.found(part, f"{fault.message}{where}", fault.hint or "")


RULE = Rule(
    code="AB601",
    name="damaged-part",
    severity="error",
    title="Damaged part",
    what=(
        "A part of the package that is XML by its name and is not well-formed, is in an encoding other than"
        " UTF-8 or UTF-16, or declares a document type."
    ),
    why=(
        "Word refuses the file as a whole, and readers that open it leave out what the part holds. Document"
        " types are how XML is made to read other files or to fill the memory."
    ),
    bad='<w:comments><w:comment w:id="0"></w:comments>',
    good='<w:comments><w:comment w:id="0"/></w:comments>',
    mend="Take the file from where it came from once more; else let Word try (Open, Open and Repair).",
    find=find,
)
