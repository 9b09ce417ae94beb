"""Notes in a scatter: words above the plot, lines down from them, the edges of bands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.charts.parts.notes import Note, Notes
from aibrief_report.charts.parts.plot import Plot
from aibrief_report.charts.parts.sheet import Frame
from aibrief_report.ooxml.charts.axes import ValueAxis
from aibrief_report.ooxml.charts.labels import CellLabel, Side
from aibrief_report.ooxml.charts.series import Series
from aibrief_report.ooxml.charts.shapes import Stroke
from aibrief_report.render.docx.native.brush import Brush
from aibrief_report.render.docx.native.dots import back, stroke, unseen
from aibrief_report.render.docx.native.grid import Grid

_SIDE = 3.0  # from a line to its words, which a reader sets beside its point by itself
_LINE = 0.75  # the width of lines in points
_SIDES: dict[str, Side] = {"left": "r", "right": "l", "center": "ctr"}


class Canvas(Struct, frozen=True):
    """Where points of the picture stand in a scatter: along, up, and the height of its foot in points."""

    along: Callable[[float], str]
    up: Callable[[float], str]
    foot: float


class Noted(Struct, frozen=True):
    """The series of notes: words with the lines down from them, and strokes."""

    words: tuple[Series, ...] = ()
    strokes: tuple[Series, ...] = ()


def note_series(brush: Brush, grid: Grid, notes: Notes, canvas: Canvas) -> Noted:
    """Return the series that draw notes; of a band its edges."""
    times = [one for one in notes.notes if one.wish.mark is None and not one.is_band]
    others = [one for one in notes.notes if one not in times]
    line = Stroke(brush.colour(brush.sheet.theme.colours.muted), _LINE)
    words = [*_words(brush, grid, times, canvas, line), *_words(brush, grid, others, canvas, None)]
    bands = list(_bands(grid, notes, canvas, brush.grid))
    strokes = [*(top for _, top in bands), *_leaders(grid, others, canvas, line)]
    return Noted((*words, *(edges for edges, _ in bands)), tuple(strokes))


def plot_notes(brush: Brush, plot: Plot, grid: Grid) -> Noted:
    """Return the notes of a plot."""
    canvas = Canvas(lambda x: back(plot.across, x), lambda y: back(plot.up, y), plot.frame.height)
    return note_series(brush, grid, plot.notes, canvas)


def raised(plot: Plot) -> Frame:
    """Return a plot's frame with the room above it in which its notes stand."""
    return lifted(plot.frame, plot.notes.height + plot.sheet.size if plot.notes.notes else 0.0)


def lifted(frame: Frame, by: float) -> Frame:
    """Return a frame that reaches `by` points further up."""
    return replace(frame, height=frame.height + by, top=frame.top - by)


def extended(axis: ValueAxis, plot: Plot) -> ValueAxis:
    """Return the axis of values of a plot with notes: it reaches up to them, and names nothing there."""
    if not plot.notes.notes:
        return axis
    top = plot.frame.height - raised(plot).height
    code = f'[>{axis.scale.most}]"";{axis.scale.code}'
    return replace(axis, scale=replace(axis.scale, most=back(plot.up, top), code=code))


def _words(
    brush: Brush, grid: Grid, notes: Sequence[Note], canvas: Canvas, line: Stroke | None
) -> Iterator[Series]:
    if not notes:
        return
    name = brush.sheet.wording.note
    texts = [one.label.texts for one in notes]
    shifts = {"left": -_SIDE, "right": _SIDE, "center": 0.0}
    places = [
        (
            canvas.along(lines[0].x + shifts[lines[0].align]),
            canvas.up((note.label.patch.top + note.label.patch.bottom) / 2),
        )
        for note, lines in zip(notes, texts, strict=True)
    ]
    cells = grid.words(name, ["\n".join(line.text for line in lines) for lines in texts])
    labels = tuple(
        CellLabel(at, _SIDES[lines[0].align], brush.type(), brush.paper if line else "")
        for at, lines in enumerate(texts)
    )
    yield replace(unseen(grid, name, places), labels=labels, words=cells, drop=line)


def _bands(grid: Grid, notes: Notes, canvas: Canvas, line: Stroke) -> Iterator[tuple[Series, Series]]:
    """Yield the edges of each band, and what joins them at the top.

    A stroke as thick as the band is wide would fill it in Word; LibreOffice shrinks the whole chart for it.
    """
    for one in notes.notes:
        if one.is_band:
            room = one.band(canvas.foot)
            corners = [(canvas.along(x), canvas.up(room.top)) for x in (room.left, room.right)]
            edges = replace(unseen(grid, one.wish.text, corners), drop=line)
            yield edges, stroke(grid, one.wish.text, (corners[0], corners[1]), line)


def _leaders(grid: Grid, notes: Sequence[Note], canvas: Canvas, line: Stroke) -> Iterator[Series]:
    for one in notes:
        if one.wish.mark is not None:
            drawn = one.stroke(canvas.foot, "")
            x = canvas.along(drawn.x)
            if drawn.y2 > drawn.y:
                yield stroke(grid, one.wish.text, ((x, canvas.up(drawn.y)), (x, canvas.up(drawn.y2))), line)
