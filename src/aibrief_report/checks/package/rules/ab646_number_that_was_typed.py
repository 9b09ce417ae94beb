"""AB646: a number that was typed into the text of a file made here."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.edits import is_english, new_paragraphs, passage_edits
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each number that says how much or how many, in changed and new text, and was not printed here."""
    english = is_english(file)
    changed = ((edit, f"{edit.place}: " if edit.place else "") for edit in passage_edits(file))
    for edit, where in chain(changed, ((edit, "") for edit in new_paragraphs(file))):
        for number in edit.typed(english=english):
            what = f"{where}“{number}” was typed, and comes from no row"
            hint = "add it to data/observations.csv with its source, and print it in the narrative"
            yield file.found(edit.part, what, hint, text=edit.after)


RULE = Rule(
    code="AB646",
    name="number-that-was-typed",
    severity="warning",
    title="Number that was typed by hand",
    what=(
        "In a DOCX that was made here, a number in a changed or new sentence that is none of those which the"
        " build printed. Years, dates and numbers that are names are let pass, as in the narrative (AB101)."
    ),
    why="It leads to no row and no source, is missing from the annex, and stays as it is when data change.",
    bad="A share of 12.5% was heard of.",
    good="A share of 12.5%, printed from a row",
    mend="Ask where it was read, add it as a row with its source, and print it from there.",
    find=find,
)
