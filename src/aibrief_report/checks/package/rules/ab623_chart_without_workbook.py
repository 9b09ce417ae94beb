"""AB623: a chart whose data cannot be edited."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.package.workbooks import broken, workbook_of
from aibrief_report.checks.rule import Rule


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each chart without a workbook, or with one that does not open."""
    for part, root in file.charts:
        book = workbook_of(file, part, root)
        if book is None:
            yield file.found(part, "the chart has no workbook, so that its data cannot be edited")
        elif book in file.members and (fault := broken(file.members[book], book)):
            yield file.found(book, f"the workbook behind a chart does not open: {fault}")


RULE = Rule(
    code="AB623",
    name="chart-without-workbook",
    severity="warning",
    title="Chart without a workbook that opens",
    what="A chart that relates to no workbook, or to one that is damaged or has programs in it.",
    why="“Edit Data” ends with an error: nobody can correct a value or see what the chart was made from.",
    bad="A chart without <c:externalData>, or with a workbook cut off in the middle.",
    good='<c:externalData r:id="rId1"/>, and rId1 leads to a workbook that opens',
    mend="Make the chart anew from its data; LibreOffice drops the workbooks of the charts that it saves.",
    find=find,
)
