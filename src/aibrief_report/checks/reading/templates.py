"""A text's template: what its author typed, what an expression prints, what is marked as literal."""

from __future__ import annotations

import re

_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{##.*?##\}", re.DOTALL)
_LITERAL = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])+)\]\{[^{}]*\.literal[^{}]*\}")
_MARKS = re.compile(r"[*_`]")
_SPACES = re.compile(r"\s+")


def outside_braces(source: str) -> str:
    """Return a template without what expressions print and tags do, its typography as it will be printed."""
    return _typeset(_EXPRESSION.sub(" ", source))


def expressions(source: str) -> tuple[tuple[int, int], ...]:
    """Return where expressions and tags begin and end in a template."""
    return tuple(found.span() for found in _EXPRESSION.finditer(source))


def literals(source: str) -> tuple[str, ...]:
    """Return the texts marked `[…]{.literal}`, as they are printed."""
    return tuple(_typeset(_MARKS.sub("", found[1])) for found in _LITERAL.finditer(source))


def stands_in(number: str, text: str) -> bool:
    """Return whether a number stands in a text by itself, and not within a longer one: no 6 in 2026."""
    sought = re.escape(_SPACES.sub(" ", number.strip()))
    return re.search(rf"(?<![\w.,]){sought}(?!\w|[.,]\d)", text) is not None


def line_number(source: str, text: str) -> int:
    """Return how many lines below a template's first a text begins, 0 where it cannot be found.

    Line breaks count as spaces, as they do in print.
    """
    words = text.split()
    if not words or not source:
        return 0
    pattern = r"\s+".join(re.escape(word) for word in words)
    found = re.search(pattern, source) or re.search(pattern, _typeset(source, keep_lines=True))
    return source.count("\n", 0, found.start()) if found else 0


def _typeset(text: str, *, keep_lines: bool = False) -> str:
    """Return a text as the Markdown parser prints its plain signs."""
    text = text.replace("...", "…").replace("---", "—").replace("--", "–").replace("'", "’")
    return text if keep_lines else _SPACES.sub(" ", text)
