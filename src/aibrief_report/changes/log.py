"""The history of a brief: its versions, newest first, each with what changed in a line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from aibrief_report.changes.changes import changes
from aibrief_report.changes.sides import side_of
from aibrief_report.errors import BriefError
from aibrief_report.versions.history import read_history
from aibrief_report.versions.shelf import Kept, Shelf
from aibrief_report.versions.subject import Subject

FIRST = "first version"
UNKNOWN = "what came before it is no longer here"


class Entry(Struct, frozen=True):
    """A version: the name of what was built before it (empty if unknown), and what changed since."""

    kept: Kept
    before: str
    summary: str


def history(shelf: Shelf, brief: str, most: int | None = None) -> Iterator[Entry]:
    """Yield the versions of a brief, the newest first; those whose age nobody knows come last, by name.

    A document that cannot be read is told in its entry: the others are told all the same.
    """
    known = read_history(shelf.out / brief).before
    standing = {one.version: one for one in shelf.versions(brief)}
    order = [name for name in reversed(known) if name in standing]
    order += sorted(name for name in standing if name not in known)
    for name in islice(order, most):
        kept, before = standing[name], known.get(name, "")
        yield Entry(kept, before, _summary(shelf, kept, standing.get(before), bool(before), name in known))


def _summary(shelf: Shelf, kept: Kept, before: Kept | None, had: bool, known: bool) -> str:
    if before is None:
        return UNKNOWN if had or not known else FIRST
    try:
        then, now = (side_of(shelf.out, Subject(one, shelf.document(one))) for one in (before, kept))
        return changes(then, now).summary or "nothing that is told"
    except BriefError as error:
        return f"cannot be compared: {error.faults[0].message}"
