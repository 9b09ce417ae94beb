"""Composing: the declaration, the narrative and the ledger become a document, not yet numbered or cited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from aibrief_report.errors import BriefError, Fault, LedgerError, Place
from aibrief_report.inputs.brief import Brief, Correction, brief_folder
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.yaml_text import YamlText
from aibrief_report.ledger.conditions import ConditionReader
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.wording import Wording
from aibrief_report.model.blocks import (
    Block,
    Box,
    Exhibits,
    Figure,
    KeyFigure,
    KeyFigures,
    ListBlock,
    Paragraph,
    Table,
)
from aibrief_report.model.charts import Chart
from aibrief_report.model.document import Author, Document, Meta
from aibrief_report.model.inlines import Strong, Text
from aibrief_report.model.notices import Notice
from aibrief_report.model.numbers import Span
from aibrief_report.model.walk import plain, walk
from aibrief_report.narrative.anchors import ABOUT, CORRECTIONS, FINDINGS
from aibrief_report.narrative.blocks import BlockReader
from aibrief_report.narrative.functions import Functions
from aibrief_report.narrative.markdown import parser
from aibrief_report.narrative.session import Session
from aibrief_report.narrative.tables import TableMaker
from aibrief_report.narrative.texts import Texts
from aibrief_report.narrative.values import Value

DrawFigures = Callable[[Texts], Mapping[str, Figure]]
"""Makes the declared charts; the charts room gives it, which this room does not know."""


@dataclass(frozen=True, slots=True)
class Narrative:
    """A brief to be composed: its declaration with places, and what it is composed from."""

    name: str
    brief: Brief
    source: YamlText
    inputs: Inputs
    ledger: Ledger
    strict: bool = False


def compose(narrative: Narrative, draw_figures: DrawFigures) -> Document:
    """Return the document that a brief's files say. Raises `NarrativeError` with all faults of its files.

    Figures and tables are not numbered yet, citations not formatted, charts not drawn: see `resolve`.
    """
    brief, source = narrative.brief, narrative.source
    session = Session(
        narrative.inputs,
        narrative.ledger,
        brief,
        narrative.name,
        Wording(brief.language),
        strict=narrative.strict,
    )
    _check_language(session, source)
    functions = Functions(session)
    session.define(functions.names(), functions.filters())
    _check_preferences(session, source)
    short_names = _define_short_names(session, source)
    session.claims.reader = ConditionReader(
        functions.conditions(), short_names, lambda quantity: Value(quantity, session)
    )
    markdown = parser(brief.language)
    texts = Texts(session, markdown, source)
    meta = _meta(texts, brief, session.wording)
    front = _front(texts, brief)
    figures = _figures(texts, draw_figures)
    maker = TableMaker(session, texts, functions)
    tables = {key: table for key, one in brief.tables.items() if (table := maker.make(key, one))}
    file = f"{brief_folder(narrative.name)}/{brief.narrative}"
    asked = source.places.get(("narrative",))
    filled = session.fill(narrative.inputs.text(file, "write the brief's text there", asked), Place(file, 1))
    blocks: tuple[Block, ...] = ()
    if filled:  # where a template stopped, nothing can be said of its Markdown
        blocks = BlockReader(session, markdown, figures, tables).read(filled, file)
    back = _back(texts, brief)
    _check_placed(session, source, figures, tables)
    lists = tuple(Exhibits(kind) for kind in brief.lists)
    whole = (*front, *lists, *blocks, *back)
    notices = _notices(session, source, whole)
    session.faults.check()
    _add_drawn(session, functions, whole)
    return Document(
        meta,
        whole,
        numbers=session.numbers,
        claims=session.claims.found,
        dependencies=tuple(dict.fromkeys(session.dependencies)),
        notices=notices,
    )


def _add_drawn(session: Session, functions: Functions, blocks: tuple[Block, ...]) -> None:
    """Add the rows behind charts to the numbers: a mark is a printed number too, and leads to its source."""
    drawn = (block.content for block in walk(blocks) if isinstance(block, Figure))
    for row in dict.fromkeys(row for chart in drawn if isinstance(chart, Chart) for row in chart.rows):
        if row in session.numbers:
            continue
        event = session.ledger.events.get(row)
        if event is not None:
            text = session.wording.date(event.period) or event.period_as_stated
            session.numbers[row] = session.maker.date(event, text, None)
        elif row in session.ledger.observations:
            session.numbers[row] = session.maker.single(functions.quantity_of_row(row), None)


def _notices(session: Session, source: YamlText, blocks: tuple[Block, ...]) -> tuple[Notice, ...]:
    """Return what an author should look at; where the session is strict, these are faults too."""
    session.notices.contests(session.brief, blocks, session.numbers)
    notices = session.notices.tell(session.brief.accept, source)
    for one in notices if session.strict else ():
        session.faults.add(f"{one.message} [{one.code}]", Place(one.span.file, one.span.first), one.hint)
    return notices


def _figures(texts: Texts, draw_figures: DrawFigures) -> Mapping[str, Figure]:
    try:
        return draw_figures(texts)
    except BriefError as error:
        texts.session.faults.take(error)
        return {}


def _define_short_names(session: Session, source: YamlText) -> dict[str, object]:
    """Evaluate the expressions under `short:`, each in sight of those before it."""
    found: dict[str, object] = {}
    for name, expression in session.brief.short.items():
        if name in session.environment.globals:
            hint = "choose another short name"
            session.faults.add(f"{name!r} is a function of templates", source.key_place("short", name), hint)
            continue
        found[name] = session.evaluate(expression, source.place("short", name))
        session.define({name: found[name]}, {})
    return found


def _check_language(session: Session, source: YamlText) -> None:
    """Raise `LedgerError` for a language that has no words for numbers and dates."""
    try:
        session.wording.date(session.brief.date)
    except LedgerError as error:
        fault = error.faults[0]
        raise LedgerError(Fault(fault.message, source.place("language"), fault.hint)) from error


def _check_preferences(session: Session, source: YamlText) -> None:
    # As written: an empty reason is no entry of the brief, and must not be passed over.
    written = source.tree.get("prefer", {}) if isinstance(source.tree, dict) else {}
    for row in written if isinstance(written, dict) else ():
        place = source.key_place("prefer", row)
        try:
            session.ledger.observation(row)
        except BriefError as error:
            session.faults.add(error.faults[0].message, place, error.faults[0].hint)
        if row not in session.brief.prefer:
            session.faults.add(f"why is {row!r} preferred?", place, "write the reason behind the colon")


def _meta(texts: Texts, brief: Brief, wording: Wording) -> Meta:
    title = texts.inlines(brief.title, "title")
    return Meta(
        title=title,
        date=brief.date,
        date_text=wording.date(brief.date),
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
        edition=brief.edition,
        status=brief.status or ("corrected" if brief.corrections else ""),
        replaces=brief.corrections[-1].of if brief.corrections else "",
        toc_pages=brief.toc_pages,
        numbered_headings=brief.numbered_headings,
    )


def _front(texts: Texts, brief: Brief) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if brief.corrections:
        made = tuple(_correction(texts, one, place) for place, one in enumerate(brief.corrections))
        blocks.append(Box((), made, CORRECTIONS, "corrections", span=_span(texts, "corrections")))
    if brief.key_findings:
        items = tuple(
            (_paragraph(texts, finding.text, "key-findings", place, claim=finding.claim),)
            for place, finding in enumerate(brief.key_findings)
        )
        span = _span(texts, "key-findings")
        blocks.append(Box((), (ListBlock(items, span=span),), FINDINGS, "findings", span=span))
    if brief.key_figures:
        figures = tuple(
            KeyFigure(
                texts.inlines(one.value, "key-figures", place, "value"),
                texts.inlines(one.label, "key-figures", place, "label"),
                texts.inlines(one.detail, "key-figures", place, "detail"),
            )
            for place, one in enumerate(brief.key_figures)
        )
        blocks.append(KeyFigures(figures, _span(texts, "key-figures")))
    return tuple(blocks)


def _correction(texts: Texts, one: Correction, place: int) -> Paragraph:
    """Return what was mended, after the day on which it was."""
    made = _paragraph(texts, one.text, "corrections", place, "text")
    day = texts.session.wording.date(one.date)
    return replace(made, inlines=(Strong((Text(day),)), Text("\u2002"), *made.inlines))


def _back(texts: Texts, brief: Brief) -> tuple[Block, ...]:
    parts = (("how-to-cite", brief.how_to_cite), ("about", brief.about), ("disclaimer", brief.disclaimer))
    written = tuple(_paragraph(texts, text, key) for key, text in parts if text)
    return (Box((), written, ABOUT, "about", span=written[0].span),) if written else ()


def _paragraph(texts: Texts, text: str, *path: str | int, claim: str = "") -> Paragraph:
    anchor = "p-" + "-".join(str(part) for part in path)
    inlines = texts.claimed(text, claim, *path) or (Text(""),)
    return Paragraph(inlines, anchor, _span(texts, *path, source=text))


def _span(texts: Texts, *path: str | int, source: str = "") -> Span:
    place = texts.place(*path)
    return Span(place.file, place.line or 1, place.line or 1, source)


def _check_placed(
    session: Session, source: YamlText, figures: Mapping[str, Figure], tables: Mapping[str, Table]
) -> None:
    """Every declared chart and table is placed: one that the text forgot would be lost without a word."""
    placed = {(one.kind, one.key) for one in session.placed}
    for kind, known in (("chart", figures), ("table", tables)):
        for key in known:
            if (kind, key) not in placed and not session.faults.found:
                hint = f'write {{{{ {kind}("{key}") }}}} in a paragraph of its own, or delete it'
                session.faults.add(
                    f"the {kind} {key!r} is placed nowhere", source.place(f"{kind}s", key), hint
                )
