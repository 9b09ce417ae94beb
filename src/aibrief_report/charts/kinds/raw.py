"""Raw Vega-Lite: an author's own specification over the chart's values, kept from reaching outside them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.parts.style import config
from aibrief_report.charts.values import Record, records
from aibrief_report.digest import Json
from aibrief_report.errors import ChartError, Fault, Faults
from aibrief_report.model.charts import Chart

ALL = "values"
"""The data set of all marks; each series is a data set too, under its key."""
_HEIGHT = 180.0
_EDGE = 4.0  # around the plot, so that marks on its edge are whole
_REACHING = ("url", "href", "datasets", "usermeta")


def draw_raw(chart: Chart, sheet: Sheet) -> dict[str, Json]:
    """Return the specification in `chart.spec` with the theme's configuration and the chart's values.

    The author's own configuration goes over the theme's, and data that is not named is all of the chart's.
    Raises `ChartError` where it is no JSON object, has no alt text, names data that the chart does not hold,
    brings data of its own, or would fetch or link anything.
    """
    spec, sets = _read(chart.spec), data_sets(chart, sheet)
    faults = Faults(ChartError)
    if not chart.alt.strip():
        faults.add(
            "a raw chart has no alt text", hint="say in `alt` what it shows; nothing can be made from it"
        )
    for where, key, value in _entries(spec, ""):
        _check(where, key, value, sets, faults)
    faults.check()
    given = {"datasets": sets, "config": _over(config(sheet.theme), spec.pop("config", {}))}
    return {"data": {"name": ALL}, **_fitted(spec, sheet), **spec, **given}


def data_sets(chart: Chart, sheet: Sheet) -> dict[str, list[Record]]:
    """Return the records that a raw chart may name: all, and those of each series by its key."""
    held = records(chart, sheet)
    ends = [sum(len(one.points) for one in chart.series[:place]) for place in range(len(chart.series) + 1)]
    each = {one.key: held[ends[place] : ends[place + 1]] for place, one in enumerate(chart.series)}
    return {**each, ALL: held}


def _read(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ChartError(Fault(f"the specification is not JSON: {error}")) from error
    if not isinstance(found, dict):
        raise ChartError(Fault("the specification is not a JSON object"))
    found.pop("$schema", None)
    return found


def _entries(value: Any, where: str) -> Iterator[tuple[str, str, Any]]:
    """Yield every entry of every object in a specification, with its path."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            path = f"{where}.{key}" if where else str(key)
            yield path, str(key), part
            yield from _entries(part, path)
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from _entries(part, f"{where}[{place}]")


def _check(where: str, key: str, value: Any, sets: Collection[str], faults: Faults) -> None:
    if key in _REACHING:
        faults.add(
            f"{where}: a raw chart has no {key!r}",
            hint="its data are the chart's own values, and nothing else",
        )
    if key == "data" and value is not None and not _names_one(value, sets):
        known = ", ".join(sets)
        faults.add(f"{where}: data must be named, as one of {known}", hint='write {"name": "values"}')
    if value == "image" and key in ("mark", "type"):
        faults.add(f"{where}: a raw chart shows no images", hint="place the image as a figure of its own")


def _names_one(value: Any, sets: Collection[str]) -> bool:
    return isinstance(value, Mapping) and set(value) == {"name"} and value["name"] in sets


def _fitted(spec: Mapping[str, Any], sheet: Sheet) -> dict[str, Json]:
    """Return the size of a single plot; several side by side say their own."""
    if "mark" not in spec and "layer" not in spec:
        return {"padding": _EDGE}
    fit: dict[str, Json] = {"type": "fit", "contains": "padding"}
    return {"width": sheet.width, "height": _HEIGHT, "autosize": fit, "padding": _EDGE}


def _over(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return a configuration with another laid over it, part by part."""
    nested = {
        key: _over(base[key], value)
        for key, value in own.items()
        if isinstance(value, Mapping) and isinstance(base.get(key), Mapping)
    }
    return {**base, **own, **nested}
