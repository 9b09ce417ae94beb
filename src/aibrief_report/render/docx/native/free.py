"""An axis of numbers along the foot: quantities, or time in years and parts of a year."""

from __future__ import annotations

from decimal import Decimal

from aibrief_report.charts.parts.axes import caption
from aibrief_report.charts.parts.plot import Plot
from aibrief_report.charts.parts.sheet import Frame
from aibrief_report.ooxml.charts.axes import Scale, Title, ValueAxis
from aibrief_report.render.docx.native.brush import Brush, size

_PARTS = 4  # decimals of a year: an hour or so


def along_text(plot: Plot, x: str) -> str:
    """Return where an `x` stands as decimal text: the quantity itself, or years and parts of a year."""
    if plot.chart.x.kind == "quantity":
        return x
    return format(round(Decimal(plot.along.places[x]), _PARTS).normalize(), "f")


def along_axis(brush: Brush, plot: Plot) -> ValueAxis:
    """Return the axis along the foot, with its ticks where the picture has them; years at their beginning."""
    return ValueAxis(
        "b",
        brush.type(),
        brush.base,
        grid=brush.grid if plot.along.rules else None,
        title=foot(brush, plot),
        at="low",
        scale=_scale(brush, plot),
        between=False,
    )


def foot(brush: Brush, plot: Plot) -> Title | None:
    """Return the caption of `x` at the right beneath its numbers; `None` where it has none."""
    axis = brush.chart.x
    words = caption(axis, full=True) if axis.kind == "quantity" else axis.title
    return foot_title(brush, words, plot.frame)


def foot_title(brush: Brush, words: str, frame: Frame) -> Title | None:
    """Return words at the right end of a frame's foot; `None` for none."""
    _, high = size(frame)
    x = max(0.0, frame.left + frame.width - brush.sheet.measure(words) * 1.03 - 3)
    return brush.caption(words, high - brush.sheet.line, frame, x) if words else None


def _scale(brush: Brush, plot: Plot) -> Scale:
    along = plot.along
    places = [place for place, _ in along.labels]
    step = round(places[1] - places[0], _PARTS) if len(places) > 1 else 1
    if brush.chart.x.kind == "quantity":
        decimals = max(len(word.partition(".")[2]) for _, (word, *_) in along.labels)
        return Scale(
            _text(along.low),
            _text(along.high),
            _text(step),
            "#,##0" + ("." + "0" * decimals if decimals else ""),
        )
    return Scale(_text(along.low), _text(along.high), _text(max(1.0, step)), "0")


def _text(number: float) -> str:
    return format(round(Decimal(number), _PARTS).normalize(), "f")
