"""A deterministic budget for templates: operations and output, never seconds.

A template that never ends stops at the same place on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec import Struct

from aibrief_report.errors import Fault, NarrativeError

T = TypeVar("T")

MOST_OPERATIONS = 200_000
MOST_OUTPUT = 4_000_000


class Budget(Struct):
    """What is left to spend: operations (loop steps, calls, prints) and characters of output."""

    operations: int = MOST_OPERATIONS
    output: int = MOST_OUTPUT

    def spend(self, operations: int = 1) -> None:
        """Take operations from the budget. Raises `NarrativeError` where none are left."""
        self.operations -= operations
        if self.operations < 0:
            hint = f"a template may take {MOST_OPERATIONS:,} steps; does a loop never end?"
            raise NarrativeError(Fault("the template does not come to an end", hint=hint))

    def write(self, text: str) -> str:
        """Take a text's length from the budget, and return the text."""
        self.output -= len(text)
        if self.output < 0:
            hint = f"a template may print {MOST_OUTPUT:,} characters"
            raise NarrativeError(Fault("the template prints too much", hint=hint))
        return text

    def steps(self, items: Iterable[T]) -> Iterator[T]:
        """Yield the items of a loop, each for one operation."""
        for item in items:
            self.spend()
            yield item
