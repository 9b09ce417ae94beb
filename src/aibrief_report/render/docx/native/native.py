"""A native chart, ready to be put into the document."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.charts.parts.missing import missing_words
from aibrief_report.charts.parts.sheet import Frame
from aibrief_report.ooxml.charts.space import ChartSpace
from aibrief_report.ooxml.charts.workbook import Sheet
from aibrief_report.render.docx.native.brush import Brush, size
from aibrief_report.render.docx.native.grid import Grid

_SQUARE, _BETWEEN = "☐", "    "  # such as the sans of our themes have


class Native(Struct, frozen=True):
    """A chart, the sheets behind it, and its size in points."""

    space: ChartSpace
    sheets: tuple[Sheet, ...]
    width: float
    height: float


def finished(
    brush: Brush,
    space: ChartSpace,
    grid: Grid,
    frame: Frame,
    statuses: Sequence[str] = (),
    mark: str = _SQUARE,
) -> Native:
    """Return a chart with the sheets of its grid, as large as its frame.

    Behind its key it says what no series of the key can: the hollow `statuses` with a `mark` like theirs, and
    missing values; above a panel its name.
    """
    wording = brush.sheet.wording
    words = [f"{mark} {wording.of_status(one)}" for one in statuses]
    words += [missing_words(brush.chart, wording)]
    title = brush.beside(_BETWEEN.join(filter(None, words)), space.key, frame)
    told = replace(space, title=brush.head if brush.sheet.panel else title)
    return Native(told, grid.sheets(brush.chart), *size(frame))
