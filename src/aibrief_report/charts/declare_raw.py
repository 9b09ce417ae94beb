"""Raw Vega-Lite as an escape: the author's own specification over named selections of the ledger."""

from __future__ import annotations

from aibrief_report.charts.selecting import Selector
from aibrief_report.errors import ChartError, Fault, Place
from aibrief_report.inputs.brief import ChartEntry, brief_folder
from aibrief_report.inputs.door import Inputs
from aibrief_report.model.charts import Axis, Chart, Point, Series


def read_raw(inputs: Inputs, brief: str, entry: ChartEntry, selector: Selector, place: Place) -> Chart:
    """Return a chart of the author's own Vega-Lite. Raises `ChartError` where a part is missing."""
    if not entry.spec or not entry.data or not entry.alt:
        hint = "give spec: a file, data: named selections, and alt: what the chart shows"
        raise ChartError(Fault("a vega chart needs spec, data and alt", place, hint))
    file = f"{brief_folder(brief)}/{entry.spec}"
    text = inputs.text(file, asked=place)
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
    keys = tuple(dict.fromkeys(one.row.source for shown in selections.values() for one in shown))
    return Chart("vega", Axis("period"), Axis("quantity"), series, "", keys, spec=text)
