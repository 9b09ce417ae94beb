"""Metering: whatever a template does costs operations or output, so that none runs without end.

Jinja's own operations know no limit: a few doublings fill all memory. So loops, texts, lists, joins and
filters are compiled into calls of a `Meter`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

from jinja2 import Undefined, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup
from msgspec import Struct

from aibrief_report.errors import Fault, NarrativeError
from aibrief_report.narrative.budget import Budget
from aibrief_report.narrative.escape import escape
from aibrief_report.narrative.markers import OPEN, marked
from aibrief_report.narrative.values import Guarded, Nothing

_DEEPEST = 4
_LONGEST_NUMBER = 512  # bits of a product
_SIGNS_A_STEP = 50  # characters or entries that a filter handles for one operation
_TAKING_APART = frozenset({"first", "last", "list", "reverse", "sort", "unique"})
_REWRITING = frozenset({"capitalize", "lower", "title", "upper"})


class Meter(Struct, frozen=True):
    """Does for templates what Jinja would do, and charges a budget for it."""

    budget: Budget

    def names(self) -> dict[str, Any]:
        """Return the functions that compiled templates call, by their names there."""
        return {
            "_text": self.text,
            "_steps": self.steps,
            "_weighed": self.weighed,
            "_whole": check_whole,
            "_concat": self.concat,
            "range": self.range,
        }

    def text(self, text: str) -> Markup:
        """Return a template's own text, charged for its length."""
        return Markup(self.budget.write(text))  # noqa: S704  # the author's own text

    def steps(self, items: Any) -> Iterator[Any]:
        """Yield the items of a loop, each for one operation."""
        check_whole(items)
        return self.budget.steps(items)

    def weighed(self, value: Any) -> Any:
        """Return a list or mapping, charged for all that is in it. Raises `NarrativeError` where it nests.

        Lists of lists that are doubled hold more than any memory, though each is short.
        """
        self._weigh(value, 0)
        return value

    def concat(self, *parts: Any) -> Markup | str:
        """Return texts and whole numbers as one text. Raises `NarrativeError` for anything else."""
        self.budget.spend(len(parts))
        texts = [_joinable(part) for part in parts]
        self.budget.write("".join(texts))
        if any(isinstance(text, Markup) for text in texts):
            return Markup("").join(text if isinstance(text, Markup) else escape(text) for text in texts)
        return "".join(texts)

    def join(self, value: Iterable[Any], between: str = "") -> Markup | str:
        """Filter `join`: return the items of a list as one text."""
        check_whole(value)
        parts = [part for item in self.budget.steps(value) for part in (between, item)]
        return self.concat(*parts[1:])

    def range(self, *ends: int) -> range:
        """Return the numbers of a range, charged for their count."""
        numbers = range(*ends)
        # Counted without len(), which fails for more than the machine's word can hold.
        self.budget.spend(max(0, (numbers.stop - numbers.start) // numbers.step + 1))
        return numbers

    def filter(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a filter of Jinja's that is charged, and leaves texts with marks whole."""
        if name == "join":
            return self.join
        passed = 1 if hasattr(function, "jinja_pass_arg") else 0

        @functools.wraps(function)
        def metered(*arguments: Any, **options: Any) -> Any:
            value = arguments[passed]
            self.charge(value)
            if name in _TAKING_APART or (name in _REWRITING and isinstance(value, str) and OPEN in value):
                check_whole(value)
            if name in _REWRITING | {"trim"} and isinstance(value, list | tuple | dict):
                raise NarrativeError(Fault(f"“| {name}” works on texts"))
            return function(*arguments, **options)

        return metered

    def charge(self, value: Any) -> None:
        """Charge for handling a text or list as a whole."""
        size = len(value) if isinstance(value, str | list | tuple | dict | range) else 0
        self.budget.spend(1 + size // _SIGNS_A_STEP)

    def _weigh(self, value: Any, depth: int) -> None:
        self.budget.spend()
        if depth > _DEEPEST:
            raise NarrativeError(
                Fault("lists nest too deep", hint=f"{_DEEPEST} levels are enough for anyone")
            )
        if isinstance(value, dict):
            value = [*value.keys(), *value.values()]
        for part in value if isinstance(value, list | tuple) else ():
            self._weigh(part, depth + 1)


def check_whole(value: Any) -> Any:
    """Return a value. Raises `NarrativeError` for a text with marks, whose single characters mean nothing."""
    if isinstance(value, str) and marked(value):
        message = "a text with numbers in it cannot be taken apart"
        raise NarrativeError(Fault(message, hint="print it as it is"))
    return value


def check_size(left: Any, right: Any) -> None:
    """Raise `NarrativeError` for whole numbers whose product is longer than any that means something."""
    bits = sum(side.bit_length() for side in (left, right) if isinstance(side, int))
    if bits > _LONGEST_NUMBER:
        raise NarrativeError(Fault("the number grows too large"))


def _joinable(part: Any) -> str:
    if isinstance(part, Guarded):
        message = f"{part.kind} cannot be joined to a text"
        raise NarrativeError(Fault(message, hint="print it by itself: {{ … }}"))
    if isinstance(part, str):
        return part
    if isinstance(part, int | Nothing | Undefined):
        return str(part)  # of what is undefined, this raises
    raise NarrativeError(Fault(f"a {type(part).__name__} cannot be joined to a text"))


class Metering(NodeTransformer):
    """Compiles what a template does into calls of its `Meter`."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802  # the visitor's naming
        """Return a loop whose steps are charged."""
        self.generic_visit(node)
        node.iter = _call("_steps", [cast(nodes.Expr, node.iter)], node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Call:  # noqa: N802  # the visitor's naming
        """Return a `~` as a call."""
        self.generic_visit(node)
        return _call("_concat", list(node.nodes), node.lineno)

    def visit_TemplateData(self, node: nodes.TemplateData) -> nodes.Call:  # noqa: N802  # the visitor's naming
        """Return the template's own text as a call, so that macros and captures are charged for it."""
        return _call("_text", [nodes.Const(node.data, lineno=node.lineno)], node.lineno)

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Getitem:  # noqa: N802  # the visitor's naming
        """Return a slice of what is checked first: Jinja cuts without asking the environment."""
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = _call("_whole", [node.node], node.lineno)
        return node

    def visit_List(self, node: nodes.List) -> nodes.Call:  # noqa: N802  # the visitor's naming
        """Return a list as a call that weighs it."""
        self.generic_visit(node)
        return _call("_weighed", [node], node.lineno)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Expr:  # noqa: N802  # the visitor's naming
        """Return a tuple as a call that weighs it; the names that a loop or `set` fills are left alone."""
        self.generic_visit(node)
        return _call("_weighed", [node], node.lineno) if node.ctx == "load" else node

    def visit_Dict(self, node: nodes.Dict) -> nodes.Call:  # noqa: N802  # the visitor's naming
        """Return a mapping as a call that weighs it."""
        self.generic_visit(node)
        return _call("_weighed", [node], node.lineno)


def _call(name: str, arguments: list[nodes.Expr], line: int) -> nodes.Call:
    function = nodes.Name(name, "load", lineno=line)
    return nodes.Call(function, arguments, [], None, None, lineno=line)
