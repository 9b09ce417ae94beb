"""What templates handle: a quantity or a date in a wrapper that can be printed, compared and computed with.

It refuses whatever would lose its trail: string operations, formatting, truth values. Comparing and
printing are told to the session, which remembers what a sentence depends on.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

from msgspec import Struct

from aibrief_report.errors import Fault, NarrativeError
from aibrief_report.ledger import derive
from aibrief_report.ledger.claims import Comparison, Sign, decided
from aibrief_report.ledger.quantities import Quantity
from aibrief_report.ledger.records import Contest, Event

if TYPE_CHECKING:
    from aibrief_report.narrative.session import Session


class Nothing(Struct, frozen=True):
    """What a faulty expression is worth: the fault is told already, and whatever follows is not."""

    def __call__(self, *_: Any, **__: Any) -> Nothing:
        """Return itself: what is called of nothing is nothing."""
        return self

    def __getattr__(self, name: str) -> Nothing:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def _self(self, *_: Any) -> Nothing:
        return self

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Any:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __str__(self) -> str:
        return ""

    __neg__ = __getitem__ = _self
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _self
    __lt__ = __le__ = __gt__ = __ge__ = lambda self, other: False


NOTHING = Nothing()


class Guarded:
    """Base of values that must not become text except by being printed.

    `kind` is what an author calls them, `shown` are the parts that a template reaches.
    """

    __slots__ = ()
    kind: ClassVar[str] = "a number"
    shown: ClassVar[frozenset[str]] = frozenset()

    def __str__(self) -> NoReturn:
        hint = "print it by itself: {{ … }}; words around it stand outside the braces"
        raise NarrativeError(Fault(f"{self.kind} cannot be made into text by an operation", hint=hint))

    __format__ = __str__  # type: ignore[assignment]  # every way into text is closed alike

    def __bool__(self) -> NoReturn:
        hint = "compare it: {% if obs(…) > 10 %}"
        raise NarrativeError(Fault(f"{self.kind} is neither true nor false", hint=hint))

    def __iter__(self) -> NoReturn:
        raise NarrativeError(Fault(f"{self.kind} is no list"))

    def __len__(self) -> NoReturn:
        raise NarrativeError(Fault(f"{self.kind} has no length"))

    def _refuse(self, *_: object) -> NoReturn:
        hint = "quantities are compared, added, subtracted, divided, and multiplied by whole numbers"
        raise NarrativeError(Fault(f"this cannot be done with {self.kind}", hint=hint))

    _refused: Any = _refuse  # of any type, so that a value may allow what the base refuses
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _refused
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _refused
    __neg__ = __pos__ = __abs__ = __contains__ = _refused
    __hash__: Any = None  # equal values of different rows are not the same thing


class Value(Guarded, Struct, frozen=True, eq=False):
    """A quantity in a template. `form` says how it prints: prose, number, range, words.

    `text` are the words of that form, empty in others.
    """

    quantity: Quantity
    session: Session
    form: str = "prose"
    text: str = ""

    def __add__(self, other: Any) -> Value:
        return self._join(other, lambda b: derive.total(self.quantity, b))

    __radd__ = __add__

    def __sub__(self, other: Any) -> Value:
        return self._join(other, lambda b: derive.difference(self.quantity, b))

    def __truediv__(self, other: Any) -> Value:
        if isinstance(other, int) and not isinstance(other, bool):
            if other == 0:
                raise NarrativeError(Fault("division by zero"))
            return Value(derive.scaled(self.quantity, Decimal(other), "/"), self.session)
        return self._join(other, lambda b: derive.ratio(self.quantity, b))

    def __mul__(self, other: Any) -> Value:
        if isinstance(other, int) and not isinstance(other, bool):
            return Value(derive.scaled(self.quantity, Decimal(other)), self.session)
        raise NarrativeError(Fault("quantities are multiplied by whole numbers only"))

    __rmul__ = __mul__
    __hash__: Any = None  # as `Guarded` has it; a class that compares must say so

    def __eq__(self, other: object) -> bool:
        return self._compare(other, "==")

    def __lt__(self, other: object) -> bool:
        return self._compare(other, "<")

    def __le__(self, other: object) -> bool:
        return self._compare(other, "<=")

    def __gt__(self, other: object) -> bool:
        return self._compare(other, ">")

    def __ge__(self, other: object) -> bool:
        return self._compare(other, ">=")

    def __ne__(self, other: object) -> bool:
        return self._compare(other, "!=")

    def _join(self, other: Any, make: Callable[[Quantity], Quantity]) -> Value:
        if not isinstance(other, Value):
            hint = "both sides come from the ledger; a bare number has no source"
            raise NarrativeError(Fault("a quantity and something else cannot be computed with", hint=hint))
        return Value(make(other.quantity), self.session)

    def _compare(self, other: object, sign: Sign) -> bool:
        self.session.depends_on(self.quantity)
        if isinstance(other, Value):
            self.session.depends_on(other.quantity)
            self.session.compares(self.quantity, other.quantity)
            return decided(Comparison(self.quantity, sign, other.quantity))
        if isinstance(other, int | float) and not isinstance(other, bool):
            return decided(Comparison(self.quantity, sign, Decimal(str(other))))
        raise NarrativeError(Fault("a number can be compared with a number only"))


class EventValue(Guarded, Struct, frozen=True, eq=False):
    """An event in a template: `.date` prints its date as a number with a source, the rest is text."""

    kind: ClassVar[str] = "an event"
    shown: ClassVar[frozenset[str]] = frozenset({"date", "title", "summary", "actor"})

    event: Event
    session: Session

    @property
    def date(self) -> DateValue:
        """The date, which prints in the brief's language and leads to the event's source."""
        return DateValue(self.event, self.session)

    @property
    def title(self) -> str:
        """The event's short title."""
        return self.event.title

    @property
    def summary(self) -> str:
        """The event in a sentence."""
        return self.event.summary

    @property
    def actor(self) -> str:
        """Who acted."""
        return self.event.actor


