"""A chart's values as a CSV file within a link, which needs neither network nor script to be kept."""

from __future__ import annotations

import csv
from io import StringIO
from urllib.parse import quote

from aibrief_report.model.charts import Chart, Point, Series
from aibrief_report.resolve.csv_text import unrun

_COLUMNS = ("series", "x", "value", "until", "unit", "printed", "status", "note", "row")
_PLAIN = ",;:/()[]'!*=+$@~|"
"""What stands as it is in a `data:` address besides letters and digits (RFC 3986, 3.4; RFC 2397)."""


def chart_csv(chart: Chart) -> str:
    """Return a header and a line a mark: raw values, empty where missing; only columns that say something."""
    rows = [_row(chart, series, point) for series in chart.series for point in series.points]
    used = [place for place in range(len(_COLUMNS)) if any(row[place] for row in rows)]
    made = StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow([_COLUMNS[place] for place in used])
    writer.writerows([unrun(row[place]) for place in used] for row in rows)
    return made.getvalue()


def csv_address(text: str) -> str:
    """Return CSV as a `data:` address."""
    return f"data:text/csv;charset=utf-8,{quote(text, safe=_PLAIN)}"


def _row(chart: Chart, series: Series, point: Point) -> tuple[str, ...]:
    status = "" if point.status == "normal" else point.status
    value = point.y or ""
    printed = "" if point.text == value else point.text
    unit = chart.y.unit if value else ""
    return (series.name, point.x, value, point.end, unit, printed, status, point.detail, point.row)
