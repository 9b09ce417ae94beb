"""What is shared while one document is written: the package, ids, lists, notes, and where links may lead."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from aibrief_report.errors import Fault, RenderError
from aibrief_report.model.anchors import Part, part_anchor
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import Note, NumberText
from aibrief_report.ooxml.bookmarks import bookmark
from aibrief_report.ooxml.fields import inner_link
from aibrief_report.ooxml.ids import Ids
from aibrief_report.ooxml.markup import Xml
from aibrief_report.render.annex import Annex
from aibrief_report.render.docx.comments import Comments
from aibrief_report.render.docx.numbering import Lists
from aibrief_report.render.docx.package import Package
from aibrief_report.render.docx.page import Pages
from aibrief_report.render.docx.targets import Target
from aibrief_report.store.cache import Cache
from aibrief_report.theme.coverage import NO_CACHE
from aibrief_report.theme.tokens import Theme


class Flow(Struct, frozen=True):
    """Where text flows: its width in points, the style of its paragraphs, the depth of lists around it.

    `side` is the width of the column at the left of it into which figures, tables and labels reach.
    """

    width: float
    side: float = 0.0
    style: str = ""
    depth: int = 0

    @property
    def whole(self) -> float:
        """The width of text and side column in points."""
        return self.side + self.width


class Draft(Struct):
    """A document being written. `places` are the anchors that links may lead to, `marked` what they mark.

    `page_numbers` are the pages of anchors as far as a layout is known, empty where none is.
    """

    document: Document
    theme: Theme
    annex: Annex
    package: Package
    pages: Pages
    places: frozenset[str]
    targets: Mapping[str, Target]
    counts_headings: bool
    lists: Lists
    page_numbers: Mapping[str, int]
    cache: Cache = NO_CACHE
    comments: Comments = field(default_factory=Comments)
    ids: Ids = field(default_factory=Ids)
    notes: list[Note] = field(default_factory=list)
    marked: dict[str, Xml] = field(default_factory=dict)
    _counted: dict[str, int] = field(default_factory=dict)

    @property
    def side(self) -> float:
        """The width in points of the column at the left of text; 0 for none."""
        return self.pages.side

    @property
    def words(self) -> Mapping[str, str]:
        """The fixed words of the document's language."""
        return self.document.words

    def is_contested(self, number: NumberText) -> bool:
        """Tell whether a printed number's sources do not agree."""
        known = self.annex.numbers.get(number.number)
        return bool(known and known.contested)

    def mark(self, anchor: str, content: Xml) -> Xml:
        """Return content as the place that links to an anchor lead to; a second place of a name is none."""
        if not anchor or anchor in self.marked:
            return content
        self.marked[anchor] = content
        return bookmark(anchor, self.ids.count("bookmark"), content)

    def mark_part(self, part: Part, of: str, content: Xml) -> Xml:
        """Return the text of a part of a block (its title, its note) under the name that it is found by."""
        return self.mark(part_anchor(part, of), content) if content else content

    def remark(self, place: str, content: Xml) -> Xml:
        """Return content with the comments that concern it; footnotes bear none."""
        return content if self.package.in_footnotes else self.comments.place(place, content, self.ids)

    def link(self, anchor: str, content: Xml) -> Xml:
        """Return content as a link to an anchor; as it is, where the document has no such place."""
        return inner_link(anchor, content) if anchor in self.places else content

    def count(self, name: str, number: int) -> bool:
        """Count a caption of a name, and tell whether Word's own count has to be set to its number."""
        expected = self._counted.get(name, 0) + 1
        self._counted[name] = number
        return number != expected

    def note(self, note: Note) -> int:
        """Remember a footnote, and return the number by which the file knows it.

        Raises `RenderError` for a footnote to a footnote, which Word cannot hold.
        """
        if self.package.in_footnotes:
            raise RenderError(Fault("a footnote stands within a footnote", hint="move it into the text"))
        self.notes.append(note)
        return len(self.notes)
