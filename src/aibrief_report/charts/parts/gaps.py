"""Where a line or a dot is missing: a word at the foot of the plot, or at its top where the foot is taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aibrief_report.charts.parts.labels import Label, Line, label_at
from aibrief_report.charts.parts.plot import Plot
from aibrief_report.charts.parts.points import crosses
from aibrief_report.charts.values import missing

_ABOVE = 1.0  # from the line at the foot to the word


def gap_labels(plot: Plot, taken: Sequence[Label] = ()) -> list[Label]:
    """Return a word at each `x` where a value is missing, off lines and off the labels that are `taken`."""
    at = dict.fromkeys(point.x for _, point in missing(plot.chart))
    paths = [plot.path(one) for one in plot.chart.series]
    found = []
    for x in at:
        tries = list(_tries(plot, x))
        free = (one for one in tries if not _is_met(one, taken, paths))
        found.append(next(free, tries[0]))
    return found


def _tries(plot: Plot, x: str) -> Iterator[Label]:
    sheet = plot.sheet
    words = (Line(sheet.wording.missing, sheet.theme.colours.muted),)
    for top in (plot.frame.height - sheet.line - _ABOVE, 0.0):
        yield label_at(words, plot.x(x), top, "center", sheet)


def _is_met(label: Label, taken: Sequence[Label], paths: Sequence[Sequence[tuple[float, float]]]) -> bool:
    met = (label.patch.meets(one.patch) for one in taken)
    return any(met) or any(crosses(label.patch, path) for path in paths)
