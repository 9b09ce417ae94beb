"""How a document is handed over: as it is published, or as a copy that somebody works in."""

from __future__ import annotations

from msgspec import Struct


class Manner(Struct, frozen=True):
    """Whether comments say what sources say, and whether Word records every change from the start."""

    comments: bool = True
    tracked: bool = False


PUBLISHED = Manner()
