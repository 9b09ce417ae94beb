"""Comments: what stands in the margin, and the text that each is about (ECMA-376 part 1, section 17.13.4)."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from aibrief_report.ooxml.markup import Xml, join, part, tag
from aibrief_report.ooxml.names import DECLARED, IGNORABLE
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.ooxml.runs import Look, run, run_properties

_MARK = Look(style="AnnotationReference")
_STRONG = Look(bold=True)
_TEXT = "AnnotationText"


class WordComment(Struct, frozen=True):
    """A comment: `number` is unique in the document, `date` is ISO 8601. The first line is its heading."""

    number: int
    author: str
    initials: str
    date: str
    lines: tuple[str, ...]

    @property
    def xml(self) -> Xml:
        """The comment as `w:comment`."""
        head, *rest = self.lines
        mark = tag("w:r", run_properties(_MARK), tag("w:annotationRef"))
        paragraphs = (
            WordParagraph(join((mark, run(head, _STRONG))), _TEXT).xml,
            *(WordParagraph(run(line), _TEXT).xml for line in rest),
        )
        return tag(
            "w:comment",
            *paragraphs,
            w_id=self.number,
            w_author=self.author,
            w_date=f"{self.date}T00:00:00Z",
            w_initials=self.initials,
        )


def commented(number: int, content: Xml) -> Xml:
    """Return content as what a comment is about; `number` is the comment's."""
    start, end = (tag(name, w_id=number) for name in ("w:commentRangeStart", "w:commentRangeEnd"))
    mark = tag("w:r", run_properties(_MARK), tag("w:commentReference", w_id=number))
    return join((start, content, end, mark))


def comments_part(comments: Iterable[WordComment]) -> bytes:
    """Return the part of a document's comments."""
    return part("w:comments", f"{DECLARED} {IGNORABLE}", *(one.xml for one in comments))
