"""The contests that a document's numbers stand in, with every figure of each, for whoever explains them."""

from __future__ import annotations

from msgspec.structs import replace

from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.sources import source_name
from aibrief_report.model.claims import Contest
from aibrief_report.model.numbers import Number
from aibrief_report.narrative.session import Session


def contests(session: Session) -> dict[str, Contest]:
    """Return the contests of all numbers by id, in the order in which numbers name them first."""
    named = dict.fromkeys(key for number in session.numbers.values() for key in number.contests)
    return {key: _contest(session, key) for key in named}


def _contest(session: Session, key: str) -> Contest:
    ledger = session.ledger
    found = ledger.contest(key)
    figures = (session.maker.alone(ledger.observation(row)) for row in found.rows)
    return Contest(key, found.title, found.how, tuple(_figure(one, key, ledger) for one in figures))


def _figure(number: Number, contest: str, ledger: Ledger) -> Number:
    """Return a figure of a contest with its sources by name: no citation need bring them into the list."""
    sources = tuple(replace(one, name=source_name(ledger.sources[one.key])) for one in number.sources)
    return replace(number, contests=(contest,), sources=sources)
