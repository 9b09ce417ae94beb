"""A session: one brief's templates being filled. It prints values, and remembers every number it printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Undefined
from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.errors import BriefError, Fault, Faults, NarrativeError, Place
from aibrief_report.inputs.brief import Brief
from aibrief_report.inputs.door import Inputs
from aibrief_report.ledger.arguments import misfit
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.quantities import Quantity
from aibrief_report.ledger.wording import Form, Wording
from aibrief_report.model.document import Dependency
from aibrief_report.model.inlines import Inlines
from aibrief_report.model.numbers import Number, Span
from aibrief_report.narrative.anchors import Anchors
from aibrief_report.narrative.budget import Budget
from aibrief_report.narrative.claiming import Claims
from aibrief_report.narrative.environment import BriefEnvironment
from aibrief_report.narrative.escape import escape
from aibrief_report.narrative.markers import block_mark, claim_marks, mark_lines, number_mark
from aibrief_report.narrative.notices import Notices
from aibrief_report.narrative.numbers import NumberMaker
from aibrief_report.narrative.telling import Teller
from aibrief_report.narrative.values import NOTHING, AllValue, CountValue, DateValue, Guarded, Nothing, Value

_KINDS = {
    "bool": "true or false",
    "NoneType": "none",
    "list": "a list",
    "tuple": "a list",
    "dict": "a mapping",
    "range": "a range",
    "function": "a function without brackets",
    "Macro": "a macro without brackets",
}
"""What values of templates are called that cannot be printed."""


class Printed(Struct, frozen=True):
    """A number printed in a template: its number, the text as printed here, and the expression."""

    number: str
    text: str
    span: Span


class Placed(Struct, frozen=True):
    """A figure or table called for in the narrative: `kind` is "chart" or "table"."""

    kind: str
    key: str
    span: Span


@dataclass(slots=True)
class Session:
    """Fills templates. `numbers` and `printed` grow as templates print; `faults` collects what is wrong.

    `passages` tell by anchor where texts come from, `included` are the templates that others included.
    """

    inputs: Inputs
    ledger: Ledger
    brief: Brief
    name: str
    wording: Wording
    faults: Faults = field(default_factory=lambda: Faults(NarrativeError))
    budget: Budget = field(default_factory=Budget)
    numbers: dict[str, Number] = field(default_factory=dict)
    printed: list[Printed] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    dependencies: list[Dependency] = field(default_factory=list)
    passages: dict[str, Span] = field(default_factory=dict)
    included: list[str] = field(default_factory=list)
    strict: bool = False
    anchors: Anchors = field(init=False)
    environment: BriefEnvironment = field(init=False)
    teller: Teller = field(init=False)
    maker: NumberMaker = field(init=False)
    notices: Notices = field(init=False)
    claims: Claims = field(init=False)

    def __post_init__(self) -> None:
        self.anchors = Anchors(self.faults)
        self.environment = BriefEnvironment(self._load, self.budget, self.print)
        self.teller = Teller(self.environment, self.faults)
        self.maker = NumberMaker(self.ledger, self.wording)
        self.notices = Notices(self.ledger)
        self.claims = Claims(self.ledger, self.maker, self.numbers, self.faults, self.notices.claimed)
        self.environment.globals["_claim"] = self.claim

    def claim(self, condition: str, file: str, line: int, caller: Callable[[], Markup]) -> Markup:
        """Return a claim's sentence between its marks. Called by every `{% claim %}`."""
        sentence = caller()
        lines = condition.count("\n")
        entry = self.claims.add(condition, Span(file, line, line + lines, condition))
        if entry is None:
            return sentence
        before, after = claim_marks(entry)
        stripped = sentence.rstrip("\n")
        rest = sentence[len(stripped) :]
        return Markup(before) + stripped + Markup(after) + rest  # noqa: S704  # made here, of no data

    def claimed(self, entry: int, children: Inlines) -> Inlines:
        """Return the node of a claim's sentence, for whoever reads the filled text."""
        return self.claims.inlines(entry, children)

    def define(self, names: Mapping[str, Any], filters: Mapping[str, Any]) -> None:
        """Add functions and filters to what templates can reach."""
        self.environment.globals |= names
        self.environment.filters |= filters

    def fill(self, text: str, place: Place) -> str:
        """Return a template's text filled, with marks for numbers and lines.

        What goes wrong is added to `faults`; then the text is empty or has gaps, and must not be used.
        """
        self.teller.asked = place
        try:
            filled = self._filled(text, place.file, place.line or 1)
        except Exception as error:  # whatever a template can raise is a fault of its author
            self.teller.take(error, place)
            return ""
        return filled if self.teller.check_marks(filled, place) else ""

    def _filled(self, text: str, file: str, line: int) -> str:
        environment = self.environment
        if "{" not in text:  # no template: most cells of tables are none
            environment.remember(text, file, line)
            return mark_lines(self.budget.write(text), environment.number_of_file(file), line)
        tree = environment.parse_from(text, file, line)
        self.teller.check_names(tree, file)
        code = environment.compile(tree, file, file)
        template = environment.template_class.from_code(environment, code, environment.make_globals(None))
        return template.render()

    def evaluate(self, expression: str, place: Place) -> Any:
        """Return the value of an expression of brief.yaml; `NOTHING` where it is faulty."""
        self.teller.asked = place
        try:
            value = self.environment.compile_expression(expression, undefined_to_none=False)()
        except Exception as error:  # whatever an expression can raise is a fault of its author
            self.teller.take(error, place)
            return NOTHING
        if isinstance(value, Undefined):
            self.teller.undefined(value, place)
            return NOTHING
        return value

    def print(self, value: Any, expression: str, file: str, line: int) -> Markup:
        """Return what stands for a printed value in the filled text. Called by every `{{ … }}`."""
        self.budget.spend()
        span = Span(file, line, line, expression)
        try:
            printed = self._printed(value, span)
        except BriefError as error:
            self.teller.take(error, self._place_of(span))
            return Markup()
        self.budget.write(printed)
        return printed

    def depends_on(self, quantity: Quantity) -> None:
        """Remember that the template's current line depends on a quantity, printed or not."""
        self.dependencies.append(Dependency(self._here(), tuple(row.id for row in quantity.rows)))

    def compares(self, left: Quantity, right: Quantity) -> None:
        """Take note of two values that the template's current line compares."""
        self.notices.compared(left, right, self._here())

    def _here(self) -> Span:
        place = self.teller.current_place()
        return Span(place.file, place.line or 1, place.line or 1)

    def guard(self, name: str, function: Any, *, piped: bool = False) -> Any:
        """Return a function for templates whose faults are collected, so that all are told at once.

        `name` is what templates call it; `piped` is whether it is a filter.
        """

        def guarded(*arguments: Any, **options: Any) -> Any:
            if any(isinstance(one, Nothing) for one in (*arguments, *options.values())):
                return NOTHING
            try:
                return function(*arguments, **options)
            except BriefError as error:
                self.teller.take(error, self.teller.place_of_call(name))
            except TypeError as error:
                fault = misfit(name, function, arguments, options, piped=piped)
                told = fault or Fault(str(error).replace(function.__qualname__, name))
                self.faults.add(told.message, self.teller.place_of_call(name), told.hint)
            return NOTHING

        return guarded

    def _place_of(self, span: Span) -> Place:
        """Return where a printed expression stands, with its column where it can be found."""
        return self.teller.place(re.escape(span.source), span.file, span.first)

    def _printed(self, value: Any, span: Span) -> Markup:
        match value:
            case Markup():
                return value
            case Value():
                return self._number(value, span)
            case DateValue():
                text = self.date_text(value)
                return self._entry(self.maker.date(value.event, text, span), text, span)
            case Placed():
                self.placed.append(replace(value, span=span))
                return Markup(block_mark(len(self.placed) - 1))  # noqa: S704  # made here, of no data
            case Nothing():
                return Markup()
            case Undefined():
                # `{{ x if … }}` without `else` prints nothing, as everybody expects of it.
                if value._undefined_name is not None:
                    self.teller.undefined(value, self._place_of(span))
                return Markup()
            case CountValue():
                number = self.maker.count(value.contest, value.quantities, span)
                return self._entry(number, number.text, span)
            case AllValue():
                told = (self._number(one, span) + escape(f" ({name})") for one, name in value.items)
                return Markup(", ").join(told)
            case list() | tuple() if value and all(isinstance(one, Value) for one in value):
                return Markup(", ").join(self._number(one, span) for one in value)
            case str() | int() if not isinstance(value, bool):
                return escape(str(value))
            case _:
                raise NarrativeError(_unprintable(value, self._place_of(span)))

    def _number(self, value: Value, span: Span) -> Markup:
        quantity = value.quantity
        self.notices.printed(quantity, value.form, span)
        if value.form == "range":
            number = self.maker.spread(quantity, span)
            return self._entry(number, number.text, span)
        if value.form == "words" and quantity.undecided:
            # A word that is true whatever source is right needs nobody to choose between them.
            return self._entry(self.maker.spread(quantity, span), value.text, span)
        number = self.maker.single(quantity, span)
        if value.form == "words":
            return self._entry(number, value.text, span)
        form: Form = "number" if value.form == "number" else "prose"
        return self._entry(number, self.wording.quantity(quantity, form), span)

    def _entry(self, number: Number, text: str, span: Span) -> Markup:
        self.numbers.setdefault(number.id, number)
        self.printed.append(Printed(number.id, text, span))
        return Markup(number_mark(len(self.printed) - 1))  # noqa: S704  # made here, of no data

    def date_text(self, value: DateValue) -> str:
        """Return an event's date as its form asks for."""
        text = value.event.period.text
        cut = {"year": 4, "month": 7}.get(value.form, len(text))
        return self.wording.date(text[:cut]) or value.event.period_as_stated

    def _load(self, name: str) -> str | None:
        """Return the text of a template that another includes; `None` where there is no such file."""
        self.inputs.locate(name, self.teller.current_place())
        if not self.inputs.exists(name):
            return None
        self.included.append(name)
        return self.inputs.text(name)


def _unprintable(value: Any, place: Place) -> Fault:
    match value:
        case ():
            return Fault("nothing stands between the braces", place)
        case Guarded():
            hint = f"print one of its parts: {', '.join(sorted(value.shown))}"
            return Fault(f"{value.kind} cannot be printed as a whole", place, hint)
        case float():
            hint = "compute with quantities, which know their source: {{ ratio(…, …) }}"
            return Fault("a computed number without a source cannot be printed", place, hint)
        case _:
            what = _KINDS.get(type(value).__name__, "this")
            return Fault(f"{what} cannot be printed", place)
