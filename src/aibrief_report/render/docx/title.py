"""The title block: what kind of paper it is, its title, who wrote it, when, and under which licence."""

from __future__ import annotations

from aibrief_report.model.document import Author, Meta
from aibrief_report.model.inlines import Inlines, Link, Text
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.ooxml.runs import run
from aibrief_report.render.docx.draft import Draft
from aibrief_report.render.docx.inlines import write_inlines

_BETWEEN = " · "


def write_title(draft: Draft) -> list[WordParagraph]:
    """Return the paragraphs of the title block; what the brief does not say is left out."""
    meta = draft.document.meta
    authors = "; ".join(_author(one) for one in meta.authors)
    lines = (
        ("BriefLabel", run(_BETWEEN.join(_label(draft, meta)))),
        ("Title", write_inlines(draft, meta.title)),
        ("Subtitle", write_inlines(draft, meta.subtitle)),
        ("BriefAuthors", run(authors)),
        ("BriefDetails", write_inlines(draft, _details(meta))),
    )
    return [WordParagraph(content, style) for style, content in lines if content]


def _label(draft: Draft, meta: Meta) -> list[str]:
    number = draft.words["number-sign"].format(number=meta.number) if meta.number else ""
    series = " ".join(part for part in (meta.series, number) if part)
    return [part for part in (meta.genre, series) if part]


def _author(author: Author) -> str:
    return f"{author.name}, {author.affiliation}" if author.affiliation else author.name


def _details(meta: Meta) -> Inlines:
    licence = (Text(meta.licence),) if meta.licence else ()
    linked: Inlines = (Link(meta.licence_url, licence),) if licence and meta.licence_url else licence
    words = _BETWEEN.join(part for part in (meta.date_text, meta.publisher) if part)
    between = _BETWEEN if words and linked else ""
    return (Text(words + between), *linked)
