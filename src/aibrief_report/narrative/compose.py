"""Composing: the declaration, the narrative and the ledger become a document, not yet numbered or cited."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from aibrief_report.errors import BriefError, Fault, LedgerError, Place
from aibrief_report.inputs.brief import Brief, brief_folder
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.yaml_text import YamlText
from aibrief_report.ledger.conditions import ConditionReader
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.wording import Wording
from aibrief_report.model.anchors import part_anchor
from aibrief_report.model.blocks import Block, Exhibits, Figure, Table
from aibrief_report.model.charts import Chart
from aibrief_report.model.document import Document, InputText
from aibrief_report.model.notices import Notice
from aibrief_report.model.walk import walk
from aibrief_report.narrative.blocks import BlockReader
from aibrief_report.narrative.contests import contests
from aibrief_report.narrative.functions import Functions
from aibrief_report.narrative.markdown import parser
from aibrief_report.narrative.matter import back_matter, front_matter, title_block
from aibrief_report.narrative.session import Session
from aibrief_report.narrative.tables import TableMaker
from aibrief_report.narrative.texts import Texts
from aibrief_report.narrative.values import Nothing, Value

DrawFigures = Callable[[Texts], Mapping[str, Figure]]
"""Makes the declared charts; the charts room gives it, which this room does not know."""


class Narrative(Struct, frozen=True):
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
    faulty = frozenset(name for name, value in short_names.items() if isinstance(value, Nothing))
    session.claims.reader = ConditionReader(
        functions.conditions(), short_names, lambda quantity: Value(quantity, session), faulty
    )
    markdown = parser(brief.language)
    texts = Texts(session, markdown, source)
    meta = title_block(texts, brief)
    front = front_matter(texts, brief)
    figures = _figures(texts, brief, draw_figures)
    maker = TableMaker(session, texts, functions)
    tables = {key: table for key, one in brief.tables.items() if (table := maker.make(key, one))}
    file = f"{brief_folder(narrative.name)}/{brief.narrative}"
    asked = source.places.get(("narrative",))
    filled = session.fill(narrative.inputs.text(file, "write the brief's text there", asked), Place(file, 1))
    blocks: tuple[Block, ...] = ()
    if filled:  # where a template stopped, nothing can be said of its Markdown
        blocks = BlockReader(session, markdown, figures, tables).read(filled, file)
    back = back_matter(texts, brief)
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
        contests=contests(session),
        passages=dict(sorted(session.passages.items())),
        inputs=_inputs(session, source, file),
    )


def _inputs(session: Session, source: YamlText, narrative: str) -> tuple[InputText, ...]:
    """Return the texts that the author wrote: the declaration, the narrative, and what it included."""
    names = dict.fromkeys((source.file, narrative, *sorted(session.included)))
    return tuple(InputText(name, session.inputs.text(name)) for name in names)


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
    session.notices.drawn(blocks)
    session.notices.contests(session.brief, blocks, session.numbers)
    notices = session.notices.tell(session.brief.accept, source)
    for one in notices if session.strict else ():
        session.faults.add(f"{one.message} [{one.code}]", Place(one.span.file, one.span.first), one.hint)
    return notices


def _figures(texts: Texts, brief: Brief, draw_figures: DrawFigures) -> Mapping[str, Figure]:
    for key, entry in brief.charts.items():
        for part in ("title", "subtitle", "note"):
            texts.keep(part_anchor(part, f"fig-{key}"), getattr(entry, part), "charts", key, part)
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
