"""Documents as JSON, both ways: `document.json` is read by log, diff, trace, review and recall.

A node is an object with its class under "type" (so no node has a field of that name) and only the
fields that differ from their defaults.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

from msgspec import NODEFAULT, Struct

from aibrief_report.digest import Json
from aibrief_report.errors import Fault, ModelError
from aibrief_report.model import blocks, charts, claims, document, inlines, notices, numbers

FORMAT = 2
"""Raised when a reader of the old form would misread the new one."""

_NODES: dict[str, type] = {
    kind.__name__: kind
    for kind in (
        *get_args(inlines.Inline),
        *get_args(blocks.Block),
        inlines.CiteItem,
        blocks.KeyFigure,
        blocks.Column,
        blocks.Row,
        charts.Chart,
        charts.Image,
        charts.Axis,
        charts.Series,
        charts.Annotation,
        charts.Point,
        charts.Drawing,
        numbers.Number,
        numbers.Span,
        numbers.SourceMark,
        numbers.Rival,
        numbers.Use,
        claims.Claim,
        claims.Flip,
        claims.Contest,
        notices.Notice,
        document.Document,
        document.Meta,
        document.Author,
        document.Reference,
        document.Attachment,
        document.Dependency,
        document.InputText,
    )
}


def to_json(node: Any) -> Json:
    """Return a node, or a document, as plain JSON values. Bytes become `{"base64": …}`."""
    if isinstance(node, tuple | list):
        return [to_json(part) for part in node]
    if isinstance(node, Mapping):
        return {key: to_json(value) for key, value in node.items()}
    if isinstance(node, bytes):
        return {"base64": base64.b64encode(node).decode()}
    if isinstance(node, bool | int | float | str) or node is None:
        return node
    found: dict[str, Json] = {"type": type(node).__name__}
    for name, default in _defaults(node.__class__):
        value = getattr(node, name)
        if value != default:
            found[name] = to_json(value)
    return found


@cache
def _defaults(kind: type[Struct]) -> tuple[tuple[str, Any], ...]:
    """Return the names of a node's fields and what each is worth when it is not told."""
    names, told = kind.__struct_fields__, kind.__struct_defaults__
    missing = [NODEFAULT] * (len(names) - len(told))
    return tuple(zip(names, [*missing, *map(_made, told)], strict=True))


def _made(default: Any) -> Any:
    make = getattr(default, "factory", None)  # as msgspec keeps a `default_factory`
    return make() if make else default


def from_json(value: Any) -> Any:
    """Return the node that `to_json` wrote. Raises `ModelError` for a node or field that is unknown."""
    if isinstance(value, list):
        return tuple(from_json(part) for part in value)
    if not isinstance(value, dict):
        return value
    if set(value) == {"base64"} and isinstance(value["base64"], str):
        return base64.b64decode(value["base64"])
    # A mapping by id may well have a row of the id "type": what stands there is no text.
    if not isinstance(value.get("type"), str):
        return {key: from_json(part) for key, part in value.items()}
    name = value["type"]
    kind = _NODES.get(name)
    if kind is None:
        raise ModelError(Fault(f"a document has no node named {name!r}"))
    parts = {key: from_json(part) for key, part in value.items() if key != "type"}
    try:
        return kind(**parts)
    except TypeError as error:
        raise ModelError(Fault(f"the node {name} cannot be read back: {error}")) from error


def dump(doc: document.Document) -> bytes:
    """Return a document as the bytes of `document.json`: each block, number, claim and contest on a line."""
    document = _lined(to_json(doc), deeper=True)
    return f'{{"document": {document}, "format": {FORMAT}}}\n'.encode()


def _lined(value: Json, *, deeper: bool = False) -> str:
    """Return a value with each of its parts on a line of its own; `deeper`, the parts of these too."""
    write = _lined if deeper else _text
    match value:
        case list():
            parts = ",\n".join(map(write, value))
            return f"[\n{parts}\n]"
        case dict():
            parts = ",\n".join(f"{_text(key)}: {write(value[key])}" for key in sorted(value))
            return f"{{\n{parts}\n}}"
        case _:
            return _text(value)


def _text(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def load(data: bytes) -> document.Document:
    """Return the document in the bytes of a `document.json`. Raises `ModelError` for another format."""
    try:
        held = json.loads(data)
        found = from_json(held["document"]) if held["format"] == FORMAT else None
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ModelError(Fault(f"document.json cannot be read: {error}")) from error
    if not isinstance(found, document.Document):
        raise ModelError(Fault("document.json is of another format; build the brief again"))
    return found
