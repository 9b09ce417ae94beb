"""What the key says of missing values: the mark that stands for them, and of whom where no mark can tell."""

from __future__ import annotations

from aibrief_report.charts.values import missing
from aibrief_report.charts.wording import Wording
from aibrief_report.model.charts import Chart, Point, Series


def missing_words(chart: Chart, wording: Wording) -> str:
    """Return `n/a: no value`, or `n/a: no value for China`; empty where no value is missing."""
    held = missing(chart)
    if not held:
        return ""
    names = dict.fromkeys(_missed(chart, one, point) for one, point in held)
    said = wording.comma.join(name for name in names if name)
    what = wording.no_value_for.format(names=said) if said else wording.no_value
    return f"{wording.missing}{wording.colon}{what}"


def missing_by_category(chart: Chart, wording: Wording) -> dict[str, str]:
    """Return what stands at each category that misses values: `n/a`, with the names of series if several."""
    held: dict[str, list[str]] = {}
    for one, point in missing(chart):
        held.setdefault(point.x, []).append(one.name)
    return {
        x: f"{wording.comma.join(names)}{wording.colon}{wording.missing}"
        if len(names) < len(chart.series)
        else wording.missing
        for x, names in held.items()
    }


def _missed(chart: Chart, series: Series, point: Point) -> str:
    """Return the name of what has no value, where it is not marked in a place of its own."""
    if chart.kind == "scatter":
        return point.text
    if chart.kind == "range-dot":
        return point.x
    gone = {one.name for one, other in missing(chart) if other.x == point.x}
    if len(gone) == len(chart.series):
        return ""
    shared = chart.kind in ("line", "area") or (chart.kind == "dots" and chart.x.kind == "period")
    return series.name if shared and len(chart.series) > 1 else ""
