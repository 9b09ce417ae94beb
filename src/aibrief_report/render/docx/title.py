"""The title block: what kind of paper it is, its title, and who published it when, under which licence."""

from __future__ import annotations

from collections.abc import Sequence

from aibrief_report.model.anchors import BRIEF
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import Inlines, LineBreak, Link, Text
from aibrief_report.ooxml.markup import Xml, join
from aibrief_report.ooxml.paragraphs import TabStop, WordParagraph
from aibrief_report.ooxml.runs import PLAIN, Look, run, tab
from aibrief_report.ooxml.tables import WordTable, cell, row
from aibrief_report.render.docx.draft import Draft, Flow
from aibrief_report.render.docx.inlines import write_inlines
from aibrief_report.render.docx.logo import logo
from aibrief_report.render.docx.pieces import Piece, cell_content
from aibrief_report.render.docx.table_styles import BOX_SIDE
from aibrief_report.render.docx.widths import Need, line_width, share
from aibrief_report.render.imprint import version_lines

_SERIES = Look(style="BriefSeries")
_UNDER_LOGO = 10.0
"""The space beneath a logo that stands above the label, in points."""
_APART = 14.0
"""The space between the columns of the imprint, in points."""


def write_title(draft: Draft, flow: Flow) -> list[Piece]:
    """Return the title block; what the brief does not say is left out."""
    meta = draft.document.meta
    lines = (
        ("BriefLabel", _label(draft)),
        ("Title", draft.mark_part("title", BRIEF, write_inlines(draft, meta.title))),
        ("Subtitle", draft.mark_part("subtitle", BRIEF, write_inlines(draft, meta.subtitle))),
    )
    # The first line has a stop at the right, for a logo.
    stops = {"BriefLabel": (TabStop(flow.width, "right"),)} if _stands_aside(draft) else {}
    told = [WordParagraph(content, style, tabs=stops.get(style, ())) for style, content in lines if content]
    if draft.theme.logo and draft.theme.manners.cover.logo == "left":
        told = [WordParagraph(logo(draft), "BriefLabel", after=_UNDER_LOGO), *told]
    if draft.theme.manners.cover.style == "band":
        return [_band(draft, told, flow)]
    return [*told, *_imprint(draft, flow)]


def _label(draft: Draft) -> Xml:
    """Return what kind of paper it is, and the logo where that stands at the right."""
    meta, words = draft.document.meta, draft.document.words
    number = words["number-sign"].format(number=meta.number) if meta.number else ""
    series = " ".join(part for part in (meta.series, number) if part)
    kind = join((run(meta.genre), run(f"\u2003{series}" if series else "", _SERIES)))
    return join((kind, tab(), logo(draft))) if _stands_aside(draft) else kind


def _stands_aside(draft: Draft) -> bool:
    return bool(draft.theme.logo) and draft.theme.manners.cover.logo == "right"


def _band(draft: Draft, told: Sequence[Piece], flow: Flow) -> WordTable:
    """Return the title block as one table on a ground: the title over the whole of it, then the imprint."""
    columns = _columns_of(draft) or [("", ())]
    edges = [[0.0, 0.0] for _ in columns]
    edges[0][0] = edges[-1][1] = BOX_SIDE
    size = draft.theme.sizes.small
    needs = [_width(*column, size) + sum(edge) for column, edge in zip(columns, edges, strict=True)]
    widths = _columns(needs, flow.whole)
    imprint = (
        cell(_imprint_cell(draft, *column), width, sides=(edge[0], edge[1]))
        for column, edge, width in zip(columns, edges, widths, strict=True)
    )
    head = cell(cell_content(told), flow.whole, span=len(columns), sides=(BOX_SIDE, BOX_SIDE))
    rows = (row(head), row(*imprint))
    return WordTable("BriefImprintTable", widths, rows, caption=draft.document.meta.genre, indent=-flow.side)


def _columns_of(draft: Draft) -> list[tuple[str, Inlines]]:
    return [(label, value) for label, value in _rows(draft.document) if value]


def _imprint(draft: Draft, flow: Flow) -> list[WordTable]:
    """Return authors, date, publisher, licence and version side by side, each under its name."""
    columns = _columns_of(draft)
    if not columns:
        return []
    size = draft.theme.sizes.small
    widths = _columns([_width(label, value, size) for label, value in columns], flow.whole)
    cells = (
        cell(_imprint_cell(draft, label, value), width)
        for (label, value), width in zip(columns, widths, strict=True)
    )
    name = draft.words["comma"].join(label for label, _ in columns)
    return [WordTable("BriefImprintTable", widths, (row(*cells),), caption=name, indent=-flow.side)]


def _columns(needs: Sequence[float], whole: float) -> tuple[float, ...]:
    """Return widths that follow the words, and leave to the last column what is over."""
    rest = whole - sum(needs)
    if rest < 0:
        return share([Need(0.0, need) for need in needs], whole)
    return (*needs[:-1], needs[-1] + rest)


def _rows(document: Document) -> Sequence[tuple[str, Inlines]]:
    meta, words = document.meta, document.words
    return (
        (words["authors"], _authors(document)),
        (words["date"], _text(meta.date_text)),
        (words["publisher"], _text(meta.publisher)),
        (words["licence"], _licence(document)),
        *((label, _text(line)) for label, line in version_lines(document)),
    )


def _imprint_cell(draft: Draft, label: str, value: Inlines) -> Xml:
    look = Look(style="BriefBandLink") if draft.theme.manners.cover.style == "band" else PLAIN
    lines = (("BriefImprintLabel", run(label)), ("BriefImprint", write_inlines(draft, value, look)))
    return cell_content([WordParagraph(content, style) for style, content in lines])


def _width(label: str, value: Inlines, size: float) -> float:
    lines = [label, *(part.text for part in value if isinstance(part, Text))]
    return max(line_width(line, size) for line in lines) + _APART


def _authors(document: Document) -> Inlines:
    lines = [line for author in document.meta.authors for line in (author.name, author.affiliation) if line]
    return tuple(part for line in lines for part in (Text(line), LineBreak()))[:-1]


def _licence(document: Document) -> Inlines:
    meta = document.meta
    words = _text(meta.licence or meta.licence_url)
    return (Link(meta.licence_url, words),) if meta.licence_url else words


def _text(text: str) -> Inlines:
    return (Text(text),) if text else ()
