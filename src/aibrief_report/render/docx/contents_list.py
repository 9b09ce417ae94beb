"""The table of contents: a field that Word can update, with its entries already in it.

Its entries bear no page numbers: those are known only to whoever lays out the pages.
"""

from __future__ import annotations

from aibrief_report.ooxml.controls import contents_control
from aibrief_report.ooxml.fields import field_end, field_start, inner_link
from aibrief_report.ooxml.markup import Xml, join
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.ooxml.runs import run
from aibrief_report.render.docx.draft import Draft
from aibrief_report.render.docx.pieces import Raw
from aibrief_report.render.docx.targets import Entry, contents

_DEEPEST = 2
_FEWEST = 3
"""A brief of fewer headings than this needs no contents."""


def write_contents(draft: Draft) -> list[Raw]:
    """Return the table of contents; nothing for a brief of few headings, or that wants none."""
    entries = contents(draft.document, _DEEPEST)
    if not draft.document.meta.contents or len(entries) < _FEWEST:
        return []
    title = WordParagraph(run(draft.words["contents"]), "TOCHeading")
    paragraphs = [_line(entry, _field(place, len(entries))) for place, entry in enumerate(entries)]
    return [Raw(contents_control(draft.ids.control("contents"), join((title.xml, *paragraphs))))]


def _field(place: int, count: int) -> tuple[Xml, Xml]:
    """Return what stands before and after an entry: the field starts in the first and ends in the last."""
    before = field_start(f'TOC \\o "1-{_DEEPEST}" \\n \\h \\z \\u') if place == 0 else Xml("")
    return before, field_end() if place == count - 1 else Xml("")


def _line(entry: Entry, around: tuple[Xml, Xml]) -> Xml:
    before, after = around
    link = inner_link(entry.anchor, run(entry.words))
    return WordParagraph(join((before, link, after)), f"TOC{entry.level}").xml
