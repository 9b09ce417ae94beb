"""Comments: one a contest and a contested claim, at the first place that it concerns.

Running text comes before headings and titles, which fields repeat; a contest that only charts show hangs on
the title of the first. Footnotes bear none, as in Word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from aibrief_report.model.blocks import Box, Figure, Heading, Table
from aibrief_report.model.charts import Chart, Image
from aibrief_report.model.document import Document, Meta
from aibrief_report.model.inlines import Claimed, Note, NumberText
from aibrief_report.model.numbers import Number
from aibrief_report.ooxml.comments import WordComment, commented
from aibrief_report.ooxml.ids import Ids
from aibrief_report.ooxml.markup import Xml
from aibrief_report.render.annex import Explainer
from aibrief_report.render.remarks import Remark, Remarker

AUTHOR, INITIALS = "aibrief-report", "ab"


class Comments(Struct):
    """Remarks by the places that they concern; `written` are the comments of those that were met.

    A place is the anchor of a printed number or of a figure, or the id of a claim. `date` is ISO 8601.
    """

    date: str = ""
    remarks: Mapping[str, tuple[Remark, ...]] = field(default_factory=dict)
    written: list[WordComment] = field(default_factory=list)

    def place(self, name: str, content: Xml, ids: Ids) -> Xml:
        """Return content with the comments that concern it, each with the number of its own."""
        for one in self.remarks.get(name, ()):
            number = ids.comment(one.key)
            self.written.append(WordComment(number, AUTHOR, INITIALS, self.date, (one.heading, *one.lines)))
            content = commented(number, content)
        return content


def comments_of(document: Document) -> Comments:
    """Return the comments that a document needs, none of them written yet."""
    finder = _Finder(document, Remarker(document, Explainer(document)))
    found: dict[str, list[Remark]] = {}
    for place, remark in finder.find():
        found.setdefault(place, []).append(remark)
    return Comments(document.meta.date, {place: tuple(told) for place, told in found.items()})


class _Finder(Struct, frozen=True):
    """Finds the first place of each remark. `told` are the contests and claims, `rows` the rows told of."""

    document: Document
    remarker: Remarker
    told: set[str] = field(default_factory=set)
    rows: set[str] = field(default_factory=set)

    def find(self) -> Iterator[tuple[str, Remark]]:
        nodes = list(_places((self.document.meta, self.document.blocks)))
        for heading in (False, True):
            for node, in_heading in nodes:
                if in_heading is heading:
                    yield from self._at(node)
        for node, _ in nodes:
            if isinstance(node, Figure) and isinstance(node.content, Chart) and node.title:
                yield from self._drawn(node.anchor, node.content)

    def _at(self, node: Any) -> Iterator[tuple[str, Remark]]:
        claims, numbers = self.document.claims, self.document.numbers
        match node:
            case Claimed(verdict="contested") if node.claim in claims and node.claim not in self.told:
                self.told.add(node.claim)
                yield node.claim, self.remarker.claim(claims[node.claim])
            case NumberText() if node.number in numbers:
                yield from ((node.anchor, one) for one in self._of(numbers[node.number]))
            case _:
                pass

    def _drawn(self, anchor: str, chart: Chart) -> Iterator[tuple[str, Remark]]:
        numbers = (self.document.numbers[row] for row in chart.rows if row in self.document.numbers)
        yield from ((anchor, one) for number in numbers for one in self._contests(number))

    def _of(self, number: Number) -> Iterator[Remark]:
        """Yield the remarks on a number's contests, and on its rivals where these told of none of them."""
        yield from self._contests(number)
        rivals = {rival.row for rival in number.rivals}
        if not rivals <= self.rows:
            self.rows.update(rivals, number.rows)
            yield self.remarker.number(number)

    def _contests(self, number: Number) -> Iterator[Remark]:
        for key in number.contests:
            contest = self.document.contests.get(key)
            if contest is not None and key not in self.told:
                self.told.add(key)
                self.rows.update(figure.id for figure in contest.figures)
                yield self.remarker.contest(contest)


def _places(node: Any, heading: bool = False) -> Iterator[tuple[Any, bool]]:
    """Yield the nodes below and including one, and whether each stands in a heading or title."""
    if isinstance(node, tuple):
        for part in node:
            yield from _places(part, heading)
    elif isinstance(node, Struct) and not isinstance(node, Note | Chart | Image):
        yield node, heading
        within = heading or isinstance(node, Heading | Meta)
        titled = isinstance(node, Figure | Table | Box)
        for name in node.__struct_fields__:
            yield from _places(getattr(node, name), within or (titled and name == "title"))