class DateValue(Guarded, Struct, frozen=True, eq=False):
    """An event's date. `form` is "prose" for the date in full, "year" or "month"."""

    kind: ClassVar[str] = "a date"
    shown: ClassVar[frozenset[str]] = frozenset({"year", "month"})

    event: Event
    session: Session
    form: str = "prose"

    @property
    def year(self) -> DateValue:
        """The year alone, with the same source."""
        return DateValue(self.event, self.session, "year")

    @property
    def month(self) -> DateValue:
        """Month and year, with the same source."""
        return DateValue(self.event, self.session, "month")


class CountValue(Guarded, Struct, frozen=True, eq=False):
    """How many different figures a contest holds."""

    contest: Contest
    quantities: tuple[Quantity, ...]


class ContestValue(Guarded, Struct, frozen=True, eq=False):
    """A contest in a template: `.low` and `.high` are its ends, `.how` says how its rows differ."""

    kind: ClassVar[str] = "a contest"
    shown: ClassVar[frozenset[str]] = frozenset({"low", "high", "how", "title", "count"})

    contest: Contest
    quantities: tuple[Quantity, ...]
    session: Session

    @property
    def low(self) -> Value:
        """The lowest figure, in the unit that most of its rows have."""
        self.session.notices.asked(self.contest.id, "low")
        return Value(min(self.quantities, key=lambda q: q.value * q.unit.factor), self.session)

    @property
    def high(self) -> Value:
        """The highest figure."""
        self.session.notices.asked(self.contest.id, "high")
        return Value(max(self.quantities, key=lambda q: q.value * q.unit.factor), self.session)

    @property
    def how(self) -> str:
        """In what the rows differ."""
        self.session.notices.asked(self.contest.id, "how")
        return self.contest.how

    @property
    def title(self) -> str:
        """What the contest is about."""
        return self.contest.title

    @property
    def count(self) -> CountValue:
        """How many different figures there are."""
        return CountValue(self.contest, self.quantities)


class AllValue(Guarded, Struct, frozen=True, eq=False):
    """Every source's value of a fact, each with the name of who produced it."""

    kind: ClassVar[str] = "a list of sources"

    items: tuple[tuple[Value, str], ...]
