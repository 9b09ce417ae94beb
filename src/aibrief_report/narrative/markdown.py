"""The Markdown of a narrative: CommonMark, tables, footnotes, fenced boxes, citations, cross-references.

Parsing is markdown-it-py's. Two inline rules are ours: `[@key, p. 3]` and `@fig-…`, both after pandoc's
syntax (https://pandoc.org/MANUAL.html#citation-syntax), and `@fig-…{.page}` in the manner of its attributes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

from aibrief_report.narrative.escape import shown
from aibrief_report.narrative.spaces import french_spaces

_KEY = r"[A-Za-z0-9_](?:[A-Za-z0-9_:.#$%&+?<>~/-]*[A-Za-z0-9_])?"
_BARE = re.compile(f"@({_KEY})")
_ITEM = re.compile(f"(?P<prefix>.*?)(?P<bare>-?)@(?P<key>{_KEY})(?P<rest>.*)", re.DOTALL)
_BRACKET = re.compile(r"[\[\]]")
_IDEOGRAPHS = "\u2e80"
_CROSS = re.compile(r"(?:fig|tbl|sec|box)-")
_WITH_PAGE = re.compile(r"\{\.page\}")
_QUOTES = {"en": "“”‘’", "de": "„“‚‘", "fr": ["«\u00a0", "\u00a0»", "“", "”"], "zh": "“”‘’"}


DEEPEST = 24
"""How deep lists and quotes may nest, in markdown-it's levels: two for a list, one for a quote."""

MOST_OPEN = 100
"""How many brackets may be open at a place: for each, markdown-it looks through all that follows."""

# Under these keys of its environment the parser tells the first line that goes beyond either.
_DEEP, _OPEN = "too deep", "too open"


def parser(language: str) -> MarkdownIt:
    """Return a parser whose quotation marks are those of a language."""
    quotes = _QUOTES.get(language.split("-", maxsplit=1)[0], _QUOTES["en"])
    markdown = MarkdownIt("commonmark", {"typographer": True, "quotes": quotes})
    markdown.enable(["table", "replacements", "smartquotes"])
    # An address that markdown-it takes for unsafe would be printed as text; here it is told as a fault.
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # how markdown-it is told
    normalize = markdown.normalizeLink
    markdown.normalizeLink = lambda url: normalize(shown(url))  # type: ignore[method-assign]  # likewise
    # What nests deeper than markdown-it goes is dropped without a word: so it goes deeper than we allow.
    markdown.options["maxNesting"] = 4 * DEEPEST
    markdown.block.ruler.before("code", "depth", _depth)
    markdown.core.ruler.before("inline", "brackets", _brackets)
    markdown.use(footnote_plugin)
    markdown.use(container_plugin, name="fence", validate=lambda *_: True)
    markdown.use(attrs_plugin, spans=True, allowed={"id", "class", "lang"})
    markdown.inline.ruler.before("link", "citation", _citation)
    markdown.inline.ruler.before("link", "mention", _mention)
    if language.split("-", maxsplit=1)[0] == "fr":
        markdown.core.ruler.push("spaces", _french_spaces)
    return markdown


def lost(read: Mapping[str, Any], lines: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Yield what Markdown leaves out without a word, as line (from 0), message and hint.

    `read` is the environment of a parsing, `lines` are those of its text.
    """
    if _DEEP in read:
        yield read[_DEEP], "lists and quotes nest too deep here", "begin a section, or a list of its own"
    if _OPEN in read:
        yield read[_OPEN], f"more than {MOST_OPEN} brackets are open here", "close them, or write \\["
    for label, number in read.get("footnotes", {}).get("refs", {}).items():
        if number < 0:
            note = f"[^{label.removeprefix(':')}]"
            begins = (place for place, line in enumerate(lines) if line.lstrip(" >").startswith(f"{note}:"))
            yield next(begins, 0), f"nothing refers to the footnote {note}", f"write {note} where it belongs"


def _french_spaces(state: StateCore) -> None:
    """Set the spaces of French around its marks, in text alone."""
    for block in state.tokens:
        for token in block.children or ():
            if token.type == "text":
                token.content = french_spaces(token.content)


def _depth(state: StateBlock, line: int, _end: int, _silent: bool) -> bool:
    """Note the first line that nests too deep; parse nothing."""
    if state.level > DEEPEST:
        state.env.setdefault(_DEEP, line)
    return False


def _brackets(state: StateCore) -> None:
    """Note the first text in which too many brackets are open, and parse nothing of any such."""
    for token in state.tokens:
        if token.type == "inline" and _open(token.content) > MOST_OPEN:
            state.env.setdefault(_OPEN, token.map[0] if token.map else 0)
            token.content = ""


def _open(text: str) -> int:
    """Return how many brackets are open at once, at most."""
    depth = most = 0
    for sign in _BRACKET.findall(text) if text.count("[") > MOST_OPEN else ():
        depth = depth + 1 if sign == "[" else max(0, depth - 1)
        most = max(most, depth)
    return most


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
        token.meta = {"items": [_item(found) for found in items if found], "narrative": False}
    state.pos = end + 1
    return True


def _mention(state: StateInline, silent: bool) -> bool:
    """Parse `@fig-gap`, `@fig-gap{.page}` and `@key`, where no word runs into the sign."""
    if state.src[state.pos] != "@":
        return False
    before = state.src[state.pos - 1 : state.pos]
    found = _BARE.match(state.src, state.pos)
    # Chinese and its like set no space between words: there the sign begins one all the same.
    if found is None or (before.isalnum() and before < _IDEOGRAPHS):
        return False
    key = found[1]
    paged = _WITH_PAGE.match(state.src, found.end()) if _CROSS.match(key) else None
    if not silent:
        if _CROSS.match(key):
            state.push("crossref", "", 0).meta = {"target": key, "page": paged is not None}
        else:
            item = {"key": key, "prefix": "", "locator": "", "bare": False}
            state.push("citation", "", 0).meta = {"items": [item], "narrative": True}
    state.pos = (paged or found).end()
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
