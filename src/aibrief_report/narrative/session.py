"""A session: one brief's templates being filled. It prints values, and remembers every number it printed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from jinja2 import TemplateNotFound, TemplateSyntaxError, Undefined, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from aibrief_report.errors import BriefError, Fault, Faults, NarrativeError, Place
from aibrief_report.inputs.brief import Brief, brief_folder
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.nearest import nearest
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.quantities import Quantity
from aibrief_report.ledger.wording import Form, Wording
from aibrief_report.model.document import Dependency
from aibrief_report.model.inlines import Inlines
from aibrief_report.model.numbers import Number, Span
from aibrief_report.narrative.budget import Budget
from aibrief_report.narrative.claiming import Claims
from aibrief_report.narrative.environment import BriefEnvironment, template_place
from aibrief_report.narrative.escape import escape
from aibrief_report.narrative.markers import block_mark, claim_marks, number_mark
from aibrief_report.narrative.numbers import NumberMaker
from aibrief_report.narrative.values import NOTHING, AllValue, DateValue, Nothing, Value

_HIDDEN = frozenset({"_print", "_steps", "_concat", "_claim"})


@dataclass(frozen=True, slots=True)
class Printed:
    """A number printed in a template: its number, the text as printed here, and the expression."""

    number: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure or table called for in the narrative: `kind` is "chart" or "table"."""

    kind: str
    key: str
    span: Span


