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
_SHARES = (0.17, 0.61, 0.22)
_LINES: tuple[tuple[Role, ...], ...] = (
    ("value", "status", "formula", "range"),
    ("source",),
    ("rivals",),
    ("verdict", "contest", "rows"),
)
"""The facts of an entry line by line; what shares a line is told in one breath."""
_APART = "\u2002"


def write_annex(draft: Draft, flow: Flow) -> list[Piece]:
    """Return what the annex says: a sentence, then the table."""
    words = draft.words
    widths = tuple(flow.whole * share for share in _SHARES)
    heads = (words["number"], words["measures"], words["printed-in"])
    header = row(*(_head(one, width) for one, width in zip(heads, widths, strict=True)), repeat=True)
    table = WordTable(
        "BriefTable",
        widths,
        (header, *(_row(draft, entry, widths) for entry in draft.annex.entries)),
        caption=words["numbers"],
        header_row=True,
        header_column=True,
        indent=-flow.side,
    )
    return [WordParagraph(run(words["annex-note"]), keep_next=True, indent=-flow.side), table]


def _head(words: str, width: float) -> Xml:
    return cell(WordParagraph(run(words), "BriefTableHeading").xml, width, vertical="bottom")


def _row(draft: Draft, entry: AnnexEntry, widths: tuple[float, ...]) -> Xml:
    found = facts(entry, draft.words)
    told = [_line(draft, [one for one in found if one.role in roles]) for roles in _LINES]
    places = [write_inlines(draft, one.inlines) for one in found if one.role == "places"]
    contents = (
        _paragraphs([draft.mark(entry.anchor, _printed(entry))]),
        _paragraphs([run(subject(entry, draft.words), _PRINTED), *told]),
        _paragraphs(places),
    )
    return row(*(cell(content, width) for content, width in zip(contents, widths, strict=True)))


def _printed(entry: AnnexEntry) -> Xml:
    mark = run(CONTESTED, _MARK) if entry.contested else NOTHING
    return join((run(entry.printed, _PRINTED), mark))


def _line(draft: Draft, found: Iterable[Fact]) -> Xml:
    """Return facts one after the other, each after its label."""
    lines = [join((run(f"{one.label} ", _LABEL), write_inlines(draft, one.inlines))) for one in found]
    return join(part for place, line in enumerate(lines) for part in (run(_APART if place else ""), line))


def _paragraphs(lines: Iterable[Xml]) -> Xml:
    return cell_content([WordParagraph(line, "BriefAnnexText") for line in lines if line])
