"""Tables that are not written yet, read as if they were: what would not validate is told at its own place."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from aibrief_report.errors import BriefError, Fault, LedgerError, Place
from aibrief_report.inputs.door import Inputs
from aibrief_report.ledger.exchange.changes import Merged
from aibrief_report.ledger.exchange.csv_text import CsvText
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.read import read_ledger


class Overlaid(Inputs):
    """A door that shows some files as they would be, and the rest as they are."""

    over: Mapping[str, bytes] = field(default_factory=dict)

    def read(self, name: str, hint: str | None = None, asked: Place | None = None) -> bytes:
        """Return a file's bytes, as they would be."""
        return self.over[name] if name in self.over else Inputs.read(self, name, hint, asked)

    def exists(self, name: str) -> bool:
        """Return whether there would be such a file."""
        return name in self.over or Inputs.exists(self, name)


class Candidate(Struct, frozen=True):
    """A table as it would be: its bytes, and from which place each of its lines came in."""

    file: str
    columns: tuple[str, ...]
    data: bytes
    places: Mapping[int, Mapping[str, Place]]

    def place(self, place: Place) -> Place:
        """Return where a cell of the candidate came from; the same place where it did not come in."""
        came = self.places.get(place.line or 0)
        if not came:
            return place
        column = self.columns[place.column - 1] if place.column else "id"
        return came.get(column) or came.get("id") or place


def candidate(old: CsvText, merged: Merged) -> Candidate:
    """Return the table that a merge makes."""
    rows = [row for row, _ in merged.rows]
    origins = [origin for _, origin in merged.rows]
    places = {
        line: origin.places
        for (line, _), origin in zip(old.lines(rows), origins, strict=True)
        if origin is not None
    }
    return Candidate(old.file, old.columns, old.data(rows), places)


def check_candidates(inputs: Inputs, candidates: Mapping[str, Candidate]) -> Ledger:
    """Return the ledger that the candidates would make.

    Raises `LedgerError` with all faults, at the places from which their rows came in.
    """
    over = {one.file: one.data for one in candidates.values()}
    try:
        return read_ledger(Overlaid(inputs.root, over=over))
    except BriefError as error:
        known = {one.file: one for one in candidates.values()}
        raise LedgerError(*(_moved(fault, known) for fault in error.faults)) from error


def _moved(fault: Fault, known: Mapping[str, Candidate]) -> Fault:
    place = fault.place
    if place is None or place.file not in known:
        return fault
    return Fault(fault.message, known[place.file].place(place), fault.hint)
