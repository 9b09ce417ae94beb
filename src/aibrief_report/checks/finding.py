"""Findings: what a rule has to say of one place, and how it may be mended without thinking."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from aibrief_report.errors import Place

Severity: TypeAlias = Literal["error", "warning", "info"]


class Repair(Struct, frozen=True):
    """A change that is safe without a person's thought: on the line of `place`, `old` becomes `new`."""

    place: Place
    old: str
    new: str


class Finding(Struct, frozen=True):
    """One thing that a rule found.

    `text` is the sentence or title that it stands in, empty where it is about data. `keys` are the names by
    which it can be accepted: anchors, ids of rows, indicators, sources or charts. `repair` is `None` where a
    person has to choose.
    """

    message: str
    place: Place
    hint: str = ""
    text: str = ""
    keys: tuple[str, ...] = ()
    repair: Repair | None = None
    part: str = ""
