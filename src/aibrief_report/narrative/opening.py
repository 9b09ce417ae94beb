"""What a template opens and never closes: braces, and tags that need an end. Found in its source text."""

from __future__ import annotations

import re

from msgspec import Struct

_CLOSING = {"{{": "}}", "{%": "%}"}
_HIDDEN = re.compile(r"\{##.*?##\}|\{%[-+]?\s*raw\s*[-+]?%\}.*?\{%[-+]?\s*endraw\s*[-+]?%\}", re.DOTALL)
"""Comments, and what is printed as it stands."""
_PIECES = re.compile(r"\{\{|\{%|\}\}|%\}|\"[^\"\n]*\"|'[^'\n]*'")
_TAG = re.compile(r"\{%[-+]?\s*(?P<name>\w+)(?P<rest>.*?)[-+]?%\}", re.DOTALL)
_PAIRED = ("call", "claim", "filter", "for", "if", "macro", "set", "with")


class Opened(Struct, frozen=True):
    """Braces or a tag that nothing closes: what was opened, what would close it, line and column from 1."""

    text: str
    closing: str
    line: int
    column: int


def unclosed_braces(source: str) -> Opened | None:
    """Return the first `{{` or `{%` that meets another before its own end; `None` where all are closed."""
    source, start = _shown(source), None
    for piece in _PIECES.finditer(source):
        if piece[0] in _CLOSING:
            if start is not None:
                break
            start = piece
        elif start is not None and piece[0] == _CLOSING[start[0]]:
            start = None
    return _opened(source, start.start(), start[0], _CLOSING[start[0]]) if start is not None else None


def unclosed_tag(source: str, line: int) -> Opened | None:
    """Return the innermost tag that is open at the end of a line; `None` where none is."""
    source, tags = _shown(source), list[re.Match[str]]()
    for tag in _TAG.finditer(source):
        name = tag["name"]
        if source.count("\n", 0, tag.start()) >= line:
            break
        if name in _PAIRED and not (name == "set" and "=" in tag["rest"]):
            tags.append(tag)
        elif tags and name == f"end{tags[-1]['name']}":
            tags.pop()
    if not tags:
        return None
    name = tags[-1]["name"]
    return _opened(source, tags[-1].start(), f"{{% {name} %}}", f"{{% end{name} %}}")


def _shown(source: str) -> str:
    """Return a template with its hidden parts blank, so that places stay."""
    return _HIDDEN.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), source)


def _opened(source: str, start: int, text: str, closing: str) -> Opened:
    line = source.count("\n", 0, start) + 1
    return Opened(text, closing, line, start - source.rfind("\n", 0, start))