@dataclass(slots=True)
class Session:
    """Fills templates. `numbers` and `printed` grow as templates print; `faults` collects what is wrong."""

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
    strict: bool = False
    environment: BriefEnvironment = field(init=False)
    maker: NumberMaker = field(init=False)
    claims: Claims = field(init=False)

    def __post_init__(self) -> None:
        self.environment = BriefEnvironment(self._load, self.budget, self.print)
        self.maker = NumberMaker(self.ledger, self.wording)
        self.claims = Claims(self.ledger, self.maker, self.numbers, self.faults, self.strict)
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
        # Empty lines before it give Jinja the line numbers of the file that the text stands in.
        source = "\n" * ((place.line or 1) - 1) + text
        try:
            self._check_names(source, place.file)
            code = self.environment.compile(source, place.file, place.file)
            template = self.environment.template_class.from_code(
                self.environment, code, self.environment.make_globals(None)
            )
            filled: str = self.budget.write(template.render())
        except Exception as error:  # whatever a template can raise is a fault of its author
            self._take(error, place)
            return ""
        return filled

    def evaluate(self, expression: str, place: Place) -> Any:
        """Return the value of an expression of brief.yaml; `NOTHING` where it is faulty."""
        try:
            value = self.environment.compile_expression(expression, undefined_to_none=False)()
        except Exception as error:  # whatever an expression can raise is a fault of its author
            self._take(error, place)
            return NOTHING
        if isinstance(value, Undefined):
            self._undefined(value, place)
            return NOTHING
        return value

    def print(self, value: Any, expression: str, file: str, line: int) -> Markup:
        """Return what stands for a printed value in the filled text. Called by every `{{ … }}`."""
        self.budget.spend()
        place = Place(file, line, self._column(expression, file, line))
        span = Span(file, line, line, expression)
        try:
            return self._printed(value, span, place)
        except BriefError as error:
            self._take(error, place)
            return Markup()

    def depends_on(self, quantity: Quantity) -> None:
        """Remember that the template's current line depends on a quantity, printed or not."""
        place = self.current_place()
        span = Span(place.file, place.line or 1, place.line or 1)
        self.dependencies.append(Dependency(span, tuple(row.id for row in quantity.rows)))

    def current_place(self) -> Place:
        """Return the template's line that is being filled, found in the interpreter's stack."""
        frame: Any = sys._getframe(1)
        while frame is not None:
            template = frame.f_globals.get("__jinja_template__")
            if template is not None and frame.f_code.co_filename == template.filename:
                return Place(template.name, template.get_corresponding_lineno(frame.f_lineno))
            frame = frame.f_back
        return Place(f"{brief_folder(self.name)}/brief.yaml")

    def guard(self, function: Any) -> Any:
        """Return a function for templates whose faults are collected, so that all are told at once."""

        def guarded(*arguments: Any, **options: Any) -> Any:
            if any(isinstance(one, Nothing) for one in (*arguments, *options.values())):
                return NOTHING
            try:
                return function(*arguments, **options)
            except BriefError as error:
                self._take(error, self.current_place())
            except TypeError as error:
                message = str(error).replace(function.__name__, function.__name__.lstrip("_"))
                self.faults.add(message, self.current_place(), "see docs/narrative.md for its arguments")
            return NOTHING

        return guarded

    def _printed(self, value: Any, span: Span, place: Place) -> Markup:
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
                self._undefined(value, place)
                return Markup()
            case AllValue():
                told = (self._number(one, span) + escape(f" ({name})") for one, name in value.items)
                return Markup(", ").join(told)
            case list() | tuple() if value and all(isinstance(one, Value) for one in value):
                return Markup(", ").join(self._number(one, span) for one in value)
            case str():
                return escape(value)
            case bool() | None:
                raise NarrativeError(Fault(f"{value} cannot be printed", place))
            case int():
                return escape(str(value))
            case _:
                kind = type(value).__name__.removesuffix("Value").lower()
                hint = "print one of its parts, such as .date, .title, .low or .high"
                raise NarrativeError(Fault(f"a {kind} cannot be printed as a whole", place, hint))

    def _number(self, value: Value, span: Span) -> Markup:
        quantity = value.quantity
        if value.form == "range":
            number = self.maker.spread(quantity, span)
            return self._entry(number, number.text, span)
        number = self.maker.single(quantity, span)
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

    def _load(self, name: str) -> str:
        return self.inputs.text(f"{brief_folder(self.name)}/{name}")

    def _column(self, expression: str, file: str, line: int) -> int | None:
        lines = self.environment.sources.get(file, "").split("\n")
        found = lines[line - 1].find(expression.partition(" ")[0]) if line <= len(lines) else -1
        return found + 1 if found >= 0 else None

    def _check_names(self, source: str, file: str) -> None:
        """Tell every name that nothing defines, before the first of them stops the filling."""
        tree = self.environment.parse(source, file, file)
        given = {name.name for name in tree.find_all(nodes.Name) if name.ctx in ("store", "param")}
        given |= {macro.name for macro in tree.find_all(nodes.Macro)}
        given |= {name for one in tree.find_all(nodes.FromImport) for name in _imported(one)}
        given |= {one.target for one in tree.find_all(nodes.Import)}
        known = given | set(self.environment.globals) | {"loop", "caller", "self", "varargs", "kwargs"}
        for name in tree.find_all(nodes.Name):
            if name.ctx == "load" and name.name not in known:
                hint = nearest(name.name, known - _HIDDEN)
                self.faults.add(f"{name.name!r} is not defined", Place(file, name.lineno), hint)

    def _undefined(self, value: Undefined, place: Place) -> None:
        name = value._undefined_name
        hint = nearest(str(name), set(self.environment.globals) - _HIDDEN)
        fault = Fault(f"{name!r} is not defined", Place(place.file, place.line), hint)
        self.faults.add(fault.message, fault.place, fault.hint)

    def _take(self, error: Exception, place: Place) -> None:
        """Add the fault of whatever went wrong while a template was filled."""
        at = template_place(error, self.environment.sources) or place
        match error:
            case BriefError():
                for fault in error.faults:
                    self.faults.add(fault.message, fault.place or place_of(at, place), fault.hint)
            case TemplateSyntaxError():
                named = Place(error.name or place.file, error.lineno)
                self.faults.add(f"the template's syntax: {error.message}", named, _syntax_hint(error))
            case UndefinedError():
                told = {fault.place.line for fault in self.faults.found if fault.place}
                if at.line not in told:
                    self.faults.add(str(error.message), at)
            case TemplateNotFound():
                self.faults.add(f"there is no template {error.name!r}", at, "it stands beside narrative.md")
            case SecurityError():
                hint = "a template reaches the ledger's functions, and nothing of the system"
                self.faults.add(f"out of reach of templates: {error}", at, hint)
            case RecursionError():
                self.faults.add("the template nests too deep", at, "does it include or call itself?")
            case _:
                self.faults.add(f"{error}", at)


def place_of(found: Place, asked: Place) -> Place:
    """Return the place found in a trace, or the one asked for where it says more (its column)."""
    return asked if (found.file, found.line) == (asked.file, asked.line) else found


def _imported(node: nodes.FromImport) -> list[str]:
    return [name if isinstance(name, str) else name[1] for name in node.names]


def _syntax_hint(error: TemplateSyntaxError) -> str:
    message = error.message or ""
    if "tag" in message or "end of" in message:
        return "every {% if %} and {% for %} needs its {% endif %} or {% endfor %}"
    return "see docs/narrative.md for what may stand between the braces"
