"""HTML as text: elements, attributes, escapes. Nothing reaches the page but through here."""

from __future__ import annotations

import re
from html import escape as _escape

from aibrief_report.digest import Json, canonical
from aibrief_report.errors import Fault, RenderError

VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "wbr"})
"""Elements without an end tag (HTML Living Standard, 13.1.2)."""

_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_QUOTED = re.compile(r"""="([^\s"'=<>`]+)"(?=[\s>])""")
_BLOCKS = re.compile(r"<(?:p|ul|ol|dl|div|table|blockquote|pre|figure|aside|hr)\b")
_SAFE_SCHEMES = ("http://", "https://", "mailto:", "ftp://", "#")


def text(words: str) -> str:
    """Return words as character data; control characters, which HTML forbids, become spaces."""
    return _escape(_printable(words), quote=False)


def attributes(**values: str | int | bool | None) -> str:
    """Return attributes as written in a start tag, each after a space.

    `None` and `False` leave an attribute out, `True` writes its bare name. A trailing underscore lets
    Python's own words be names (`class_`); other underscores become hyphens (`aria_label`).
    """
    found = []
    for key, value in values.items():
        name = key.rstrip("_").replace("_", "-")
        if value is True:
            found.append(f" {name}")
        elif value is not None and value is not False:
            found.append(f' {name}="{_escape(_printable(str(value)))}"')
    return "".join(found)


def bare(html: str) -> str:
    """Return elements with quotation marks only around those values that need them (HTML, 13.1.2.3).

    It knows neither scripts nor style sheets: their text may look like a tag.
    """
    return _TAG.sub(lambda tag: _QUOTED.sub(r"=\1", tag[0]), html)


def element(name: str, content: str = "", /, **values: str | int | bool | None) -> str:
    """Return an element around content that is HTML already."""
    start = f"<{name}{attributes(**values)}>"
    return start if name in VOID else f"{start}{content}</{name}>"


def paragraph(content: str, /, **values: str | int | bool | None) -> str:
    """Return a paragraph; a `div` in its place where content holds blocks, which end a paragraph in HTML."""
    if not _BLOCKS.search(content):
        return element("p", content, **values)
    return element("div", content, **{**values, "class_": f"p {values.get('class_') or ''}".strip()})


def address(url: str) -> str:
    """Return an address that a link may have. Raises `RenderError` for one that could run (`javascript:`)."""
    if not url.lower().startswith(_SAFE_SCHEMES):
        raise RenderError(
            Fault(
                f"the link to {url!r} has no address that a reader can follow", hint="write it with https://"
            )
        )
    return url


def json_text(value: Json) -> str:
    """Return JSON that may stand within a script element, where only `<` could end or change it."""
    return canonical(value).decode().replace("<", "\\u003c")


def css_string(words: str) -> str:
    """Return words as a CSS string, quoted (CSS Syntax Level 3, 4.3.7); safe inside a style element."""
    safe = "".join(char if char.isalnum() or char in " .,-–" else f"\\{ord(char):x} " for char in words)
    return f'"{safe}"'


def _printable(words: str) -> str:
    if words.isprintable():
        return words
    return "".join(" " if (char < " " and char not in "\n\t") or char == "\x7f" else char for char in words)
