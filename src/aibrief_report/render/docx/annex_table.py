"""The annex "Where each number comes from" as a table: a row a number, chart or table."""

from __future__ import annotations

from collections.abc import Iterable

from aibrief_report.ooxml.markup import NOTHING, Xml, join
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.ooxml.runs import Look, run
from aibrief_report.ooxml.tables import WordTable, cell, row
from aibrief_report.render.annex import CONTESTED, AnnexEntry
from aibrief_report.render.docx.draft import Draft, Flow
from aibrief_report.render.docx.inlines import write_inlines
from aibrief_report.render.docx.pieces import Piece, cell_content
from aibrief_report.render.facts import Fact, Role, facts, subject

_LABEL = Look(style="BriefUnit")
_MARK = Look(style="BriefContested")
_PRINTED = Look(style="BriefGroup")
_SHARES = (0.17, 0.34, 0.30, 0.19)
_COLUMNS: tuple[tuple[Role, ...], ...] = (
    ("value", "status", "formula", "range", "verdict", "contest"),
    ("source", "rivals", "rows"),
    ("places",),
)
_UNLABELLED = ("source", "places")
"""Facts that the head of their column names already."""


def write_annex(draft: Draft, flow: Flow) -> list[Piece]:
    """Return what the annex says: a sentence, then the table."""
    words = draft.words
    widths = tuple(flow.whole * share for share in _SHARES)
    heads = (words["number"], words["measures"], words["sources"], words["printed-in"])
    header = row(*(_head(one, width) for one, width in zip(heads, widths, strict=True)), repeat=True)
    rows = (_row(draft, entry, widths) for entry in draft.annex.entries)
    table = WordTable(
        "BriefTable",
        widths,
        (header, *rows),
        caption=words["numbers"],
        header_row=True,
        header_column=True,
        indent=-flow.side,
    )
    return [WordParagraph(run(words["annex-note"]), indent=-flow.side), table]


def _head(words: str, width: float) -> Xml:
    return cell(WordParagraph(run(words), "BriefTableHeading").xml, width, vertical="bottom")


def _row(draft: Draft, entry: AnnexEntry, widths: tuple[float, ...]) -> Xml:
    printed = draft.mark(entry.anchor, _printed(entry))
    found = facts(entry, draft.words)
    lines = [[_line(draft, one) for one in _of(found, roles)] for roles in _COLUMNS]
    lines[0].insert(0, run(subject(entry, draft.words)))
    contents = (_paragraphs((printed,)), *(_paragraphs(group) for group in lines))
    return row(*(cell(content, width) for content, width in zip(contents, widths, strict=True)))


def _printed(entry: AnnexEntry) -> Xml:
    mark = run(CONTESTED, _MARK) if entry.contested else NOTHING
    return join((run(entry.printed, _PRINTED), mark))


def _of(found: Iterable[Fact], roles: tuple[Role, ...]) -> list[Fact]:
    return [one for one in found if one.role in roles]


def _line(draft: Draft, fact: Fact) -> Xml:
    label = NOTHING if fact.role in _UNLABELLED else run(f"{fact.label}{draft.words['colon']}", _LABEL)
    return join((label, write_inlines(draft, fact.inlines)))


def _paragraphs(lines: Iterable[Xml]) -> Xml:
    return cell_content([WordParagraph(line, "BriefTableText") for line in lines if line])
