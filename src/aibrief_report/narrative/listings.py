"""Listings: tables whose rows are rows of the ledger, and whose columns show what is known of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from aibrief_report.errors import Fault, NarrativeError, Place
from aibrief_report.inputs.brief import ColumnEntry, TableEntry
from aibrief_report.inputs.nearest import nearest
from aibrief_report.ledger.records import Event, Observation
from aibrief_report.ledger.sources import source_name
from aibrief_report.model.blocks import Row
from aibrief_report.model.inlines import Citation, CiteItem, Inlines, Text
from aibrief_report.narrative.functions import Functions
from aibrief_report.narrative.session import Session
from aibrief_report.narrative.texts import Texts
from aibrief_report.narrative.values import DateValue, Value

Show = Callable[[], Inlines]


class Listing(Struct, frozen=True):
    """The cells of every row by what they show, made only when asked for; and the usual columns."""

    usual: tuple[ColumnEntry, ...]
    records: tuple[Mapping[str, Show], ...]

    def rows(self, shows: Sequence[str], place: Place) -> tuple[Row, ...]:
        """Return the rows for some columns. Raises `NarrativeError` for a column that shows nothing."""
        known = self.records[0] if self.records else {}
        for show in shows:
            if show not in known:
                hint = nearest(show, known) or f"show one of: {', '.join(known)}"
                raise NarrativeError(Fault(f"a column cannot show {show!r}", place, hint))
        return tuple(Row(tuple(cells[show]() for show in shows)) for cells in self.records)


def observation_listing(
    entry: TableEntry, session: Session, texts: Texts, functions: Functions, place: Place
) -> Listing:
    """Return the listing of the observations that an entry selects."""
    rows = _selected(entry, session)
    usual = (
        ColumnEntry.model_validate({"heading": "What", "show": "what"}),
        ColumnEntry.model_validate({"heading": "Area", "show": "area"}),
        ColumnEntry.model_validate({"heading": "Period", "show": "period"}),
        ColumnEntry.model_validate({"heading": "Value", "show": "value", "align": "right"}),
        ColumnEntry.model_validate({"heading": "Source", "show": "source"}),
    )
    return Listing(usual, tuple(_observation(row, session, texts, functions, place) for row in rows))


def _selected(entry: TableEntry, session: Session) -> tuple[Observation, ...]:
    ledger = session.ledger
    keys = entry.rows or (ledger.contest(entry.contest).rows if entry.contest else ())
    if keys:
        return tuple(ledger.observation(key) for key in keys)
    found = ledger.select(entry.indicator, entry.areas, entry.periods, entry.reading)
    if not found:
        raise NarrativeError(Fault("the table selects no row", hint="see what there is with: aibrief data"))
    return found


def _observation(
    row: Observation, session: Session, texts: Texts, functions: Functions, place: Place
) -> Mapping[str, Show]:
    ledger, wording = session.ledger, session.wording
    indicator, area = ledger.indicators[row.indicator], ledger.areas[row.area]

    def value() -> Inlines:
        quantity = functions.quantity_of_row(row.id)
        return texts.number(Value(quantity, session), f'row("{row.id}")', place)

    return {
        "what": lambda: (Text(indicator.title),),
        "area": lambda: (Text(area.short),),
        "period": lambda: (Text(wording.date(row.period) or row.period_as_stated),),
        "stated": lambda: (Text(row.period_as_stated),),
        "value": value,
        "unit": lambda: (Text(wording.unit(row.unit)),),
        "source": lambda: (Citation((CiteItem(row.source),)),),
        "origin": lambda: (Text(source_name(ledger.sources[row.producer])),),
        "credited": lambda: (Text(row.credited_to),),
        "reading": lambda: (Text(row.reading.replace("-", " ")),),
        "locator": lambda: (Text(row.locator),),
        "definition": lambda: (Text(indicator.definition),),
        "note": lambda: (Text(row.note),),
    }


def event_listing(
    entry: TableEntry, session: Session, texts: Texts, functions: Functions, place: Place
) -> Listing:
    """Return the listing of the events that an entry names."""
    events = tuple(session.ledger.event(key) for key in entry.events)
    usual = (
        ColumnEntry.model_validate({"heading": "Date", "show": "date"}),
        ColumnEntry.model_validate({"heading": "Area", "show": "area"}),
        ColumnEntry.model_validate({"heading": "What", "show": "title"}),
        ColumnEntry.model_validate({"heading": "In short", "show": "summary"}),
        ColumnEntry.model_validate({"heading": "Source", "show": "source"}),
    )
    return Listing(usual, tuple(_event(event, session, texts, place) for event in events))


def _event(event: Event, session: Session, texts: Texts, place: Place) -> Mapping[str, Show]:
    return {
        "date": lambda: texts.number(DateValue(event, session), f'event("{event.id}").date', place),
        "title": lambda: (Text(event.title),),
        "type": lambda: (Text(event.type),),
        "actor": lambda: (Text(event.actor),),
        "area": lambda: (Text(session.ledger.areas[event.area].short),),
        "summary": lambda: (Text(event.summary),),
        "source": lambda: (Citation((CiteItem(event.source),)),),
        "note": lambda: (Text(event.note),),
    }
