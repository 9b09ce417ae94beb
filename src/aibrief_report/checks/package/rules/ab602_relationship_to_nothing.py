"""AB602: a relationship to a part that is not in the package."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.parts import relationships_name


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each relationship within the package that leads to no part, and each of a part not there."""
    known = {name.lower() for name in file.members}
    for source in file.relations:
        part = relationships_name(source)
        if source and source.lower() not in known:
            yield file.found(part, f"these are the relationships of a part that is not there, {source}")
        for one, target in file.related(source):
            if target and target.lower() not in known:
                what = f"the relationship {one.id} ({one.kind}) leads to no part: {one.target}"
                yield file.found(part, what, "put the part back, or take out what refers to it")


RULE = Rule(
    code="AB602",
    name="relationship-to-nothing",
    severity="error",
    title="Relationship to a part that is not there",
    what="A relationship that leads to a part that the package does not hold, or that belongs to no part.",
    why="Word calls the file damaged, or shows a red cross where the part should be.",
    bad='<Relationship Id="rId4" Type="…/image" Target="media/image1.png"/> and no word/media/image1.png',
    good="The picture is in the package under that name.",
    mend="Put the part back, or delete in Word what shows as missing, and save.",
    find=find,
)
