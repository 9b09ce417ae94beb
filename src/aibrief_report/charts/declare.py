"""From declarations in `brief.yaml` to figures: what a chart shows, in words and values, not yet drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Protocol

from aibrief_report.charts.alt import describe
from aibrief_report.charts.declare_raw import read_raw
from aibrief_report.charts.selecting import Selector, Shown
from aibrief_report.errors import BriefError, ChartError, Fault, Faults, Place
from aibrief_report.inputs.brief import Brief, ChartEntry
from aibrief_report.inputs.door import Inputs
from aibrief_report.ledger import derive
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.units import Unit
from aibrief_report.ledger.wording import Wording
from aibrief_report.model.blocks import Figure
from aibrief_report.model.charts import Axis, Chart, Point, Series
from aibrief_report.model.inlines import Inlines, Text
from aibrief_report.model.numbers import Span
from aibrief_report.model.walk import plain
from aibrief_report.theme.tokens import Theme

_CATEGORY_KINDS = ("bar", "horizontal-bar", "dots")
_PERIOD_KINDS = ("line", "area")
_UNTRACED = "untraced"


class Filler(Protocol):
    """Fills the texts of brief.yaml; the narrative room brings it."""

    def inlines(self, text: str, *path: str | int) -> Inlines:
        """Return a text's inlines."""

    def claimed(self, text: str, condition: str, *path: str | int) -> Inlines:
        """Return a text's inlines, bound to a condition where there is one."""

    def plain(self, text: str, *path: str | int) -> str:
        """Return a text as plain text."""

    def place(self, *path: str | int) -> Place:
        """Return where a value of brief.yaml stands."""


