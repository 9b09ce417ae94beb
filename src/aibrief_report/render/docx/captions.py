"""Captions: a label that Word counts and refers to, then the title."""

from __future__ import annotations

import re

from aibrief_report.model.blocks import Box, Figure, Table
from aibrief_report.model.inlines import Citation, Inlines
from aibrief_report.model.walk import walk
from aibrief_report.ooxml.fields import sequence
from aibrief_report.ooxml.markup import NOTHING, Xml, join
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.ooxml.runs import Look, run
from aibrief_report.render.docx.draft import Draft
from aibrief_report.render.docx.inlines import write_inlines

_LABEL = Look(style="BriefNumberLabel")
_COUNTED = re.compile(r"(?P<name>\D+?)(?P<space>\s*)(?P<number>[1-9]\d*)")


def titled(draft: Draft, block: Box | Figure | Table) -> Xml:
    """Return "Figure 1. Title"; the label is the bookmark that cross-references show."""
    title = write_inlines(draft, block.title)
    if not block.label:
        return draft.mark(block.anchor, title)
    label = draft.mark(block.anchor, _label(draft, block.label))
    return join((label, run(draft.words["stop"] if title else "", _LABEL), title))


def caption(draft: Draft, block: Figure | Table) -> list[WordParagraph]:
    """Return the paragraphs above a figure or table: label and title, then what is measured."""
    words = titled(draft, block)
    found = [WordParagraph(words, "Caption")] if words else []
    if block.subtitle:
        found.append(WordParagraph(write_inlines(draft, block.subtitle), "BriefCaptionDetail"))
    return found


def notes(draft: Draft, block: Figure | Table) -> list[WordParagraph]:
    """Return the lines beneath a figure or table: its note, then its sources."""
    word = "sources" if _count_sources(block.sources) > 1 else "source"
    lines = (
        _line(draft, draft.words["note"], block.note),
        _line(draft, draft.words[word], block.sources),
    )
    return [WordParagraph(one, "BriefNote") for one in lines if one]


def _line(draft: Draft, label: str, inlines: Inlines) -> Xml:
    if not inlines:
        return NOTHING
    return join((run(f"{label}{draft.words['colon']}"), write_inlines(draft, inlines)))


def _label(draft: Draft, label: str) -> Xml:
    """Return a label whose number Word counts; one that is no plain count stays as it is."""
    found = _COUNTED.fullmatch(label)
    if not found:
        return run(label, _LABEL)
    name = re.sub(r"\W", "_", found["name"])
    restart = draft.count(name, int(found["number"]))
    before = run(found["name"] + found["space"], _LABEL)
    return join((before, sequence(name, found["number"], restart, _LABEL)))


def _count_sources(inlines: Inlines) -> int:
    return len({item.key for one in walk(inlines) if isinstance(one, Citation) for item in one.items})
