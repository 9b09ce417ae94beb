"""AB645: a paragraph that the brief was not printed with."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.edits import new_paragraphs
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each paragraph between those of the record; tables, lists and notes of the build are let pass."""
    for edit in new_paragraphs(file):
        hint = "write it into the narrative, where it is to stay"
        where = f" behind what comes from {edit.place}" if edit.place else ""
        yield file.found(edit.part, f"a paragraph was added{where}", hint, text=edit.after)


RULE = Rule(
    code="AB645",
    name="paragraph-that-is-new",
    severity="warning",
    title="Paragraph that was added by hand",
    what="In a DOCX that was made here, a paragraph that nothing in the templates was printed as.",
    why="The next build knows nothing of it.",
    bad="A paragraph typed between two of the brief",
    good="The same paragraph in narrative.md",
    mend="Write it into the narrative, its numbers as rows of the ledger, and build the brief anew.",
    find=find,
)
