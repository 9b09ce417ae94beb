"""From a declaration and the rows that it selects to a `Chart`: its axes, series and points."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from msgspec import Struct

from aibrief_report.charts import panels
from aibrief_report.charts.selecting import Gap, Selector, Shown
from aibrief_report.errors import ChartError, Fault
from aibrief_report.inputs.brief import ChartEntry
from aibrief_report.ledger import derive
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.units import Unit
from aibrief_report.ledger.wording import Wording
from aibrief_report.model.charts import Axis, Chart, Point, Series
from aibrief_report.theme.tokens import Theme

_CATEGORY_KINDS = ("bar", "horizontal-bar", "dots")
_PERIOD_KINDS = ("line", "area")
_UNTRACED = "untraced"
_BOUNDS = {"over": "over", "under": "under", "up-to": "under"}
"""On which side of its mark a hedged value may lie."""

Naming: TypeAlias = Callable[[Shown | Gap], str]
"""What names a value in one respect: its area, its period, what it measures."""


class _Roles(Struct, frozen=True):
    """What names the panel, the series and the category of a value."""

    panel: Naming
    series: Naming
    category: Naming


class Shaper(Struct, frozen=True):
    """Shapes charts of one brief: values from the ledger, colours from the theme, words in its language."""

    ledger: Ledger
    theme: Theme
    wording: Wording
    selector: Selector

    def chart(self, entry: ChartEntry, labels: Mapping[str, str]) -> Chart:
        """Return what a declaration shows, without its alt text. `labels` are names by row id.

        Raises `LedgerError` for what is not in the ledger, `ChartError` for what does not fit together.
        """
        if entry.kind == "timeline":
            return self._timeline(entry)
        if entry.kind == "scatter":
            return self._scatter(entry)
        if entry.kind == "range-dot":
            return self._range(entry, labels)
        return self._values(entry, labels)

    def _values(self, entry: ChartEntry, labels: Mapping[str, str]) -> Chart:
        """Return a chart of categories or periods by series, a series of its own in each panel."""
        held = self._selected(entry)
        shown = [one for one in held if isinstance(one, Shown)]
        unit = shown[0].quantity.unit
        roles = self._roles(entry, held, labels)
        series = self._series(held, roles, unit)
        if entry.remainder:
            series = (*series, self._remainder(entry.remainder, held, roles.category))
        periods = entry.kind in _PERIOD_KINDS
        x = Axis("period" if periods else "category", entry.x_title)
        return Chart(entry.kind, x, self._y(entry, shown, unit), series, "", self._keys(shown))

    def _selected(self, entry: ChartEntry) -> tuple[Shown | Gap, ...]:
        if entry.panels and entry.kind not in panels.KINDS:
            hint = f"panels are drawn of {', '.join(panels.KINDS)}"
            raise ChartError(Fault(f"a {entry.kind} chart has no panels", hint=hint))
        if entry.missing == "shown":
            return self.selector.select_with_gaps(entry)
        return self.selector.select(entry)

    def _roles(self, entry: ChartEntry, held: Sequence[Shown | Gap], labels: Mapping[str, str]) -> _Roles:
        """Return what names a value's panel, its series and its category."""
        dimensions: Mapping[str, Naming] = {
            "area": lambda one: one.area,
            "period": lambda one: self._period(one, entry.kind in _PERIOD_KINDS),
            "indicator": self._title,
        }
        varied = [name for name, key in dimensions.items() if len({key(one) for one in held}) > 1]
        by = entry.series
        free = [name for name in dimensions if name not in (by, entry.panels)]
        others = [name for name in varied if name in free] or free
        other = "period" if entry.kind in _PERIOD_KINDS else others[0]
        alone = len({dimensions[by](one) for one in held}) == len(held)
        if entry.kind in _CATEGORY_KINDS and alone and not entry.panels:
            # One mark a series: each area is its own bar, under its own name and in its own colour.
            other = by
        category = dimensions[other]

        def name(one: Shown | Gap) -> str:
            own = labels.get(one.row.id) if isinstance(one, Shown) else ""
            return own or (self._named(category(one)) if other == "area" else category(one))

        panel = dimensions[entry.panels] if entry.panels else lambda _: ""
        return _Roles(panel, dimensions[by], name)

    def _series(self, held: Sequence[Shown | Gap], roles: _Roles, unit: Unit) -> tuple[Series, ...]:
        keys = list(dict.fromkeys(roles.series(one) for one in held))
        pairs = dict.fromkeys((roles.panel(one), roles.series(one)) for one in held)
        return tuple(
            Series(
                key=key,
                name=self._named(key),
                colour=self.theme.colour_of(key, keys.index(key)),
                points=tuple(
                    self._point(one, roles.category(one), unit)
                    if isinstance(one, Shown)
                    else Point(roles.category(one), None)
                    for one in held
                    if (roles.panel(one), roles.series(one)) == (panel, key)
                ),
                panel=self._named(panel),
            )
            for panel in dict.fromkeys(panel for panel, _ in pairs)
            for key in (key for other, key in pairs if other == panel)
        )

    def _named(self, key: str) -> str:
        """Return the short name of an area; of anything else its own."""
        return self.ledger.areas[key].short if key in self.ledger.areas else key

    def _point(self, one: Shown, category: str, unit: Unit, detail: str = "") -> Point:
        quantity, row = one.quantity, one.row
        if quantity.unit.measure != unit.measure:
            raise ChartError(Fault(f"{row.id} is in {quantity.unit}, other values in {unit}"))
        value = quantity.rounded * quantity.unit.factor / unit.factor
        return Point(
            x=category,
            y=format(value, "f"),
            text=self.wording.hedged(self.wording.number(value), row.qualifier),
            row=row.id,
            detail=detail,
            status=_UNTRACED if row.reading == _UNTRACED else row.status,
            bound=_BOUNDS.get(row.qualifier, ""),
        )

    def _remainder(self, name: str, held: Sequence[Shown | Gap], category_of: Naming) -> Series:
        categories = dict.fromkeys(category_of(one) for one in held)
        points = []
        for category in categories:
            own = [one for one in held if category_of(one) == category]
            parts = [one.quantity for one in own if isinstance(one, Shown)]
            if len(parts) < len(own):
                points.append(Point(category, None))
                continue
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

    def _range(self, entry: ChartEntry, labels: Mapping[str, str]) -> Chart:
        """Return each source's figure for one thing, from the lowest to the highest."""
        shown = sorted(self.selector.every(entry), key=_worth)
        unit = shown[0].quantity.unit
        shown = [one for one in shown if one.quantity.unit.measure == unit.measure]
        several = len({one.indicator for one in shown}) > 1  # else the axis says for all what is counted
        points = tuple(
            self._point(
                one,
                labels.get(one.row.id) or self.selector.producer(one.row),
                unit,
                self._title(one) if several else "",
            )
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
                self.selector.select(
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
        titles = dict.fromkeys(self._title(one) for one in shown)
        return Axis("quantity", entry.y_title or "; ".join(titles), self.wording.unit(unit))

    def _title(self, one: Shown | Gap) -> str:
        return self.ledger.indicators[one.indicator].title

    def _keys(self, shown: Sequence[Shown]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.row.source for one in shown))

    def _period(self, one: Shown | Gap, iso: bool) -> str:
        stated = one.row.period_as_stated if isinstance(one, Shown) else ""
        return one.period.text if iso else self.wording.date(one.period) or stated


def _worth(one: Shown) -> Decimal:
    return one.quantity.value * one.quantity.unit.factor
