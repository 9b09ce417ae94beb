"""AB621: a chart whose values stand in its workbook only."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.charts.soundness import cache_faults


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each series without values in the chart itself."""
    for part, root in file.charts:
        for message in cache_faults(root):
            yield file.found(part, message, "open the chart's data in Word once (Edit Data), and save")


RULE = Rule(
    code="AB621",
    name="chart-without-cached-values",
    severity="error",
    title="Chart without cached values",
    what="A series of a chart that refers to cells and does not hold their values as well.",
    why="The chart is blank: in Word until somebody opens its data, in other readers and previews for good.",
    bad="<c:val><c:numRef><c:f>Data!$B$2:$B$3</c:f></c:numRef></c:val>",
    good='<c:numRef>…<c:numCache>…<c:pt idx="0"><c:v>67.2</c:v></c:pt></c:numCache></c:numRef>',
    mend="Open the chart's data in Word once, and save.",
    find=find,
)
