"""Walking and rewriting a document, whatever its nodes: one place knows how nodes nest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import is_
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import astuple, replace

from aibrief_report.model.inlines import (
    Citation,
    Code,
    CrossRef,
    LineBreak,
    Note,
    NoteRef,
    NumberText,
    Text,
)

Node = TypeVar("Node")


def walk(node: Any) -> Iterator[Any]:
    """Yield every node below and including `node` (a node, or a tuple of them), in reading order."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, tuple):
            waiting.extend(reversed(one))
        elif isinstance(one, Struct):
            yield one
            waiting.extend(reversed(astuple(one)))


def rewrite(node: Node, change: Callable[[Any], Any]) -> Node:
    """Return `node` with `change` applied to every node in it, children before parents.

    `change` returns its argument where nothing changes; then nothing is copied.
    """
    return _rewrite(node, change)  # type: ignore[no-any-return]  # the generic walk cannot keep the type


def _rewrite(node: Any, change: Callable[[Any], Any]) -> Any:
    if isinstance(node, tuple):
        parts = tuple([_rewrite(part, change) for part in node])
        return node if all(map(is_, parts, node)) else parts
    if not isinstance(node, Struct):
        return node
    changed = {}
    for name in node.__struct_fields__:
        old = getattr(node, name)
        new = _rewrite(old, change)
        if new is not old:
            changed[name] = new
    return change(replace(node, **changed) if changed else node)


def plain(node: Any) -> str:
    """Return the words of inlines as a reader would read them aloud: no marks of footnotes, no formatting."""
    if isinstance(node, tuple):
        return "".join(plain(part) for part in node)
    match node:
        case Text() | Code() | NumberText() | CrossRef():
            return node.text
        case LineBreak():
            return " "
        case Note() | NoteRef():
            return ""
        case Citation():
            return plain(node.children)
        case _:
            return plain(getattr(node, "children", ()))
