"""Captions: a label that Word counts and refers to, then the title."""

from __future__ import annotations

import re

from aibrief_report.model.blocks import Box, Figure, Table
from aibrief_report.model.inlines import Citation, Inlines
from aibrief_report.model.walk import walk
from aibrief_report.ooxml.fields import sequence
from aibrief_report.ooxml.markup import NOTHING, Xml, join
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.ooxml.runs import Look, line_break, run, tab
from aibrief_report.render.docx.draft import Draft, Flow
from aibrief_report.render.docx.inlines import unbroken, write_inlines
from aibrief_report.render.docx.manners import labels_hang
from aibrief_report.theme.tokens import Theme

_LABEL = Look(style="BriefNumberLabel")
_APART = "\u2002"
"""What stands between label and title where no side column parts them: an en space."""
_COUNTED = re.compile(r"(?P<name>\D+?)(?P<space>\s*)(?P<number>[1-9]\d*)")


def label_of(draft: Draft, block: Box | Figure | Table) -> Xml:
    """Return "Figure 1", the bookmark that cross-references show; nothing for a block without a label."""
    return draft.mark(block.anchor, _counted(draft, block.label)) if block.label else NOTHING


def title_of(draft: Draft, block: Box | Figure | Table) -> Xml:
    """Return a block's title; it is the place that links lead to where there is no label."""
    words = draft.remark(block.anchor, write_inlines(draft, block.title))
    title = draft.mark_part("title", block.anchor, words)
    return title if block.label else draft.mark(block.anchor, title)


def caption(draft: Draft, block: Figure | Table, flow: Flow) -> list[WordParagraph]:
    """Return the paragraphs above a figure or table: label and title, then what is measured.

    They are two, because Word lists the whole paragraph of a caption in a list of figures.
    """
    label, title = label_of(draft, block), title_of(draft, block)
    head = join((label, label_apart(draft.theme, flow.side) if label and title else NOTHING, title))
    detail = draft.mark_part("subtitle", block.anchor, write_inlines(draft, block.subtitle))
    # What stands beside no label, or without a side column, does not hang; what stands at the edge does.
    stays = bool(label) or not labels_hang(draft.theme, flow.side)
    indent = None if flow.side and stays else 0.0
    found = []
    if head:
        after = 0.0 if detail else None
        found.append(WordParagraph(head, "Caption", after=after, indent=indent, hanging=indent))
    if detail:
        found.append(WordParagraph(detail, "BriefCaptionDetail"))
    return found


def label_apart(theme: Theme, side: float) -> Xml:
    """Return what parts label and title, beside a side column of a width: as the theme sets labels."""
    if theme.manners.captions.label == "line":
        return line_break()
    return tab() if labels_hang(theme, side) else run(_APART)


def counted_name(label: str) -> str:
    """Return the name under which Word counts a label: "Figure" for "Figure 1"; empty for one it does not."""
    found = _COUNTED.fullmatch(label)
    return re.sub(r"\W", "_", found["name"]) if found else ""


def notes(draft: Draft, block: Figure | Table) -> list[WordParagraph]:
    """Return the lines beneath a figure or table: its note, then its sources."""
    word = "sources" if _count_sources(block.sources) > 1 else "source"
    told = draft.mark_part("note", block.anchor, write_inlines(draft, block.note))
    note = _line(draft, draft.words["note"], told)
    sources = _line(draft, draft.words[word], write_inlines(draft, block.sources))
    lines = [one for one in (note, sources) if one]
    last = len(lines) - 1
    return [
        WordParagraph(
            one,
            "BriefNote",
            keep_next=None if place == last else True,
            before=1.0 if place else None,
            after=below(draft.theme) if place == last else None,
        )
        for place, one in enumerate(lines)
    ]


def below(theme: Theme) -> float:
    """Return the space beneath a figure or table in points."""
    return 0.81 * theme.spacing.block


def _line(draft: Draft, label: str, content: Xml) -> Xml:
    return join((run(f"{label}{draft.words['colon']}"), content)) if content else NOTHING


def _counted(draft: Draft, label: str) -> Xml:
    """Return a label whose number Word counts; one that is no plain count stays as it is."""
    found = _COUNTED.fullmatch(label)
    if not found:
        return run(unbroken(label), _LABEL)
    name = counted_name(label)
    restart = draft.count(name, int(found["number"]))
    before = run(unbroken(found["name"] + found["space"]), _LABEL)
    return join((before, sequence(name, found["number"], restart, _LABEL)))


def _count_sources(inlines: Inlines) -> int:
    return len({item.key for one in walk(inlines) if isinstance(one, Citation) for item in one.items})
