"""What is changed in the stream of a template's tokens: prints and lines learn where they stand.

Every `{{ … }}` becomes a call of the session's printer with its own source text and line, every line of
template text carries a mark of its place, and `{% claim … %}` hands its condition on as one string.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias, cast

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.parser import Parser
from msgspec import Struct, field

from aibrief_report.errors import Fault, NarrativeError, Place
from aibrief_report.narrative.markers import line_mark, mark_lines

_Piece: TypeAlias = tuple[int, str, str]
"""A piece of a template as Jinja's lexer cuts it: its line, its kind, its text."""


class Tracing(Extension):
    """Rewrites the stream of tokens so that prints and lines know where they stand."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Remember a template with the lines before it, for errors and spans; return it unchanged."""
        environment: Any = self.environment
        environment.remember(source, name or "", environment.lines_before + 1)
        return source

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield a template's tokens, rewritten. Raises `NarrativeError` for names that begin with _."""
        environment: Any = self.environment
        name, before = stream.name or "", environment.lines_before
        source = environment.sources[name][before:]  # without the empty lines that stand for those before it
        pieces = tuple(
            (line + before, kind, text) for line, kind, text in environment.lexer.tokeniter(source, name)
        )
        lines = _Lines(environment.number_of_file(name), _swallowed(pieces))
        expressions, tags = _parts(pieces, "variable"), _parts(pieces, "block")
        tokens = _moved(stream, before)
        for token in tokens:
            if token.type in ("data", "variable_begin", "block_begin"):
                yield from lines.before(token)
            if token.type == "block_begin":
                word, _, condition = next(tags)[1].lstrip("-+ ").partition(" ")
                lines.tag(word, condition)
                yield token
                if word == "claim":
                    yield from (*_claim_tokens(token, condition, name), *_until_block_end(tokens))
            elif token.type == "data":
                yield Token(token.lineno, "data", mark_lines(token.value, lines.file, token.lineno))
            elif token.type == "variable_begin":
                yield from (token, _name(token, "_print"), *_signs(token, "lparen", "lparen"))
            elif token.type == "variable_end":
                yield from _print_arguments(token, name, *next(expressions))
            elif token.type == "name" and token.value.startswith("_") and token.value != "_":
                raise _hidden_name(token, name)
            else:
                yield token
            lines.behind(token)


class _Lines(Struct):
    """Knows at which tokens a line of the template begins, and which line ends Jinja took away.

    Jinja takes the line end behind every tag, so that tags leave no empty lines. Where a tag ends a line
    of prose, two paragraphs would become one: there the line end is put back. `swallowed` are the lines
    whose end was taken unasked.
    """

    file: int
    swallowed: frozenset[int]
    line: int = 0
    prose: bool = False
    around: list[bool] = field(default_factory=list)

    def before(self, token: Token) -> Iterator[Token]:
        """Yield what is missing before a token: the end of the line before, the mark of its own."""
        if token.lineno == self.line:
            return
        if self.prose and self.line in self.swallowed:
            yield Token(self.line, "data", "\n")
        self.prose = False
        if token.type != "block_begin":
            yield Token(token.lineno, "data", line_mark(self.file, token.lineno))

    def tag(self, word: str, rest: str) -> None:
        """Take note of a tag: what `macro` and `set` capture is no part of the line that they stand on."""
        if word == "macro" or (word == "set" and "=" not in rest):
            self.around.append(self.prose)
            self.prose = False
        elif word in ("endmacro", "endset") and self.around:
            self.prose = self.around.pop()

    def behind(self, token: Token) -> None:
        """Take note of a token that has been yielded."""
        self.line = token.lineno
        if token.type == "variable_begin":
            self.prose = True
        elif token.type == "data":
            last = token.value.rpartition("\n")[2]
            self.prose = bool(last.strip()) or (self.prose and "\n" not in token.value)
            self.line += token.value.count("\n")


def _moved(tokens: Iterable[Token], lines: int) -> Iterator[Token]:
    """Yield tokens with their lines counted from some lines earlier."""
    return (Token(token.lineno + lines, token.type, token.value) for token in tokens)


def _swallowed(pieces: Sequence[_Piece]) -> frozenset[int]:
    """Return the lines whose end Jinja takes with a tag or comment, not those that `-%}` asks to be taken."""
    ends = ("block_end", "comment_end", "raw_begin", "raw_end")
    taken = ((line, text) for line, kind, text in pieces if kind in ends)
    return frozenset(line for line, text in taken if text.endswith("}\n") and not text.startswith("-"))


def _print_arguments(token: Token, name: str, line: int, text: str) -> Iterator[Token]:
    """Yield what follows the value in a call of the printer: the expression, the file and the line."""
    yield from _signs(token, "rparen", "comma")
    yield Token(token.lineno, "string", text)
    yield from _signs(token, "comma")
    yield Token(token.lineno, "string", name)
    yield from _signs(token, "comma")
    yield Token(token.lineno, "integer", cast(str, line))  # the parser wants the number itself
    yield from (*_signs(token, "rparen"), token)


def _hidden_name(token: Token, name: str) -> NarrativeError:
    place = Place(name, token.lineno) if name else None
    hint = "a template reaches the ledger's functions, and nothing of the system"
    return NarrativeError(Fault(f"{token.value!r} is out of reach of templates", place, hint))


def _parts(pieces: Sequence[_Piece], kind_of: str) -> Iterator[tuple[int, str]]:
    """Yield line and source text of every `{{ … }}` ("variable") or `{% … %}` ("block"), in order."""
    text, start, inside = "", 1, False
    for line, kind, value in pieces:
        if kind == f"{kind_of}_begin":
            text, start, inside = "", line, True
        elif kind == f"{kind_of}_end":
            inside = False
            yield start, " ".join(text.split())
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


def _until_block_end(tokens: Iterator[Token]) -> Iterator[Token]:
    """Pass over a tag's own tokens; yield the one that ends it."""
    for token in tokens:
        if token.type == "block_end":
            yield token
            return


class ClaimTag(Extension):
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
