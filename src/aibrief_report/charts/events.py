"""Events on a time axis: how long each is, and where its words stand so that none run into each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from aibrief_report.charts.labels import Label
from aibrief_report.charts.lanes import lanes
from aibrief_report.charts.marks import Text
from aibrief_report.charts.periods import Stretch, period_text, read_period
from aibrief_report.charts.points import Linear, Patch
from aibrief_report.charts.sheet import Sheet
from aibrief_report.model.charts import Point, Series

Side: TypeAlias = Literal["right", "left", "above"]

_GAP = 8.0  # from a mark to its words, and between two events of a lane
_DATE = 5.0  # from the date to the words
_WIDEST = 0.56  # the part of the picture that an event's words may take
_LEADING = 2.5  # between two lanes


@dataclass(frozen=True, slots=True)
class Event:
    """An event with its ends in points, and its words: a date, and the lines that hang beside it.

    `left` is where the words begin, `width` how much room they take.
    """

    point: Point
    start: float
    stop: float
    date: str
    lines: tuple[str, ...]
    left: float
    width: float
    side: Side

    @property
    def lasts(self) -> bool:
        """Tell whether it goes on from one date to another, or is known to the year, quarter or half-year only."""
        return bool(self.point.end) or is_vague(self.point)

    @property
    def reach(self) -> tuple[float, float]:
        """The left and right end of mark and words together."""
        return min(self.start, self.left), max(self.stop, self.left + self.width)


@dataclass(frozen=True, slots=True)
class Placed:
    """An event in its lane: the height of its mark, and its label."""

    series: Series
    event: Event
    middle: float
    label: Label


def is_vague(point: Point) -> bool:
    """Tell whether a date is less precise than a month."""
    return not point.end and read_period(point.x).end - read_period(point.x).start > 0.1


def stretch_of(point: Point) -> Stretch:
    """Return the days of an event, from the beginning of `x` to the end of `end`."""
    return read_period(dates_of(point))


def dates_of(point: Point) -> str:
    """Return the period of an event as one text: `2017`, or `2017/2030` where it has an end."""
    return f"{point.x}/{point.end}" if point.end else point.x


def event_of(point: Point, across: Linear, sheet: Sheet) -> Event:
    """Return an event with its words on the side that has room for them."""
    days = stretch_of(point)
    ends = (days.start, days.end) if point.end or is_vague(point) else (days.middle, days.middle)
    start, stop = across.at(ends[0]), across.at(ends[1])
    date = period_text(dates_of(point), sheet.wording.language)
    hang = sheet.measure(date) + _DATE
    rooms: dict[Side, float] = {
        "right": across.stop - stop - _GAP,
        "left": start - _GAP,
        "above": across.stop,
    }
    told = {
        side: sheet.wrap(point.text, min(room, across.stop * _WIDEST) - hang) for side, room in rooms.items()
    }
    width = {side: hang + max(map(sheet.measure, lines), default=0.0) for side, lines in told.items()}
    fitting = [side for side, room in rooms.items() if width[side] <= room and side != "above"]
    side = min(fitting, key=lambda one: len(told[one]), default="above")
    lefts = {
        "right": stop + _GAP,
        "left": start - _GAP - width["left"],
        "above": max(0.0, min(start, across.stop - width["above"])),
    }
    return Event(point, start, stop, date, told[side], lefts[side], width[side], side)


def placed_events(
    series: Series, across: Linear, top: float, sheet: Sheet
) -> tuple[list[Placed], float]:
    """Return a series' events by date, in lanes from `top` down, and where the last lane ends."""
    order = sorted(series.points, key=lambda one: (stretch_of(one).start, stretch_of(one).end, one.text))
    events = [event_of(point, across, sheet) for point in order]
    rows = lanes([event.reach for event in events], _GAP)
    heights = [
        max(_height(event, sheet) for event, row in zip(events, rows, strict=True) if row == lane)
        for lane in range(max(rows, default=-1) + 1)
    ]
    tops = [top + sum(heights[:lane]) for lane in range(len(heights) + 1)]
    placed = [
        _placed(series, event, tops[row], tops[row + 1], sheet)
        for event, row in zip(events, rows, strict=True)
    ]
    return placed, tops[-1]


def _placed(series: Series, event: Event, top: float, bottom: float, sheet: Sheet) -> Placed:
    lift = max(1, len(event.lines)) * sheet.line if event.side == "above" else 0.0
    return Placed(series, event, top + lift + sheet.line * 0.5, _label(event, top, bottom, sheet))


def _height(event: Event, sheet: Sheet) -> float:
    lines = max(1, len(event.lines)) + (event.side == "above")
    return lines * sheet.line + _LEADING


def _label(event: Event, top: float, bottom: float, sheet: Sheet) -> Label:
    """Return the label; its room reaches down to the next lane, so that no crumbs of light lines show between."""
    colours, base = sheet.theme.colours, top + sheet.size * 0.86
    left = event.left
    hang = left + sheet.measure(event.date) + _DATE
    texts = [
        Text(left, base, event.date, colours.muted),
        *(Text(hang, base + at * sheet.line, line, colours.ink) for at, line in enumerate(event.lines)),
    ]
    if event.side == "above":
        bottom -= sheet.line + _LEADING
    return Label(tuple(texts), Patch(left - 2, top, left + event.width + 2, bottom))
