"""AB651: a file that makes Word ask a question when it is opened."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.names import clark

_ON = ("1", "true", "on", None)
"""How a switch is set on; one without a value is on (ECMA-376 part 1, section 17.17.4)."""


def find(file: WordFile) -> Iterator[Finding]:
    """Yield the setting that updates fields on opening, and each field that waits for it."""
    part, settings = file.root_of("settings")
    asked = settings.find(clark("w:updateFields")) if settings is not None else None
    if asked is not None and asked.get(clark("w:val")) in _ON:
        yield file.found(part, "fields are to be updated on opening: Word asks whether it may")
    for name, root in file.stories:
        for field in root.iter(clark("w:fldChar"), clark("w:fldSimple")):
            if field.get(clark("w:dirty"), "0") in _ON:
                yield file.found(name, "a field is marked to be updated on opening", at=field)


RULE = Rule(
    code="AB651",
    name="asks-when-opened",
    severity="warning",
    title="Asks when it is opened",
    what="The setting w:updateFields, or a field marked w:dirty.",
    why=(
        "Word asks “This document contains fields that may refer to other files. Do you want to update the"
        " fields in this document?”, which reads as a warning of something bad."
    ),
    bad='<w:updateFields w:val="true"/>',
    good="Fields with their results in them, and no such setting.",
    mend="Open the file in Word, let it update the fields, and save.",
    find=find,
)
