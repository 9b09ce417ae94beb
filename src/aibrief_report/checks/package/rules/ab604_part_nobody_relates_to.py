"""AB604: a part that no relationship leads to."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.packages import CONTENT_TYPES


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each part that cannot be reached from the package by relationships."""
    reached = _reached(file)
    for name in file.members:
        usual = name == CONTENT_TYPES or name.endswith(".rels") or name.startswith("[trash]/")
        if not usual and name.lower() not in reached:
            yield file.found(name, "no relationship leads to this part", "relate to it, or take it out")


def _reached(file: WordFile) -> set[str]:
    """Return the names, in lower case, of all parts that relationships lead to."""
    sources = {name.lower(): name for name in file.relations}
    reached: set[str] = set()
    waiting = [""]
    while waiting:
        for _, target in file.related(waiting.pop()):
            name = target.lower()
            if name not in reached:
                reached.add(name)
                waiting += [sources[name]] if name in sources else []
    return reached


RULE = Rule(
    code="AB604",
    name="part-nobody-relates-to",
    severity="warning",
    title="Part that nobody relates to",
    what="A part of the package that no chain of relationships leads to.",
    why=(
        "Programs do not see it, and drop it when they save. It may be something that was meant to be"
        " shown, or something that was meant to be gone: the file still carries it to every reader."
    ),
    bad="word/comments.xml in the package, and no relationship to it",
    good="The document has a relationship of the type comments to it.",
    mend="Add the relationship, or take the part out. Saving in Word does the latter.",
    find=find,
)
