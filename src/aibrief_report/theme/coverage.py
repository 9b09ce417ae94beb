"""Which characters the fonts of a theme have, and so which would be boxes or left to a reader's machine."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise
from unicodedata import category

from msgspec import Struct

from aibrief_report.digest import Json, canonical, sha256
from aibrief_report.ooxml.language import EAST_ASIAN, primary
from aibrief_report.store.cache import Cache
from aibrief_report.theme.tokens import Face, Fonts, Role

NO_CACHE = Cache(None)
_FORM = 1
"""Raised when the form of what is cached changes."""

_FULL_WIDTH = "·—“”…"  # not ‘’, which are the apostrophes of foreign names

_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""Categories of what has no shape: for a space that a font lacks the shaping engine sets an empty one."""


class Coverage(Struct, frozen=True):
    """The characters of a font as runs: `starts` in order, and where each run ends."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __contains__(self, char: str) -> bool:
        """Return whether the font has a glyph for a character."""
        place = bisect_right(self.starts, ord(char)) - 1
        return place >= 0 and ord(char) <= self.ends[place]


_KNOWN: dict[bytes, Coverage] = {}
"""What was read before, by whoever has a cache at hand; the same whatever the cache."""


def coverage(face: Face, cache: Cache = NO_CACHE) -> Coverage:
    """Return the characters of a face. `cache` keeps them."""
    if face.data not in _KNOWN:
        _KNOWN[face.data] = _read(face.data, cache)
    return _KNOWN[face.data]


def lacking(chars: Iterable[str], fonts: Fonts, cache: Cache = NO_CACHE) -> tuple[str, ...]:
    """Return those characters that no face has, in order; what has no shape is never lacking.

    Fonts without a face name families only: what those have is the business of a reader's machine.
    """
    if not fonts.faces:
        return ()
    held = [coverage(face, cache) for face in fonts.faces]
    shaped = (char for char in sorted(set(chars)) if category(char) not in _UNSEEN)
    return tuple(char for char in shaped if not any(char in one for one in held))


def stand_in(fonts: Fonts, role: Role, char: str, cache: Cache = NO_CACHE) -> str:
    """Return the family that stands in for a role's own where it lacks a character; "" for none."""
    for family in fonts.fallback.get(role, ()):
        if any(char in coverage(face, cache) for face in fonts.faces if face.family == family):
            return family
    return ""


def yielded(fonts: Fonts, language: str, cache: Cache = NO_CACHE) -> str:
    """Return the characters that a theme's own families leave to those that stand in for them.

    In Chinese, Japanese and Korean the marks that Latin fonts have as well are a full em wide.
    """
    standing_in = [face for face in fonts.faces if face.family in fonts.fallbacks()]
    if primary(language) not in EAST_ASIAN:
        return ""
    return "".join(char for char in _FULL_WIDTH if any(char in coverage(face, cache) for face in standing_in))


def _read(data: bytes, cache: Cache) -> Coverage:
    ingredients: list[Json] = ["coverage", _FORM, sha256(data)]
    held = cache.get(ingredients)
    if held is None:
        held = canonical([*_runs(data)])
        cache.put(ingredients, held)
    starts, ends = json.loads(held)
    return Coverage(tuple(starts), tuple(ends))


def _runs(data: bytes) -> list[list[int]]:
    """Return where the runs of a font's characters start, and where they end."""
    import uharfbuzz as hb  # here: most builds find this in the cache

    codes = sorted(hb.Face(data).unicodes)
    breaks = [(last, first) for last, first in pairwise(codes) if first != last + 1]
    return [codes[:1] + [first for _, first in breaks], [last for last, _ in breaks] + codes[-1:]]
