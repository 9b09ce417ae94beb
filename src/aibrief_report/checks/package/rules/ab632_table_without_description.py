"""AB632: a table without a title or description of its own."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.package.tables import data_tables
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.names import clark


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each table of several rows and columns that says nothing of itself."""
    for part, table in data_tables(file):
        properties = table.find(clark("w:tblPr"))
        said = [
            one.get(clark("w:val"), "").strip()
            for one in (properties if properties is not None else ())
            if one.tag in (clark("w:tblCaption"), clark("w:tblDescription"))
        ]
        if not any(said):
            first = next(table.iter(clark("w:tr")))
            yield file.found(part, "a table has no alt text", at=first)


RULE = Rule(
    code="AB632",
    name="table-without-description",
    severity="info",
    title="Table without alt text",
    what="A table of several rows and columns without title and description among its properties.",
    why="They let a reader of a screen reader's list of tables choose without reading each.",
    bad="<w:tblPr><w:tblStyle …/></w:tblPr>",
    good='<w:tblPr>…<w:tblCaption w:val="Models by country"/></w:tblPr>',
    mend="In Word: Table Properties, Alt Text.",
    find=find,
)
