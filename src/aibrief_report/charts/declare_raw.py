"""Raw Vega-Lite as an escape: the author's own specification over named selections of the ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from aibrief_report.charts.selecting import Selector
from aibrief_report.errors import ChartError, Fault, Faults, Place
from aibrief_report.inputs.brief import ChartEntry, brief_folder
from aibrief_report.inputs.door import Inputs
from aibrief_report.model.charts import Axis, Chart, Point, Series

_REFUSED = ("url", "href", "loader")


def read_raw(inputs: Inputs, brief: str, entry: ChartEntry, selector: Selector, place: Place) -> Chart:
    """Return a chart of the author's own Vega-Lite. Raises `ChartError` for what it must not hold."""
    if not entry.spec or not entry.data or not entry.alt:
        hint = "give spec: a file, data: named selections, and alt: what the chart shows"
        raise ChartError(Fault("a vega chart needs spec, data and alt", place, hint))
    file = f"{brief_folder(brief)}/{entry.spec}"
    text = inputs.text(file, asked=place)
    try:
        spec = json.loads(text)
    except json.JSONDecodeError as error:
        raise ChartError(
            Fault(f"this is not JSON: {error.msg}", Place(file, error.lineno, error.colno))
        ) from error
    _check(spec, entry, Place(file))
    selections = {name: selector.select(selection) for name, selection in entry.data.items()}
    series = tuple(
        Series(
            name,
            name,
            "#000000",
            tuple(
                Point(
                    one.row.period.text,
                    format(one.quantity.rounded, "f"),
                    row=one.row.id,
                    detail=one.row.area,
                    status=one.row.status,
                )
                for one in shown
            ),
        )
        for name, shown in selections.items()
    )
    keys = tuple(
        dict.fromkeys(
            row.source for shown in selections.values() for one in shown for row in one.quantity.rows
        )
    )
    return Chart("vega", Axis("period"), Axis("quantity"), series, "", keys, spec=text)


def _check(spec: Any, entry: ChartEntry, place: Place) -> None:
    faults = Faults(ChartError)
    for key, value in _pairs(spec):
        if key in _REFUSED:
            faults.add(f"the specification holds {key!r}", place, "data comes from data: in brief.yaml")
        if key == "data" and (not isinstance(value, dict) or set(value) != {"name"}):
            faults.add("data is written in the specification", place, 'name a selection: {"name": "…"}')
        elif key == "data" and value["name"] not in entry.data:
            hint = f"the selections are: {', '.join(entry.data)}"
            faults.add(f"there is no selection {value['name']!r}", place, hint)
    faults.check()


def _pairs(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        yield from value.items()
        for one in value.values():
            yield from _pairs(one)
    elif isinstance(value, list):
        for one in value:
            yield from _pairs(one)
