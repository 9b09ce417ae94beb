"""The annex "Where each number comes from" as a table: a row a number, chart or table."""

from __future__ import annotations

from collections.abc import Iterable

from aibrief_report.ooxml.markup import NOTHING, Xml, join
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.ooxml.runs import Look, run
from aibrief_report.ooxml.tables import WordTable, cell, row
from aibrief_report.render.annex import CONTESTED, AnnexEntry
from aibrief_report.render.docx.draft import Draft, Flow
from aibrief_report.render.docx.inlines import CONTESTED_LOOK, write_inlines
from aibrief_report.render.docx.pieces import Piece, cell_content
from aibrief_report.render.facts import Fact, facts, subject

_LABEL = Look(style="BriefUnit")
_PRINTED = Look(style="BriefAnnexNumber")
_NUMBERS = 74.0
"""The width of the column of numbers in points, as in the PDF."""
_APART = "\u2002"


def write_annex(draft: Draft, flow: Flow) -> list[Piece]:
    """Return what the annex says: a sentence, then the table."""
    words = draft.words
    widths = (_NUMBERS, flow.whole - _NUMBERS)
    heads = zip((words["number"], words["measures"]), widths, strict=True)
    table = WordTable(
        "BriefAnnexTable",
        widths,
        (
            row(*(_head(one, width) for one, width in heads), repeat=True),
            *(_row(draft, entry, widths) for entry in draft.annex.entries),
        ),
        caption=words["numbers"],
        description=words["annex-note"],
        header_row=True,
        header_column=True,
        indent=-flow.side,
    )
    return [WordParagraph(run(words["annex-note"]), "BriefLead", keep_next=True), table]


def _head(words: str, width: float) -> Xml:
    return cell(WordParagraph(run(words), "BriefTableHeading").xml, width, vertical="bottom")


def _row(draft: Draft, entry: AnnexEntry, widths: tuple[float, float]) -> Xml:
    told = [_fact(draft, one) for one in facts(entry, draft.words)]
    between = run(_APART)
    line = join(part for place, one in enumerate(told) for part in (between if place else NOTHING, one))
    contents = (
        _paragraphs([draft.mark(entry.anchor, _printed(entry))]),
        _paragraphs([run(subject(entry, draft.words)), line]),
    )
    return row(*(cell(content, width) for content, width in zip(contents, widths, strict=True)))


def _printed(entry: AnnexEntry) -> Xml:
    mark = run(CONTESTED, CONTESTED_LOOK) if entry.contested else NOTHING
    return join((run(entry.printed, _PRINTED), mark))


def _fact(draft: Draft, fact: Fact) -> Xml:
    """Return a fact after its label, which stays with its first word."""
    colon = draft.words["colon"]
    label = f"{fact.label}{colon.rstrip()}" + ("\u00a0" if colon.endswith(" ") else "")
    return join((run(label, _LABEL), write_inlines(draft, fact.inlines)))


def _paragraphs(lines: Iterable[Xml]) -> Xml:
    return cell_content([WordParagraph(line, "BriefAnnexText") for line in lines if line])
