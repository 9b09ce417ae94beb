"""AB622: a chart with axes that lead nowhere, or without series."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.charts.soundness import axis_faults, series_faults


def find(file: WordFile) -> Iterator[Finding]:
    """Yield what keeps each chart from being drawn."""
    for part, root in file.charts:
        for message in (*axis_faults(root), *series_faults(root)):
            yield file.found(part, message)


RULE = Rule(
    code="AB622",
    name="chart-that-cannot-be-drawn",
    severity="error",
    title="Chart that cannot be drawn",
    what=(
        "A plot that names an axis which is not there, an axis that no plot names or that crosses none, two"
        " axes or series in one place, or a chart without series."
    ),
    why="Word draws nothing, or calls the file damaged. Each is valid by the schema.",
    bad='<c:axId val="1"/> in the plot, <c:axId val="2"/> in the axis',
    good='<c:axId val="1"/> in both',
    mend="Make the chart anew, in Word or by the program that wrote it.",
    find=find,
)
