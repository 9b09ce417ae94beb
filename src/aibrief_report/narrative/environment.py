"""The Jinja environment of a brief: sandboxed, strict, metered, and able to say where each print stands.

Three things are changed in what Jinja compiles. Every `{{ … }}` becomes a call of the session's printer,
with its own source text and line. Every line of template text carries a mark of its place. Every loop and
every `~` goes through the budget.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, cast

from jinja2 import BaseLoader, StrictUndefined, nodes
from jinja2.exceptions import TemplateNotFound
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.parser import Parser
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from aibrief_report.errors import BriefError, Fault, NarrativeError, Place
from aibrief_report.narrative.budget import Budget
from aibrief_report.narrative.markers import mark_lines
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
_TEXT_METHODS = frozenset(
    {"lower", "upper", "title", "capitalize", "strip", "startswith", "endswith", "split"}
)
_MAPPING_METHODS = frozenset({"get", "items", "keys", "values"})


class BriefEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox in which nothing is reachable but the session's functions."""

    intercepted_binops = frozenset({"+", "*", "**", "%", "//"})

    def __init__(self, load: Callable[[str], str], budget: Budget, printer: Callable[..., str]) -> None:
        super().__init__(
            loader=_InputLoader(load),
            extensions=[_Tracing, _ClaimTag],
            undefined=StrictUndefined,
            autoescape=True,
            # `{#` begins an id in Markdown: # Heading {#name}
            comment_start_string="{##",
            comment_end_string="##}",
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            cache_size=0,
            optimized=False,
        )
        self.budget = budget
        self.files: list[str] = []
        self.sources: dict[str, str] = {}
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.tests = {name: self.tests[name] for name in TESTS}
        self.globals: dict[str, Any] = {
            "_print": printer,
            "_steps": budget.steps,
            "_concat": self._concat,
            "range": self._range,
            "namespace": Namespace,
        }

    def number_of_file(self, name: str) -> int:
        """Return the number that stands for a template's name in line marks."""
        if name not in self.files:
            self.files.append(name)
        return self.files.index(name)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Allow the public face of our values and a few harmless methods; all else is out of reach."""
        if attr.startswith("_"):
            return False
        if isinstance(obj, str):
            return attr in _TEXT_METHODS
        if isinstance(obj, Mapping):
            return attr in _MAPPING_METHODS
        return isinstance(obj, Guarded | LoopContext | Macro | Namespace | Nothing)

    def unsafe_undefined(self, obj: Any, attribute: str) -> Any:
        """Refuse what the sandbox forbids, in the words of a brief's author."""
        kind = type(obj).__name__.removesuffix("Value").lower()
        hint = "a template reaches the ledger's functions, and nothing of the system"
        raise NarrativeError(Fault(f"{attribute!r} of a {kind} is out of reach of templates", hint=hint))

    def call(self, context: Any, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call a function of a template, for one operation."""
        self.budget.spend()
        return super().call(context, obj, *args, **kwargs)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Compute, but never with texts or lists: those can grow without end."""
        if operator in ("**", "%", "//") and isinstance(left, Guarded):
            raise NarrativeError(Fault(f"{operator!r} of a quantity means nothing"))
        texts = isinstance(left, str | list | tuple) or isinstance(right, str | list | tuple)
        if operator == "**" or texts:
            hint = "write texts side by side; join them with ~"
            raise NarrativeError(Fault(f"{operator!r} cannot be used here", hint=hint))
        return super().call_binop(context, operator, left, right)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = _Metering().visit(super()._parse(source, name, filename))
        return tree

    def _concat(self, *parts: Any) -> Markup | str:
        self.budget.spend(len(parts))
        if any(isinstance(part, Guarded) for part in parts):
            hint = "print the number by itself: {{ … }}"
            raise NarrativeError(Fault("a number cannot be joined to a text with ~", hint=hint))
        joined = (
            Markup("").join(parts) if any(isinstance(p, Markup) for p in parts) else "".join(map(str, parts))
        )
        self.budget.write(joined)
        return joined

    def _range(self, *ends: int) -> range:
        numbers = range(*ends)
        self.budget.spend(len(numbers))
        return numbers


class _InputLoader(BaseLoader):
    def __init__(self, load: Callable[[str], str]) -> None:
        self.load_text = load

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            text = self.load_text(template)
        except BriefError as error:
            raise TemplateNotFound(template, str(error.faults[0].message)) from error
        return text, template, lambda: True


class _Tracing(Extension):
    """Rewrites the stream of tokens so that prints and lines know where they stand."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        environment: Any = self.environment
        environment.sources[name or ""] = source
        return source

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        environment: Any = self.environment
        name = stream.name or ""
        file = environment.number_of_file(name)
        source = environment.sources.get(name, "")
        expressions = _parts(environment, source, name, "variable")
        tags = _parts(environment, source, name, "block")
        ends_line = 0
        for token in stream:
            if token.type == "block_begin":
                tag = next(tags)
                word, _, condition = tag.text.partition(" ")
                yield token
                if word.lstrip("-+") == "claim":
                    yield from (*_claim_tokens(token, condition, name), *_until_block_end(stream))
                elif word.lstrip("-+") == "endclaim" and tag.ends_line:
                    ends_line = tag.line
            elif token.type == "block_end" and ends_line:
                # A claim ends within a line of prose: the line's end, which Jinja trims behind tags, stays.
                yield from (token, Token(ends_line, "data", mark_lines("\n", file, ends_line)))
                ends_line = 0
            elif token.type == "data":
                yield Token(token.lineno, "data", mark_lines(token.value, file, token.lineno))
            elif token.type == "variable_begin":
                yield from (token, _name(token, "_print"), *_signs(token, "lparen", "lparen"))
            elif token.type == "variable_end":
                part = next(expressions)
                yield from _signs(token, "rparen", "comma")
                yield Token(token.lineno, "string", part.text)
                yield from _signs(token, "comma")
                yield Token(token.lineno, "string", name)
                yield from _signs(token, "comma")
                yield Token(
                    token.lineno, "integer", cast(str, part.line)
                )  # the parser wants the number itself
                yield from (*_signs(token, "rparen"), token)
            else:
                yield token


class _Part(NamedTuple):
    """The inside of a `{{ … }}` or `{% … %}`: line, text, and whether Jinja trims a line's end after it."""

    line: int
    text: str
    ends_line: bool


def _parts(environment: Any, source: str, name: str, kind_of: str) -> Iterator[_Part]:
    """Yield the inside of every `{{ … }}` ("variable") or `{% … %}` ("block"), in order."""
    text, start, inside = "", 1, False
    for line, kind, value in environment.lexer.tokeniter(source, name):
        if kind == f"{kind_of}_begin":
            text, start, inside = "", line, True
        elif kind == f"{kind_of}_end":
            inside = False
            yield _Part(start, " ".join(text.split()), value.endswith("}\n"))
        elif inside:
            text += value


def _claim_tokens(token: Token, condition: str, name: str) -> tuple[Token, ...]:
    """Return the tag with its condition as one string, so that Jinja never parses it."""
    return (
        _name(token, "claim"),
        Token(token.lineno, "string", condition),
        *_signs(token, "comma"),
        Token(token.lineno, "string", name),
        *_signs(token, "comma"),
        Token(token.lineno, "integer", cast(str, token.lineno)),
    )


def _until_block_end(stream: TokenStream) -> Iterator[Token]:
    """Pass over a tag's own tokens; yield the one that ends it."""
    for token in stream:
        if token.type == "block_end":
            yield token
            return


class _ClaimTag(Extension):
    """`{% claim … %}` … `{% endclaim %}`, whose condition arrives as one string."""

    tags = frozenset({"claim"})  # type: ignore[assignment]  # never changed

    def parse(self, parser: Parser) -> nodes.CallBlock:
        """Return a call of the session with the tag's condition, place and body."""
        line = next(parser.stream).lineno
        arguments = [parser.parse_primary()]
        while parser.stream.skip_if("comma"):
            arguments.append(parser.parse_primary())
        body = parser.parse_statements(("name:endclaim",), drop_needle=True)
        call = nodes.Call(nodes.Name("_claim", "load"), arguments, [], None, None)
        block = nodes.CallBlock(call, [], [], body)
        block.set_lineno(line)
        return block


def _name(token: Token, name: str) -> Token:
    return Token(token.lineno, "name", name)


def _signs(token: Token, *kinds: str) -> tuple[Token, ...]:
    return tuple(Token(token.lineno, kind, "") for kind in kinds)


class _Metering(NodeTransformer):
    """Sends every loop's items and every `~` through the budget."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802  # the visitor's naming
        self.generic_visit(node)
        node.iter = self._call("_steps", [cast(nodes.Expr, node.iter)], node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Call:  # noqa: N802  # the visitor's naming
        self.generic_visit(node)
        return self._call("_concat", list(node.nodes), node.lineno)

    def _call(self, name: str, arguments: list[nodes.Expr], line: int) -> nodes.Call:
        function = nodes.Name(name, "load", lineno=line)
        return nodes.Call(function, arguments, [], None, None, lineno=line)


def template_place(error: BaseException, files: Mapping[str, str]) -> Place | None:
    """Return the line of a template where an error arose; `None` where none is in its trace."""
    found = None
    trace = error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name in files:
            found = Place(name, trace.tb_lineno)
        trace = trace.tb_next
    return found
