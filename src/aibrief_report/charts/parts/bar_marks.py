"""The marks of bars, standing or lying: solid and hollow bars, the line of zero, the values beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from aibrief_report.charts.parts.bands import Bands, names_are_categories
from aibrief_report.charts.parts.key import Key, key_of, series_entries, status_entries
from aibrief_report.charts.parts.marks import told
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.parts.style import DASHES
from aibrief_report.charts.parts.ticks import Ticks
from aibrief_report.charts.values import HOLLOW, Record
from aibrief_report.model.charts import Chart

if TYPE_CHECKING:
    import altair as alt

LABEL_GAP = 3.0
"""From a bar's end to its value."""
_TINT = 0.18  # how much colour is left inside a hollow bar


class BarScales(Struct, frozen=True):
    """The scales of bars: bands of categories in `order`, `series` side by side, and the scale of values.

    `lying` turns the picture, so that values run from left to right.
    """

    bands: Bands
    order: tuple[str, ...]
    series: tuple[str, ...]
    ticks: Ticks
    lying: bool = False

    def channels(self, categories: alt.Axis | None, values: alt.Axis | None) -> dict[str, Any]:
        """Return the encodings of place, with the axes to be drawn (`None` draws none)."""
        import altair as alt

        order, bands, series = list(self.order), self.bands.scale(self.order), list(self.series)
        domain = alt.Scale(domain=[self.ticks.low, self.ticks.high], nice=False)
        side: dict[str, Any] = (
            {"sort": series, "scale": self.bands.offset_scale()} if self.bands.slots > 1 else {}
        )
        if self.lying:
            found: dict[str, Any] = {
                "x": alt.X("y:Q", scale=domain, axis=values),
                "y": alt.Y("x:N", sort=order, scale=bands, axis=categories),
            }
            return found | ({"yOffset": alt.YOffset("series:N", **side)} if side else {})
        found = {
            "x": alt.X("x:N", sort=order, scale=bands, axis=categories),
            "y": alt.Y("y:Q", scale=domain, axis=values),
        }
        return found | ({"xOffset": alt.XOffset("series:N", **side)} if side else {})


def bar_key(chart: Chart, sheet: Sheet, named: bool = False) -> Key:
    """Return the key of bars: series unless categories or bars are `named` by them, then hollow marks."""
    series = [] if named or names_are_categories(chart) else series_entries(chart)
    return key_of([*series, *status_entries(chart, sheet)], sheet)


def bar_layers(channels: dict[str, Any], held: list[Record], edge: str = "") -> list[alt.Chart]:
    """Return the layers of bars: solid ones, with a thin `edge` of a colour, and hollow ones."""
    import altair as alt

    base = told(alt.Chart(), channels)
    drawn: dict[str, Any] = {"stroke": edge, "strokeWidth": 0.75} if edge else {}
    solid = base.transform_filter(f"indexof({list(HOLLOW)}, datum.status) < 0").mark_bar(**drawn)
    present = {one["status"] for one in held}
    return [solid, *(_hollow(base, status) for status in HOLLOW if status in present)]


def label_layers(channels: dict[str, Any], held: list[Record], lying: bool, sheet: Sheet) -> list[alt.Chart]:
    """Return the layers of texts at the ends of bars: above or right of them, below or left if negative."""
    signs = {"datum.y >= 0": 1, "datum.y < 0": -1}
    layers = [_labels(channels, test, sign, lying) for test, sign in signs.items() if _any(held, sign)]
    return layers + missing_layers(channels, held, lying, sheet)


def missing_layers(
    channels: dict[str, Any], held: list[Record], lying: bool, sheet: Sheet
) -> list[alt.Chart]:
    """Return a layer that says at the line of zero where a value is missing; none where none is."""
    import altair as alt

    if all(one["y"] is not None for one in held):
        return []
    value = "x" if lying else "y"
    zero = {value: type(channels[value])(datum=0, type="quantitative", axis=None)}
    base = (
        alt.Chart().transform_filter("datum.y === null").encode(**(channels | zero), text=alt.Text("text:N"))
    )
    return [base.mark_text(**_at_end(1, lying), color=sheet.theme.colours.muted, aria=False)]


def zero_line(lying: bool, sheet: Sheet) -> alt.Chart:
    """Return the line from which bars begin."""
    import altair as alt

    mark = alt.Chart(alt.InlineData(values=[{}])).mark_rule(
        color=sheet.theme.colours.muted, strokeWidth=0.75, aria=False
    )
    found: alt.Chart = mark.encode(x=alt.XDatum(0)) if lying else mark.encode(y=alt.YDatum(0))
    return found


def _hollow(base: alt.Chart, status: str) -> alt.Chart:
    import altair as alt

    dash: dict[str, Any] = {"strokeDash": list(DASHES)} if status == "forecast" else {}
    stroke = alt.Stroke("colour:N", scale=None, legend=None)
    mark = base.transform_filter(f"datum.status === '{status}'").mark_bar(
        fillOpacity=_TINT, strokeWidth=1, **dash
    )
    found: alt.Chart = mark.encode(stroke=stroke)
    return found


def _labels(channels: dict[str, Any], test: str, sign: int, lying: bool) -> alt.Chart:
    import altair as alt

    base = alt.Chart().transform_filter(f"datum.y !== null && {test}")
    mark = base.mark_text(**_at_end(sign, lying), aria=False)
    found: alt.Chart = mark.encode(**channels, text=alt.Text("text:N"))
    return found


def _at_end(sign: int, lying: bool) -> dict[str, Any]:
    if lying:
        return {"align": "left" if sign > 0 else "right", "baseline": "middle", "dx": sign * LABEL_GAP}
    return {"align": "center", "baseline": "bottom" if sign > 0 else "top", "dy": -sign * LABEL_GAP}


def _any(held: list[Record], sign: int) -> bool:
    return any(isinstance(one["y"], float) and (one["y"] >= 0) == (sign > 0) for one in held)
