"""The reference list: an entry a paragraph, each the place that citations lead to."""

from __future__ import annotations

from aibrief_report.model.document import Reference
from aibrief_report.ooxml.markup import join
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.ooxml.runs import run, tab
from aibrief_report.render.anchors import reference_anchor
from aibrief_report.render.docx.draft import Draft
from aibrief_report.render.docx.inlines import write_inlines
from aibrief_report.render.docx.widths import line_width

_AFTER_LABEL = 6.0


def write_references(draft: Draft) -> list[WordParagraph]:
    """Return the entries, with the marks of numbered styles ("[1]") in a column of their own."""
    labels = [one.label for one in draft.document.references if one.label]
    size = draft.theme.sizes.small
    room = max((line_width(label, size) for label in labels), default=0.0) + _AFTER_LABEL if labels else None
    return [_entry(draft, one, room) for one in draft.document.references]


def _entry(draft: Draft, reference: Reference, room: float | None) -> WordParagraph:
    words = write_inlines(draft, reference.inlines)
    if reference.label:
        words = join((run(reference.label), tab(), words))
    content = draft.mark(reference_anchor(reference.key), words)
    return WordParagraph(content, "Bibliography", indent=room, hanging=room)
