"""What is being done, on a terminal; nothing in a pipe."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.status import Status


class Progress:
    """Shows one line while a brief is being built, and takes it away at the end."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.status: Status | None = None

    def __enter__(self) -> Progress:
        if sys.stderr.isatty():
            from rich.console import Console  # here: only a terminal needs it

            self.status = Console(stderr=True).status(self.name)
            self.status.start()
        return self

    def tell(self, what: str) -> None:
        """Show what is being done."""
        if self.status is not None:
            self.status.update(f"{self.name}: {what}")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.status is not None:
            self.status.stop()
