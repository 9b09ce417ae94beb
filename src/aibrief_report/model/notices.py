"""Notices of a document: what its author should look at, though nothing is wrong. Strings only."""

from __future__ import annotations

from msgspec import Struct

from aibrief_report.model.numbers import Span

CODES = (
    *("contest-untold", "periods-differ", "indicators-differ", "editions-differ", "forecast-and-outcome"),
    *("rate-of-another-period", "counters-joined", "claim-contested", "accepted-nothing"),
)
"""The stable codes of notices, by which `accept:` in brief.yaml names them."""


class Notice(Struct, frozen=True):
    """One thing to look at: a stable code, what it is, where, and how it is settled. Never rendered."""

    code: str
    message: str
    span: Span
    hint: str = ""

    def __str__(self) -> str:
        head = f"{self.span.file}:{self.span.first}: {self.message} [{self.code}]"
        return f"{head}\n  hint: {self.hint}" if self.hint else head
