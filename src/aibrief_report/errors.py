"""One family of errors: where the fault is, what it is, and what to do about it.

A stage raises what it knows; only `aibrief_report.cli` prints and chooses the exit code.
"""

from __future__ import annotations

from msgspec import Struct, field


class Place(Struct, frozen=True, order=True):
    """Where something stands: a file as the user would name it, a line and a column from 1.

    `line` and `column` are `None` where the file as a whole is meant, or the column is not known.
    """

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


class Fault(Struct, frozen=True):
    """One thing that is wrong, in one breath: place, message, hint (`None` where there is nothing to say)."""

    message: str
    place: Place | None = None
    hint: str | None = None

    def __str__(self) -> str:
        head = f"{self.place}: {self.message}" if self.place else self.message
        return f"{head}\n  hint: {self.hint}" if self.hint else head


class BriefError(Exception):
    """Everything that can be wrong with a brief. Carries all faults that were found together."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults: tuple[Fault, ...] = faults

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


class InputError(BriefError):
    """A file is missing, unreadable, outside the project, or not in the form it should have."""


class LedgerError(BriefError):
    """The tables, or a question put to them, cannot be right."""


class NarrativeError(BriefError):
    """A template or its Markdown cannot become a document."""


class ChartError(BriefError):
    """A chart's declaration and the ledger do not fit together."""


class ReferencesError(BriefError):
    """A citation, a source or a citation style cannot be used."""


class ThemeError(BriefError):
    """A theme's tokens are missing or cannot be met."""


class ModelError(BriefError):
    """A document breaks a rule of the document model."""


class ResolveError(BriefError):
    """A cross-reference, number or anchor leads nowhere."""


class RenderError(BriefError):
    """A document cannot be drawn as it is, such as a table wider than the page."""


class StoreError(BriefError):
    """The output folder or a cache cannot be written or is damaged."""


class UsageError(BriefError):
    """The command was called in a way that it does not understand (exit code 2)."""


MOST_FAULTS = 1000
"""More than anybody mends in one go; a table of a million bad rows is told by its first thousand."""


class Faults(Struct):
    """Collects the faults of one file or stage, so that all are told at once: up to `MOST_FAULTS`."""

    error: type[BriefError] = BriefError
    found: list[Fault] = field(default_factory=list)
    _known: set[Fault] = field(default_factory=set)

    def add(self, message: str, place: Place | None = None, hint: str | None = None) -> None:
        """Remember one fault; the same fault at the same place is remembered once.

        Raises what was collected where there is one more than `MOST_FAULTS`.
        """
        fault = Fault(message, place, hint)
        if fault in self._known:
            return
        if len(self.found) == MOST_FAULTS:
            more = Fault(
                f"there are more than {MOST_FAULTS} faults", hint="mend these first; then the others are told"
            )
            raise self.error(*sorted(self.found, key=_reading_order), more)
        self._known.add(fault)
        self.found.append(fault)

    def take(self, error: BriefError) -> None:
        """Remember the faults of an error that was caught."""
        for fault in error.faults:
            self.add(fault.message, fault.place, fault.hint)

    def check(self) -> None:
        """Raise what was collected, in the order of file and line; return where nothing was."""
        if self.found:
            raise self.error(*sorted(self.found, key=_reading_order))


def _reading_order(fault: Fault) -> tuple[str, int, int]:
    place = fault.place or Place("")
    return (place.file, place.line or 0, place.column or 0)
