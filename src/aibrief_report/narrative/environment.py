"""The Jinja environment of a brief: sandboxed, strict, metered, and able to say where each print stands.

What Jinja compiles is changed in two ways: `tracing` says how prints and lines learn where they stand,
`metering` how whatever a template does is charged.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, nodes
from jinja2.exceptions import TemplateNotFound
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from aibrief_report.errors import Fault, NarrativeError
from aibrief_report.inputs.nearest import nearest
from aibrief_report.narrative.budget import Budget
from aibrief_report.narrative.metering import Meter, Metering, check_size, check_whole
from aibrief_report.narrative.tracing import ClaimTag, Tracing
from aibrief_report.narrative.values import Guarded, Nothing

FILTERS = (
    *("capitalize", "default", "first", "join", "last", "length", "list", "lower", "reverse", "sort"),
    *("title", "trim", "unique", "upper"),
)
TESTS = (
    "defined",
    "undefined",
    "none",
    "even",
    "odd",
    "divisibleby",
    "in",
    "eq",
    "ne",
    "lt",
    "le",
    "gt",
    "ge",
)
_QUANTITY_FILTERS = frozenset({"all", "digits", "number", "range"})
_TEXT_METHODS = frozenset(
    {"lower", "upper", "title", "capitalize", "strip", "startswith", "endswith", "split"}
)
_SIGNS_A_STEP = 50
_MAPPING_METHODS = frozenset({"get", "items", "keys", "values"})


class BriefEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox in which nothing is reachable but the session's functions."""

    intercepted_binops = frozenset({"+", "*", "**", "%", "//"})

    def __init__(
        self, load: Callable[[str], str | None], budget: Budget, printer: Callable[..., str]
    ) -> None:
        super().__init__(
            loader=_InputLoader(load, budget),
            extensions=[Tracing, ClaimTag],
            undefined=StrictUndefined,
            autoescape=True,
            # `{#` begins an id in Markdown: # Heading {#name}
            comment_start_string="{##",
            comment_end_string="##}",
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            optimized=False,
        )
        self.meter = Meter(budget)
        self.files: list[str] = []
        self.sources: dict[str, str] = {}
        self.lines_before = 0
        self.filters = {name: self.meter.filter(name, self.filters[name]) for name in FILTERS}
        self.tests = {name: self.tests[name] for name in TESTS}
        self.globals: dict[str, Any] = {
            **self.meter.names(),
            "_print": printer,
            "namespace": Namespace,
        }

    def parse_from(self, source: str, file: str, line: int) -> nodes.Template:
        """Return the tree of a text that begins at a line of a file, with the line numbers of that file."""
        self.lines_before = line - 1  # for `Tracing`, which moves what the lexer counts
        try:
            return self.parse(source, file, file)
        finally:
            self.lines_before = 0

    def remember(self, source: str, file: str, line: int) -> None:
        """Remember what stands in a file from a line on, for errors and spans."""
        self.sources[file] = "\n" * (line - 1) + source

    def number_of_file(self, name: str) -> int:
        """Return the number that stands for a template's name in line marks."""
        if name not in self.files:
            self.files.append(name)
        return self.files.index(name)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Allow the public face of our values and a few harmless methods; all else is out of reach."""
        if attr.startswith("_"):
            return False
        if isinstance(obj, Guarded):
            return attr in obj.shown
        if isinstance(obj, str):
            check_whole(obj)
            return attr in _TEXT_METHODS
        if isinstance(obj, Mapping):
            return attr in _MAPPING_METHODS
        return isinstance(obj, LoopContext | Macro | Namespace | Nothing)

    def unsafe_undefined(self, obj: Any, attribute: str) -> Any:
        """Refuse what the sandbox forbids, in the words of a brief's author."""
        if isinstance(obj, Guarded):
            parts = obj.shown or _QUANTITY_FILTERS
            usual = "it has: " if obj.shown else "what it has are filters, behind a bar: "
            hint = nearest(attribute, parts) or f"{usual}{', '.join(sorted(parts))}"
            raise NarrativeError(Fault(f"{obj.kind} has no {attribute!r}", hint=hint))
        hint = "a template reaches the ledger's functions, and nothing of the system"
        kind = "text" if isinstance(obj, str) else type(obj).__name__
        raise NarrativeError(Fault(f"{attribute!r} of a {kind} is out of reach of templates", hint=hint))

    def wrap_str_format(self, value: Any) -> None:
        """Leave `"…".format` out of reach: a width within it makes a text of any length."""
        return

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute, of our values only a part that they show."""
        if isinstance(obj, Guarded) and attribute not in obj.shown:
            return self.unsafe_undefined(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an item of a list or mapping, or an attribute by its name."""
        check_whole(obj)
        if isinstance(obj, Guarded):
            return self.getattr(obj, str(argument))
        return super().getitem(obj, argument)

    def call(self, context: Any, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call a function of a template, for one operation; of a text's method, for as many as it is long."""
        self.meter.charge(getattr(obj, "__self__", None))
        return super().call(context, obj, *args, **kwargs)

    def join_path(self, template: str, parent: str) -> str:
        """Return a template's name in the project; it is told as seen from the template that names it."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(parent), template))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Compute, but never with texts or lists: those can grow without end."""
        if operator in ("**", "%", "//") and isinstance(left, Guarded):
            raise NarrativeError(Fault(f"{operator!r} of a quantity means nothing"))
        texts = isinstance(left, str | list | tuple) or isinstance(right, str | list | tuple)
        if operator == "**" or texts:
            hint = "write texts side by side; join them with ~"
            raise NarrativeError(Fault(f"{operator!r} cannot be used here", hint=hint))
        if operator == "*":
            check_size(left, right)
        return super().call_binop(context, operator, left, right)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = Metering().visit(super()._parse(source, name, filename))
        return tree


class _InputLoader(BaseLoader):
    """Loads what templates include; a template costs operations, however often it is loaded."""

    def __init__(self, load: Callable[[str], str | None], budget: Budget) -> None:
        self.load_text, self.budget = load, budget

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text and name. Raises `TemplateNotFound` where there is no such file."""
        text = self.load_text(template)
        if text is None:
            raise TemplateNotFound(template)
        self.budget.spend(1 + len(text) // _SIGNS_A_STEP)
        return text, template, lambda: True
