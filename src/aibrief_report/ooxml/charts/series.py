"""A series: its name, cells and look, and the marks that look different from the rest."""

from __future__ import annotations

from msgspec import Struct

from aibrief_report.ooxml.charts.cells import Cells, Numbers, Words, cells
from aibrief_report.ooxml.charts.labels import CellLabel, Label, label_cells, labels
from aibrief_report.ooxml.charts.shapes import NO_MARKER, Marker, Shape, Stroke
from aibrief_report.ooxml.markup import NOTHING, Xml, tag


class Mark(Struct, frozen=True):
    """How the mark at `place` (from 0) differs from its series: in shape, or in marker (`hidden`: none)."""

    place: int
    shape: Shape | None = None
    marker: Marker | None = None
    hidden: bool = False


class Series(Struct, frozen=True):
    """One series. `x` are its categories or, in a scatter, its numbers along; `marker` `None` is none.

    `words` are the cells of those labels that print one. `drop` is a line from each mark straight down to
    zero, or to the foot of the plot.
    """

    name: Words
    x: Cells
    y: Numbers
    shape: Shape
    marker: Marker | None = None
    marks: tuple[Mark, ...] = ()
    labels: tuple[Label | CellLabel, ...] = ()
    words: Words | None = None
    drop: Stroke | None = None

    def bar(self, place: int) -> Xml:
        """Return the series in a chart of bars."""
        upright = tag("c:invertIfNegative", val=0)
        marks = (_mark(one, upright) for one in self.marks)
        return self._series(place, upright, *marks, self._labels(place), *self._values())

    def line(self, place: int) -> Xml:
        """Return the series in a chart of lines."""
        smooth = tag("c:smooth", val=0)
        return self._series(place, *self._marked(), self._labels(place), *self._values(), smooth)

    def area(self, place: int) -> Xml:
        """Return the series in a chart of areas."""
        return self._series(place, self._labels(place), *self._values())

    def scatter(self, place: int) -> Xml:
        """Return the series in a scatter, whose marks are joined if it has a stroke."""
        smooth, along = tag("c:smooth", val=0), cells("c:xVal", self.x)
        up = cells("c:yVal", self.y)
        return self._series(place, *self._marked(), self._labels(place), self._drops(), along, up, smooth)

    def _series(self, place: int, *content: Xml) -> Xml:
        head = (tag("c:idx", val=place), tag("c:order", val=place), tag("c:tx", self.name.xml))
        return tag("c:ser", *head, self.shape.xml, *content, label_cells(self.words))

    def _drops(self) -> Xml:
        """Return the lines down as error bars, which have no ends of their own."""
        if self.drop is None:
            return NOTHING
        kinds: dict[str, str | int] = {"errDir": "y", "errBarType": "minus", "errValType": "percentage"}
        kinds |= {"noEndCap": 1, "val": 100}
        inside = (tag(f"c:{name}", val=value) for name, value in kinds.items())
        return tag("c:errBars", *inside, Shape(stroke=self.drop).xml)

    def _labels(self, place: int) -> Xml:
        return labels(self.labels, place, self.words)

    def _marked(self) -> tuple[Xml, ...]:
        own = self.marker.xml if self.marker else NO_MARKER
        return (own, *(_mark(one, NOTHING) for one in self.marks))

    def _values(self) -> tuple[Xml, Xml]:
        return cells("c:cat", self.x), cells("c:val", self.y)


def _mark(mark: Mark, upright: Xml) -> Xml:
    marker = NO_MARKER if mark.hidden else mark.marker.xml if mark.marker else NOTHING
    shape = mark.shape.xml if mark.shape else NOTHING
    return tag("c:dPt", tag("c:idx", val=mark.place), upright, marker, tag("c:bubble3D", val=0), shape)
