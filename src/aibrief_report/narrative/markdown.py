"""The Markdown of a narrative: CommonMark, tables, footnotes, fenced boxes, citations, cross-references.

Parsing is markdown-it-py's. Two inline rules are ours: `[@key, p. 3]` and `@fig-…`, both after pandoc's
syntax (https://pandoc.org/MANUAL.html#citation-syntax).
"""

from __future__ import annotations

import re
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

_KEY = r"[A-Za-z0-9_](?:[A-Za-z0-9_:.#$%&+?<>~/-]*[A-Za-z0-9_])?"
_BARE = re.compile(f"@({_KEY})")
_ITEM = re.compile(f"(?P<prefix>.*?)(?P<bare>-?)@(?P<key>{_KEY})(?P<rest>.*)", re.DOTALL)
_CROSS = re.compile(r"(?:fig|tbl|sec|box)-")
_QUOTES = {"en": "“”‘’", "de": "„“‚‘", "fr": ["«\u00a0", "\u00a0»", "“", "”"], "zh": "“”‘’"}


def parser(language: str) -> MarkdownIt:
    """Return a parser whose quotation marks are those of a language."""
    quotes = _QUOTES.get(language.split("-", maxsplit=1)[0], _QUOTES["en"])
    markdown = MarkdownIt("commonmark", {"typographer": True, "quotes": quotes})
    markdown.enable(["table", "replacements", "smartquotes"])
    markdown.use(footnote_plugin)
    markdown.use(container_plugin, name="fence", validate=lambda *_: True)
    markdown.use(attrs_plugin, spans=True, allowed={"id", "class", "lang"})
    markdown.inline.ruler.before("link", "citation", _citation)
    markdown.inline.ruler.before("link", "mention", _mention)
    return markdown


def _citation(state: StateInline, silent: bool) -> bool:
    """Parse `[see @key, p. 3; @other]`."""
    if state.src[state.pos] != "[":
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos)
    if end < 0 or state.src[end + 1 : end + 2] in ("(", "{"):
        return False
    inside = state.src[state.pos + 1 : end]
    items = [_ITEM.fullmatch(part.strip()) for part in inside.split(";")]
    if not items or not all(found and _starts_word(found) for found in items):
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.meta = {"items": [_item(found) for found in items if found], "narrative": False, **_line(state)}
    state.pos = end + 1
    return True


def _mention(state: StateInline, silent: bool) -> bool:
    """Parse `@fig-gap` and `@key`, where no word runs into the sign."""
    if state.src[state.pos] != "@":
        return False
    before = state.src[state.pos - 1 : state.pos]
    found = _BARE.match(state.src, state.pos)
    if found is None or before.isalnum():
        return False
    key = found[1]
    if not silent:
        if _CROSS.match(key):
            state.push("crossref", "", 0).meta = {"target": key, **_line(state)}
        else:
            item = {"key": key, "prefix": "", "locator": "", "bare": False}
            state.push("citation", "", 0).meta = {"items": [item], "narrative": True, **_line(state)}
    state.pos = found.end()
    return True


def _starts_word(found: re.Match[str]) -> bool:
    prefix = found["prefix"]
    return not prefix or prefix[-1].isspace()


def _item(found: re.Match[str]) -> dict[str, Any]:
    return {
        "key": found["key"],
        "prefix": found["prefix"].strip(),
        "locator": found["rest"].lstrip(", ").strip(),
        "bare": bool(found["bare"]),
    }


def _line(state: StateInline) -> dict[str, int]:
    return {"line": state.src.count("\n", 0, state.pos)}
