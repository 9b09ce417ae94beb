"""Events on a time axis: how long each is, and where its words stand so that none run into each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Literal, TypeAlias

from msgspec import Struct

from aibrief_report.charts.parts.labels import Label
from aibrief_report.charts.parts.lanes import lanes
from aibrief_report.charts.parts.marks import Text
from aibrief_report.charts.parts.points import Linear, Patch
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.periods import Stretch, period_text, stretch
from aibrief_report.model.charts import Point, Series

Side: TypeAlias = Literal["right", "left", "above"]

_GAP = 8.0  # from a mark to its words, and between two events of a lane
_DATE = 5.0  # from the date to the words
_WIDEST = 0.56  # the part of the picture that an event's words may take
_LEADING = 2.5  # between two lanes


class Wordset(Struct, frozen=True):
    """An event's words beside its mark: a date, and the lines that hang beside it; where, and how wide."""

    date: str
    lines: tuple[str, ...]
    side: Side
    left: float
    width: float


class Event(Struct, frozen=True):
    """An event with its ends in points, and its words."""

    point: Point
    start: float
    stop: float
    words: Wordset

    @property
    def lasts(self) -> bool:
        """Tell whether it goes on between two dates, or is known to the year or quarter only."""
        return bool(self.point.end) or is_vague(self.point)

    @property
    def reach(self) -> tuple[float, float]:
        """The left and right end of mark and words together."""
        return min(self.start, self.words.left), max(self.stop, self.words.left + self.words.width)


class Placed(Struct, frozen=True):
    """An event in its lane: the height of its mark, and its label."""

    series: Series
    event: Event
    middle: float
    label: Label


def is_vague(point: Point) -> bool:
    """Tell whether a date is less precise than a month."""
    return not point.end and stretch(point.x).end - stretch(point.x).start > 0.1


def stretch_of(point: Point) -> Stretch:
    """Return the days of an event, from the beginning of `x` to the end of `end`."""
    return stretch(dates_of(point))


def dates_of(point: Point) -> str:
    """Return the period of an event as one text: `2017`, or `2017/2030` where it has an end."""
    return f"{point.x}/{point.end}" if point.end else point.x


def event_of(point: Point, across: Linear, sheet: Sheet) -> Event:
    """Return an event with its words on the side where they take the fewest lines."""
    days = stretch_of(point)
    ends = (days.start, days.end) if point.end or is_vague(point) else (days.middle, days.middle)
    start, stop = across.at(ends[0]), across.at(ends[1])
    *beside, above = _wordsets(point, start, stop, across.stop, sheet)
    return Event(point, start, stop, min(beside, key=lambda one: len(one.lines), default=above))


def placed_events(series: Series, across: Linear, top: float, sheet: Sheet) -> tuple[list[Placed], float]:
    """Return a series' events by date, in lanes from `top` down, and where the last lane ends."""
    order = sorted(series.points, key=lambda one: (stretch_of(one).start, stretch_of(one).end, one.text))
    events = [event_of(point, across, sheet) for point in order]
    rows = lanes([event.reach for event in events], _GAP)
    placed: list[Placed] = []
    for _, group in groupby(zip(rows, events, strict=True), key=itemgetter(0)):
        lane = [event for _, event in group]
        bottom = top + max(_height(event, sheet) for event in lane)
        placed += [_placed(series, event, top, bottom, sheet) for event in lane]
        top = bottom
    return placed, top


def _wordsets(point: Point, start: float, stop: float, width: float, sheet: Sheet) -> Iterator[Wordset]:
    """Yield the words right and left of the mark, as far as there is room for them, and last above it."""
    date = period_text(dates_of(point), sheet.wording.language)
    hang = sheet.measure(date) + _DATE
    rooms: tuple[tuple[Side, float], ...] = (
        ("right", width - stop - _GAP),
        ("left", start - _GAP),
        ("above", width),
    )
    for side, room in rooms:
        lines = sheet.wrap(point.text, min(room, width * _WIDEST) - hang)
        wide = hang + max(map(sheet.measure, lines), default=0.0)
        lefts = {
            "right": stop + _GAP,
            "left": start - _GAP - wide,
            "above": max(0.0, min(start, width - wide)),
        }
        if wide <= room or side == "above":
            yield Wordset(date, lines, side, lefts[side], wide)


def _placed(series: Series, event: Event, top: float, bottom: float, sheet: Sheet) -> Placed:
    """Return an event in its lane. Words above their mark leave the lane's last line to it."""
    above = event.words.side == "above"
    middle = bottom - _LEADING - sheet.line * 0.5 if above else top + sheet.line * 0.5
    foot = bottom - sheet.line - _LEADING if above else bottom
    return Placed(series, event, middle, _label(event.words, top, foot, sheet))


def _height(event: Event, sheet: Sheet) -> float:
    lines = max(1, len(event.words.lines)) + (event.words.side == "above")
    return lines * sheet.line + _LEADING


def _label(words: Wordset, top: float, foot: float, sheet: Sheet) -> Label:
    """Return the label; its room reaches down to the next lane, so that no crumbs of lines show between."""
    colours, base = sheet.theme.colours, top + sheet.size * 0.86
    hang = words.left + sheet.measure(words.date) + _DATE
    texts = (
        Text(words.left, base, words.date, colours.muted),
        *(Text(hang, base + at * sheet.line, line, colours.ink) for at, line in enumerate(words.lines)),
    )
    return Label(texts, Patch(words.left - 2, top, words.left + words.width + 2, foot))
