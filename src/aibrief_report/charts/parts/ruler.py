"""How wide a text is, measured in the theme's own fonts, so that labels can be placed before drawing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from aibrief_report.digest import Json, canonical, sha256
from aibrief_report.store.cache import Cache
from aibrief_report.theme.coverage import NO_CACHE
from aibrief_report.theme.tokens import Face, Fonts

_WIDE = 1.0  # em of a glyph that the face lacks: it comes from another font, and CJK is a full em wide
_FORM = 1  # raised when the form of what is cached changes
_GUESS = 0.56  # em of any glyph where the theme carries no face at all


@dataclass(frozen=True, slots=True)
class _Advances:
    """Advance widths of one face in em, by character."""

    widths: Mapping[int, float]

    def width(self, text: str) -> float:
        return sum(self.widths.get(ord(one), _WIDE) for one in text)


def text_width(text: str, fonts: Fonts, size: float, weight: int = 400, cache: Cache = NO_CACHE) -> float:
    """Return the width in points of a line set in the theme's sans at `size` points. Kerning is left out.

    `cache` keeps the widths of a font's characters, as opening it takes a tenth of a second.
    """
    face = _nearest(fonts, weight)
    if face is None:
        return len(text) * _GUESS * size
    return _advances(face.data, cache).width(text) * size


def wrapped(
    text: str, fonts: Fonts, size: float, width: float, weight: int = 400, cache: Cache = NO_CACHE
) -> tuple[str, ...]:
    """Return a text in lines no wider than `width` points; a single word that is wider keeps its line."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, fonts, size, weight, cache) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _nearest(fonts: Fonts, weight: int) -> Face | None:
    upright = [face for face in fonts.faces if face.family == fonts.sans and not face.italic]
    return min(upright, key=lambda face: (abs(face.weight - weight), face.weight), default=None)


@lru_cache(maxsize=8)
def _advances(data: bytes, cache: Cache) -> _Advances:
    ingredients: list[Json] = ["advances", _FORM, sha256(data)]
    held = cache.get(ingredients)
    if held is None:
        held = canonical(_measured(data))
        cache.put(ingredients, held)
    em, codes, widths = json.loads(held)
    return _Advances({code: width / em for code, width in zip(codes, widths, strict=True)})


def _measured(data: bytes) -> list[Json]:
    """Return the units of an em, the characters of a font, and how many units wide each is."""
    from fontTools.ttLib import TTFont  # here: it takes 0.2 s to import

    font = TTFont(BytesIO(data), lazy=True)
    names, metrics = font.getBestCmap(), font["hmtx"]
    return [font["head"].unitsPerEm, [*names], [metrics[name][0] for name in names.values()]]
