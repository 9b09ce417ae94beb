"""What `brief.yaml` says in words: the title block, and what stands before and behind the text."""

from __future__ import annotations

from msgspec.structs import replace

from aibrief_report.inputs.brief import Brief, Correction, Finding, KeyFigureEntry
from aibrief_report.model.anchors import BRIEF, part_anchor
from aibrief_report.model.blocks import Block, Box, KeyFigure, KeyFigures, ListBlock, Paragraph
from aibrief_report.model.document import Author, Meta
from aibrief_report.model.inlines import Strong, Text
from aibrief_report.model.walk import plain
from aibrief_report.narrative.anchors import ABOUT, CORRECTIONS, FINDINGS
from aibrief_report.narrative.texts import Texts


def title_block(texts: Texts, brief: Brief) -> Meta:
    """Return what the title block says, and what outputs tell of themselves."""
    title = texts.inlines(brief.title, "title")
    texts.keep(part_anchor("title", BRIEF), brief.title, "title")
    texts.keep(part_anchor("subtitle", BRIEF), brief.subtitle, "subtitle")
    return Meta(
        title=title,
        date=brief.date,
        date_text=texts.session.wording.date(brief.date),
        language=brief.language,
        subtitle=texts.inlines(brief.subtitle, "subtitle"),
        genre=brief.genre,
        series=brief.series,
        number=brief.number,
        authors=tuple(Author(one.name, one.affiliation) for one in brief.authors),
        publisher=brief.publisher,
        licence=brief.licence,
        licence_url=brief.licence_url,
        url=brief.url,
        doi=brief.doi,
        keywords=brief.keywords,
        short_title=brief.short_title or plain(title),
        description=texts.plain(brief.description, "description"),
        page=brief.page,
        contents=brief.contents,
        line_numbers=brief.line_numbers,
        edition=brief.edition,
        status=brief.status or ("corrected" if brief.corrections else ""),
        replaces=brief.corrections[-1].of if brief.corrections else "",
        toc_pages=brief.toc_pages,
        numbered_headings=brief.numbered_headings,
    )


def front_matter(texts: Texts, brief: Brief) -> tuple[Block, ...]:
    """Return what stands before the text: corrections, key findings, key figures."""
    blocks: list[Block] = []
    if brief.corrections:
        made = tuple(_correction(texts, one, place) for place, one in enumerate(brief.corrections))
        blocks.append(Box((), made, CORRECTIONS, "corrections", span=texts.span("corrections")))
    if brief.key_findings:
        items = tuple((_finding(texts, finding, place),) for place, finding in enumerate(brief.key_findings))
        span = texts.span("key-findings")
        blocks.append(Box((), (ListBlock(items, span=span),), FINDINGS, "findings", span=span))
    if brief.key_figures:
        figures = tuple(_key_figure(texts, one, place) for place, one in enumerate(brief.key_figures))
        blocks.append(KeyFigures(figures, texts.span("key-figures")))
    return tuple(blocks)


def _correction(texts: Texts, one: Correction, place: int) -> Paragraph:
    """Return what was mended, after the day on which it was."""
    anchor = texts.session.anchors.of_texts("p-correction", one.date, one.text)
    made = _paragraph(texts, one.text, anchor, "corrections", place, "text")
    day = texts.session.wording.date(one.date)
    return replace(made, inlines=(Strong((Text(day),)), Text("\u2002"), *made.inlines))


def back_matter(texts: Texts, brief: Brief) -> tuple[Block, ...]:
    """Return what stands behind the text: how to cite the brief, and what there is to say about it."""
    parts = (("how-to-cite", brief.how_to_cite), ("about", brief.about), ("disclaimer", brief.disclaimer))
    written = tuple(_paragraph(texts, text, f"p-{key}", key) for key, text in parts if text)
    return (Box((), written, ABOUT, "about", span=written[0].span),) if written else ()


def _finding(texts: Texts, finding: Finding, place: int) -> Paragraph:
    anchor = texts.session.anchors.of_texts("p-key-findings", finding.text)
    return _paragraph(texts, finding.text, anchor, "key-findings", place, claim=finding.claim)


def _key_figure(texts: Texts, entry: KeyFigureEntry, place: int) -> KeyFigure:
    anchor = texts.session.anchors.of_texts("key-figure", entry.value, entry.label, entry.detail)
    path = ("key-figures", place)
    for part in ("value", "label", "detail"):
        texts.keep(part_anchor(part, anchor), getattr(entry, part), *path, part)
    return KeyFigure(
        texts.inlines(entry.value, *path, "value"),
        texts.inlines(entry.label, *path, "label"),
        texts.inlines(entry.detail, *path, "detail"),
        anchor,
    )


def _paragraph(texts: Texts, text: str, anchor: str, *path: str | int, claim: str = "") -> Paragraph:
    inlines = texts.claimed(text, claim, *path) or (Text(""),)
    return Paragraph(inlines, anchor, texts.span(*path, source=text))