@dataclass(frozen=True, slots=True)
class ChartMaker:
    """Makes the declared charts of one brief."""

    inputs: Inputs
    name: str
    brief: Brief
    ledger: Ledger
    theme: Theme
    wording: Wording
    texts: Filler

    def figures(self) -> Mapping[str, Figure]:
        """Return the declared charts as figures, by key. Raises `ChartError` with the faults of all."""
        faults = Faults(ChartError)
        found: dict[str, Figure] = {}
        for key, entry in self.brief.charts.items():
            try:
                found[key] = self._figure(key, entry)
            except BriefError as error:
                for fault in error.faults:
                    faults.add(fault.message, self.texts.place("charts", key), fault.hint)
        faults.check()
        return found

    def _figure(self, key: str, entry: ChartEntry) -> Figure:
        path = ("charts", key)
        place = self.texts.place(*path)
        chart = self.chart(entry, path)
        title = self.texts.claimed(entry.title, entry.claim, *path, "title")
        alt = self.texts.plain(entry.alt, *path, "alt") or describe(chart, plain(title))
        return Figure(
            content=replace(chart, alt=alt),
            title=title,
            anchor=f"fig-{key}",
            subtitle=self.texts.inlines(entry.subtitle, *path, "subtitle") or self._subtitle(chart),
            note=self.texts.inlines(entry.note, *path, "note"),
            span=Span(place.file, place.line or 1, place.line or 1),
        )

    def chart(self, entry: ChartEntry, path: tuple[str, str]) -> Chart:
        """Return what a declaration shows, without its alt text."""
        if entry.kind == "timeline":
            return self._timeline(entry)
        if entry.kind == "scatter":
            return self._scatter(entry)
        if entry.kind == "range-dot":
            return self._range(entry, path)
        if entry.kind == "vega":
            return read_raw(self.inputs, self.name, entry, self._selector, self.texts.place(*path, "spec"))
        return self._values(entry, path)

    def _values(self, entry: ChartEntry, path: tuple[str, str]) -> Chart:
        """Return a chart of categories or periods by series."""
        shown = self._selector.select(entry)
        unit = shown[0].quantity.unit
        series_of, category_of = self._dimensions(entry, shown, path)
        series = self._series(shown, series_of, category_of, unit)
        if entry.remainder:
            series = (*series, self._remainder(entry.remainder, shown, category_of))
        periods = entry.kind in _PERIOD_KINDS
        x = Axis("period" if periods else "category", entry.x_title)
        return Chart(entry.kind, x, self._y(entry, shown, unit), series, "", self._keys(shown))

    def _dimensions(
        self, entry: ChartEntry, shown: Sequence[Shown], path: tuple[str, str]
    ) -> tuple[Callable[[Shown], str], Callable[[Shown], str]]:
        """Return what names a value's series, and what names its category."""
        written = {key: self.texts.plain(text, *path, "labels", key) for key, text in entry.labels.items()}
        dimensions: Mapping[str, Callable[[Shown], str]] = {
            "area": lambda one: one.row.area,
            "period": lambda one: self._period(one, entry.kind in _PERIOD_KINDS),
            "indicator": lambda one: self.ledger.indicators[one.row.indicator].title,
        }
        varied = [name for name, key in dimensions.items() if len({key(one) for one in shown}) > 1]
        by = entry.series
        others = [name for name in varied if name != by] or [name for name in dimensions if name != by]
        other = "period" if entry.kind in _PERIOD_KINDS else others[0]
        if entry.kind in _CATEGORY_KINDS and by not in varied[1:] and varied == [by]:
            # One dimension only: each area is its own bar, in its own colour.
            other = by
        category = dimensions[other]

        def name(one: Shown) -> str:
            own = written.get(one.row.id)
            text = own if own else category(one)
            return self.ledger.areas[text].short if not own and other == "area" else text

        return dimensions[by], name

    def _series(
        self,
        shown: Sequence[Shown],
        series_of: Callable[[Shown], str],
        category_of: Callable[[Shown], str],
        unit: Unit,
    ) -> tuple[Series, ...]:
        keys = list(dict.fromkeys(series_of(one) for one in shown))
        return tuple(
            Series(
                key=key,
                name=self.ledger.areas[key].short if key in self.ledger.areas else key,
                colour=self.theme.colour_of(key, place),
                points=tuple(
                    self._point(one, category_of(one), unit) for one in shown if series_of(one) == key
                ),
            )
            for place, key in enumerate(keys)
        )

    def _point(self, one: Shown, category: str, unit: Unit) -> Point:
        quantity = one.quantity
        if quantity.unit.measure != unit.measure:
            raise ChartError(Fault(f"{one.row.id} is in {quantity.unit}, other values in {unit}"))
        value = quantity.rounded * quantity.unit.factor / unit.factor
        status = one.row.status
        if one.row.reading == _UNTRACED:
            status_text: str = _UNTRACED
        else:
            status_text = status
        text = self.wording.hedged(self.wording.number(value), one.row.qualifier)
        return Point(
            x=category,
            y=format(value, "f"),
            text=text,
            row=one.row.id,
            detail=one.row.note,
            status=status_text,
        )

    def _remainder(self, name: str, shown: Sequence[Shown], category_of: Callable[[Shown], str]) -> Series:
        categories = dict.fromkeys(category_of(one) for one in shown)
        points = []
        for category in categories:
            parts = [one.quantity for one in shown if category_of(one) == category]
            left = derive.remainder(parts)
            value = left.rounded
            points.append(
                Point(
                    category,
                    format(value, "f"),
                    self.wording.number(value),
                    detail=left.formula,
                    status="derived",
                )
            )
        return Series("remainder", name, self.theme.colours.rule, tuple(points))

    def _range(self, entry: ChartEntry, path: tuple[str, str]) -> Chart:
        """Return each source's figure for one thing, from the lowest to the highest."""
        shown = sorted(self._selector.every(entry), key=_worth)
        unit = shown[0].quantity.unit
        shown = [one for one in shown if one.quantity.unit.measure == unit.measure]
        written = {key: self.texts.plain(text, *path, "labels", key) for key, text in entry.labels.items()}
        points = tuple(
            self._point(one, written.get(one.row.id) or self._selector.producer(one.row), unit)
            for one in shown
        )
        area = shown[0].row.area
        one = Series(area, self.ledger.areas[area].short, self.theme.colour_of(area, 0), points)
        return Chart(
            "range-dot", Axis("category"), self._y(entry, shown, unit), (one,), "", self._keys(shown)
        )

    def _scatter(self, entry: ChartEntry) -> Chart:
        period = entry.periods[0] if entry.periods else ""
        pairs = [
            tuple(
                self._selector.select(
                    entry.model_copy(update={"indicator": (key,), "areas": (area,), "periods": (period,)})
                )[0]
                for key in (entry.x, entry.y)
            )
            for area in entry.areas
        ]
        if not pairs:
            raise ChartError(Fault("a scatter chart needs areas, one a mark"))
        series = tuple(
            Series(
                area := x.row.area,
                self.ledger.areas[area].short,
                self.theme.colour_of(area, place),
                (
                    Point(
                        format(x.quantity.rounded, "f"),
                        format(y.quantity.rounded, "f"),
                        self.ledger.areas[area].short,
                        y.row.id,
                        detail=x.row.id,
                    ),
                ),
            )
            for place, (x, y) in enumerate(pairs)
        )
        first_x, first_y = pairs[0]
        x_axis = Axis(
            "quantity",
            entry.x_title or self.ledger.indicators[entry.x].title,
            self.wording.unit(first_x.quantity.unit),
        )
        keys = self._keys([one for pair in pairs for one in pair])
        return Chart("scatter", x_axis, self._y(entry, [first_y], first_y.quantity.unit), series, "", keys)

    def _timeline(self, entry: ChartEntry) -> Chart:
        events = [self.ledger.event(key) for key in entry.events]
        undated = [event.id for event in events if not event.period.dated]
        if undated or not events:
            what = f"without a date: {', '.join(undated)}" if undated else "without events"
            raise ChartError(Fault(f"a timeline {what}", hint="name dated events under events:"))
        areas = list(dict.fromkeys(event.area for event in events))
        series = tuple(
            Series(
                area,
                self.ledger.areas[area].short,
                self.theme.colour_of(area, place),
                tuple(
                    Point(
                        x=event.period.text.partition("/")[0],
                        y=None,
                        text=event.title,
                        row=event.id,
                        end=event.period.text.partition("/")[2],
                        detail=event.summary,
                        status="target" if event.type == "target" else "normal",
                    )
                    for event in events
                    if event.area == area
                ),
            )
            for place, area in enumerate(areas)
        )
        keys = tuple(dict.fromkeys(event.source for event in events))
        return Chart("timeline", Axis("period"), Axis("category"), series, "", keys)

    def _y(self, entry: ChartEntry, shown: Sequence[Shown], unit: Unit) -> Axis:
        titles = dict.fromkeys(self.ledger.indicators[one.row.indicator].title for one in shown)
        return Axis("quantity", entry.y_title or "; ".join(titles), self.wording.unit(unit))

    def _subtitle(self, chart: Chart) -> Inlines:
        """Say what is measured, its unit, and when."""
        parts = [part for part in (chart.y.title, chart.y.unit) if part]
        return (Text(", ".join(parts)),) if parts else ()

    def _keys(self, shown: Sequence[Shown]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.row.source for one in shown))

    def _period(self, one: Shown, iso: bool) -> str:
        period = one.row.period
        return period.text if iso else self.wording.date(period) or one.row.period_as_stated

    @property
    def _selector(self) -> Selector:
        return Selector(self.ledger, self.brief.prefer)


def _worth(one: Shown) -> Decimal:
    return one.quantity.value * one.quantity.unit.factor
