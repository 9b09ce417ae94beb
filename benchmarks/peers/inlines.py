"""Inlines of a document as pandoc's Markdown (https://pandoc.org/MANUAL.html#pandocs-markdown)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aibrief_report.model.blocks import Paragraph
from aibrief_report.model.inlines import (
    Citation,
    CiteItem,
    Claimed,
    Code,
    CrossRef,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    NumberText,
    Passage,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Text,
)

LINKED = ("box-", "fig-", "sec-", "tbl-")
"""How the anchors begin that are led to. Others have no links to single numbers, back and forth."""

_SPECIAL = re.compile(r"([\\`*_\[\]{}<>@#$^~|\"'])")


def inlines(nodes: Inlines) -> str:
    """Return inlines as Markdown."""
    return "".join(_inline(node) for node in nodes)


def escaped(text: str) -> str:
    """Return text in which nothing is a sign of Markdown's."""
    return _SPECIAL.sub(r"\\\1", text)


def _inline(node: Inline) -> str:
    match node:
        case Text() | NumberText():
            return escaped(node.text)
        case Code():
            return f"`{node.text}`"
        case LineBreak():
            return "\\\n"
        case Citation():
            return citation(node.items, narrative=node.narrative)
        case CrossRef() if node.target.startswith(LINKED):
            return f"[{escaped(node.text)}](#{node.target})"
        case CrossRef():
            return escaped(node.text)
        case Link():
            return f"[{inlines(node.children)}]({node.url})"
        case Note():
            return f"^[{' '.join(inlines(one.inlines) for one in node.blocks if isinstance(one, Paragraph))}]"
        case Claimed():
            return inlines(node.children)
        case Passage() | SmallCaps():
            told = f"lang={node.language}" if isinstance(node, Passage) else ".smallcaps"
            return f"[{inlines(node.children)}]{{{told}}}"
        case Emphasis() | Strong() | Superscript() | Subscript():
            sign = {Emphasis: "*", Strong: "**", Superscript: "^", Subscript: "~"}[type(node)]
            return f"{sign}{inlines(node.children)}{sign}"
        case _:
            raise NotImplementedError(type(node).__name__)


def citation(items: Sequence[CiteItem], *, narrative: bool) -> str:
    """Return a citation of some works."""
    if narrative and len(items) == 1:
        return f"@{items[0].key}" + (f" [{items[0].locator}]" if items[0].locator else "")
    return f"[{'; '.join(_item(item) for item in items)}]"


def _item(item: CiteItem) -> str:
    prefix = f"{escaped(item.prefix)} " if item.prefix else ""
    return f"{prefix}{'-' if item.bare else ''}@{item.key}" + (f", {item.locator}" if item.locator else "")
