"""XML as text that cannot be confused with plain text: `Xml` is markup, `str` is yet to be escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NewType

from aibrief_report.errors import Fault, RenderError

Xml = NewType("Xml", str)
"""Well-formed XML content. Only this module makes it from text."""

NOTHING = Xml("")

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MARKUP = re.compile(r"[&<>\"]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
# XML 1.0 has no spelling for these, not even an escaped one (section 2.2).
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UNUSUAL = re.compile(f"{_MARKUP.pattern}|{_IMPOSSIBLE.pattern}")
"""One look at a text, for there are thousands and nearly all are plain."""


def escape(text: str) -> Xml:
    """Return text as XML content or attribute value. Raises `RenderError` for what XML cannot hold."""
    if not _UNUSUAL.search(text):
        return Xml(text)
    found = _IMPOSSIBLE.search(text)
    if found:
        code = f"U+{ord(found.group()):04X}"
        raise RenderError(
            Fault(f"the text {text[:40]!r} holds the character {code}, which XML cannot", hint="remove it")
        )
    return Xml(_MARKUP.sub(lambda one: _ENTITIES[one.group()], text))


def unescape(text: str) -> str:
    """Return the text that `escape` wrote."""
    for sign, entity in reversed(_ENTITIES.items()):
        text = text.replace(entity, sign)
    return text


def tag(name: str, /, *children: Xml, **attributes: str | int | None) -> Xml:
    """Return an element. The attribute `w_val` is written `w:val`; one that is `None` is left out.

    >>> tag("w:jc", w_val="right")
    '<w:jc w:val="right"/>'
    """
    head = name + "".join(
        f' {key.replace("_", ":", 1)}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    content = "".join(children)
    return Xml(f"<{head}>{content}</{name}>" if content else f"<{head}/>")


def flag(name: str, on: bool) -> Xml:
    """Return an empty element such as `<w:b/>` where `on`, else nothing."""
    return Xml(f"<{name}/>") if on else NOTHING


def join(parts: Iterable[Xml]) -> Xml:
    """Return pieces of XML one after the other."""
    return Xml("".join(parts))


def part(root: str, declared: str, *children: Xml) -> bytes:
    """Return a whole part: the XML declaration and a root element with its namespace declarations."""
    return f"{_DECLARATION}<{root} {declared}>{join(children)}</{root}>".encode()
