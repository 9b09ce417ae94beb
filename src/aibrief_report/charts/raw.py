"""Raw Vega-Lite: an author's own specification over the chart's values, kept from reaching outside them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from aibrief_report.charts.sheet import Sheet
from aibrief_report.charts.style import config
from aibrief_report.charts.values import Record, records
from aibrief_report.digest import Json
from aibrief_report.errors import ChartError, Fault, Faults
from aibrief_report.model.charts import Chart

ALL = "values"
"""The data set of all marks; each series is a data set too, under its key."""
_REACHING = ("url", "href")
_MAKING = ("values", "sequence", "sphere", "graticule", "format")
_LOADING = ("src", "image", "geoshape")


def draw_raw(chart: Chart, sheet: Sheet) -> dict[str, Json]:
    """Return the specification in `chart.spec`, with the theme's configuration and the chart's values.

    Its own configuration goes over the theme's. Raises `ChartError` where it is no JSON object, has no alt
    text, names data that the chart does not hold, brings data of its own, or would fetch or link anything.
    """
    spec = _read(chart.spec)
    sets = _sets(chart, sheet)
    faults = Faults(ChartError)
    if not chart.alt.strip():
        faults.add("a raw chart has no alt text", hint="say in `alt` what it shows; nothing can be made from it")
    for place, key, value in _walk(spec):
        _check(place, key, value, sets, faults)
    faults.check()
    fitted = {"width": sheet.width, "height": 180, "autosize": {"type": "fit", "contains": "padding"}, "padding": 0}
    own = spec.get("config", {})
    given = {"data": {"name": ALL}, "datasets": sets, "config": _over(config(sheet.theme), own)}
    return fitted | spec | given if "data" not in spec else fitted | {**given, **spec, "datasets": sets, "config": given["config"]}
