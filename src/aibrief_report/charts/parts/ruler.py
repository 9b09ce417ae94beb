"""How wide a text is, measured in the theme's own fonts, so that labels can be placed before drawing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from aibrief_report.digest import Json, canonical, sha256
from aibrief_report.store.cache import Cache
from aibrief_report.theme.coverage import NO_CACHE
from aibrief_report.theme.tokens import Face, Fonts

_WIDE = 1.0  # em of a glyph that no face has: it comes from another font, and CJK is a full em wide
_FORM = 1  # raised when the form of what is cached changes
_GUESS = 0.56  # em of any glyph where the theme carries no face at all

_IDEOGRAPH = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_CLOSING = "、。，．：；？！）】》〉」』〕”’％%‰"
_OPENING = "（【《〈「『〔“‘"
_PIECE = re.compile(
    rf"[{_OPENING}]*[{_IDEOGRAPH}][{_CLOSING}]*|[{_OPENING}]*[^\s{_IDEOGRAPH}{_OPENING}]+|[{_OPENING}]+"
)
"""What a line may end after: a word, or a sign of Chinese with the marks that cling to it.

These are the classes ID, CL and OP of Unicode's line breaking (UAX #14), which a label needs no more of.
"""


class _Advances(Struct, frozen=True):
    """Advance widths of one face in em, by character."""

    widths: Mapping[int, float]

    def width(self, char: str) -> float | None:
        return self.widths.get(ord(char))


def text_width(text: str, fonts: Fonts, size: float, weight: int = 400, cache: Cache = NO_CACHE) -> float:
    """Return the width in points of a line set in the theme's sans at `size` points. Kerning is left out.

    `cache` keeps the widths of a font's characters.
    """
    faces = _nearest(fonts, weight)
    if not faces:
        return len(text) * _GUESS * size
    return sum(_width(char, faces, cache) for char in text) * size


def wrapped(
    text: str, fonts: Fonts, size: float, width: float, weight: int = 400, cache: Cache = NO_CACHE
) -> tuple[str, ...]:
    """Return a text in lines no wider than `width` points; a single word that is wider keeps its line."""
    lines: list[str] = []
    for gap, piece in _pieces(text):
        longer = f"{lines[-1]}{gap}{piece}" if lines else piece
        if lines and text_width(longer, fonts, size, weight, cache) <= width:
            lines[-1] = longer
        else:
            lines.append(piece)
    return tuple(lines)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield what may begin a line, and the space that stands before it within one."""
    end = 0
    for found in _PIECE.finditer(text):
        yield " " if text[end : found.start()] else "", found[0]
        end = found.end()


def _width(char: str, faces: tuple[Face, ...], cache: Cache) -> float:
    for face in faces:
        width = _advances(face.data, cache).width(char)
        if width is not None:
            return width
    return _WIDE


def _nearest(fonts: Fonts, weight: int) -> tuple[Face, ...]:
    """Return of each family the upright face of the nearest weight, in the order in which they stand in."""
    found = []
    for family in fonts.stack("sans"):
        upright = [face for face in fonts.faces if face.family == family and not face.italic]
        found += sorted(upright, key=lambda face: (abs(face.weight - weight), face.weight))[:1]
    return tuple(found)


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
    import uharfbuzz as hb  # here: a drawing that is cached measures nothing

    face = hb.Face(data)
    font, codes = hb.Font(face), sorted(face.unicodes)
    glyphs = [font.get_nominal_glyph(code) or 0 for code in codes]  # a damaged font lists what it lacks
    return [face.upem, [*codes], [font.get_glyph_h_advance(glyph) for glyph in glyphs]]
