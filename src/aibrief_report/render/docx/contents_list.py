"""The table of contents: a field that Word can update, with its entries already in it.

Its entries bear no page numbers: those are known only to whoever lays out the pages.
"""

from __future__ import annotations

from collections.abc import Sequence

from aibrief_report.ooxml.controls import contents_control
from aibrief_report.ooxml.fields import field_end, field_start, inner_link
from aibrief_report.ooxml.markup import NOTHING, Xml, join
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.ooxml.runs import run
from aibrief_report.render.docx.draft import Draft
from aibrief_report.render.docx.pieces import Raw
from aibrief_report.render.docx.targets import Entry, contents

_DEEPEST = 2
_BELOW = 12.0
_FEWEST = 4
"""A brief of fewer headings than this needs no contents."""


def write_contents(draft: Draft) -> list[Raw]:
    """Return the table of contents; nothing for a brief of few headings, or that wants none."""
    entries = contents(draft.document, _DEEPEST)
    if not draft.document.meta.contents or len(entries) < _FEWEST:
        return []
    title = WordParagraph(run(draft.words["contents"]), "TOCHeading")
    paragraphs = [_line(entries, place) for place in range(len(entries))]
    return [Raw(contents_control(draft.ids.control("contents"), join((title.xml, *paragraphs))))]


def _line(entries: Sequence[Entry], place: int) -> Xml:
    """Return an entry; the field starts in the first and ends in the last. None stands alone on a page."""
    entry, last = entries[place], place == len(entries) - 1
    before = field_start(f'TOC \\o "1-{_DEEPEST}" \\n \\h \\z \\u') if place == 0 else NOTHING
    link = inner_link(entry.anchor, run(entry.words))
    content = join((before, link, field_end() if last else NOTHING))
    after = _BELOW if last else None
    kept = place == 0 or place == len(entries) - 2
    return WordParagraph(content, f"TOC{entry.level}", keep_next=True if kept else None, after=after).xml
