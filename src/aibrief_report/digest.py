"""Canonical bytes and their SHA-256: what "the same" means everywhere in the toolkit."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"

SHORT = 12
"""How many hex digits name a version: 48 bits, enough to tell the versions of a project apart."""


def canonical(value: Json) -> bytes:
    """Return JSON with sorted keys, no spaces and UTF-8 text: one value, one spelling (after RFC 8785)."""
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def sha256(data: bytes) -> str:
    """Return the SHA-256 of bytes as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def digest(value: Json) -> str:
    """Return the SHA-256 of a value's canonical bytes."""
    return sha256(canonical(value))


def short_id(*parts: str, digits: int = 8) -> str:
    """Return a short stable id for some texts, for bookmarks and anchors made from a template's source."""
    return sha256("\x1f".join(parts).encode())[:digits]
