"""AB624: a chart that shows other values than its workbook holds."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.package.workbooks import book_of, workbook_of
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.charts.soundness import cell_faults


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each range of cells that is not there or holds other values than the chart."""
    for part, root in file.charts:
        name = workbook_of(file, part, root)
        book = book_of(file.members[name], name) if name and name in file.members else None
        for message in cell_faults(root, book) if book else ():
            yield file.found(part, message)


RULE = Rule(
    code="AB624",
    name="chart-and-workbook-differ",
    severity="error",
    title="Chart and workbook differ",
    what="A chart whose cached values are not those of the cells it names, or that names cells not there.",
    why=(
        "The reader sees one value, and whoever opens the data another: the chart changes under the hands"
        " of the first who edits it."
    ),
    bad="67.2 in the chart, 76.2 in Data!$B$2",
    good="67.2 in both",
    mend="Open the chart's data in Word, decide which value is right, and save.",
    find=find,
)
