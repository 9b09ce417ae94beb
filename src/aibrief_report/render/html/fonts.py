"""The page's own fonts: of each face only the characters that are used, as WOFF2 within the style sheet.

Plain text is one subset and the letters of western Europe another, whatever a brief prints, so that they are
made once and then come from the cache; other characters are a third, small one.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import lru_cache
from importlib.metadata import version
from io import BytesIO

from msgspec.structs import replace

from aibrief_report.digest import Json, sha256
from aibrief_report.errors import Fault, RenderError
from aibrief_report.render.glyphs import characters
from aibrief_report.render.html.css.tokens import number
from aibrief_report.render.html.markup import css_string
from aibrief_report.store.cache import Cache
from aibrief_report.theme.coverage import lacking, yielded
from aibrief_report.theme.tokens import Face, Theme

PLAIN = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0\u2009\u202f–—‘’“”…•×÷−≠↑↓"
"""What nearly every brief prints."""

LATIN = (
    "".join(chr(code) for code in range(0xA1, 0x100) if chr(code) not in PLAIN)
    + "„‚≈≤≥€ŁłŚśŠšŽžČčĆćŐőŒœĀāĒēĪīŌōŪū"
)
"""What briefs in the languages of western Europe print besides."""

_FEATURES = ("kern", "liga", "mark", "mkmk", "ccmp", "locl", "tnum", "lnum")
_BETWEEN = ("kern", "mark", "mkmk")
"""What sets letters to each other; of no use to a subset whose letters stand among those of another."""
_SMALL_CAPITALS = ("smcp",)
"""Nearly double a subset, so they come only where something is set in them."""
_BOLD = _SEMIBOLD = 600
_ITALIC = ("em", "blockquote")
_SLANTED_OR_BOLD = re.compile(r"<(/?)(em|blockquote|strong|b|h[1-4]|th|figcaption)\b")
_NAMES = frozenset({0, 1, 2, 13, 14})
"""What a subset keeps of a font's names: copyright, family, style, licence (OpenType, `name`)."""

_FORM = 5
"""Raised when the way of making subsets changes, so that no old one is taken from a cache."""


def font_css(theme: Theme, body: str, language: str, cache: Cache) -> str:
    """Return the `@font-face` rules for a body: a theme's faces, cut down to plain text and what is printed.

    `cache` keeps the subsets, which take a twentieth of a second each. `language` is the document's.
    """
    fonts, printed = theme.fonts, characters(body)
    features = _FEATURES + (_SMALL_CAPITALS if 'class="small-caps"' in body else ())
    left, standing_in = yielded(fonts, language, cache), fonts.fallbacks()
    own = [face for face in faces_used(theme, body) if face.family not in standing_in]
    parts = [(face, wanted, only) for wanted, only in _slices(printed, left) for face in own]
    foreign = "".join(
        sorted({*lacking(printed, replace(fonts, faces=tuple(own)), cache), *left} & {*printed})
    )
    if foreign:
        parts += [(face, foreign, foreign) for face in fonts.faces if face.family in standing_in]
    rules = (
        _rule(face, _subset(face, wanted, _useful(features, wanted), cache), only)
        for face, wanted, only in parts
    )
    return "".join(rule for rule in rules if rule)


def faces_used(theme: Theme, body: str) -> tuple[Face, ...]:
    """Return the faces that a body may need: few pages set literal text, or slanted text in bold."""
    fonts, nested = theme.fonts, _nests(body)
    literal = "<code" in body or fonts.code in (fonts.text, fonts.sans)
    return tuple(
        face
        for face in fonts.faces
        if (nested or not (face.italic and face.weight >= _BOLD))
        and (literal or face.family != fonts.code)
        and not _only_of_charts(face, theme)
    )


def _only_of_charts(face: Face, theme: Theme) -> bool:
    """Return whether only names in charts are set in a face, and the bold one of its family can stand in.

    A browser takes the next heavier face by itself (CSS Fonts 4, 5.2).
    """
    bold = any(one.family == face.family and one.weight > face.weight for one in theme.fonts.faces)
    return face.weight == _SEMIBOLD != theme.manners.headings.weight and bold


def _slices(printed: str, left: str) -> list[tuple[str, str]]:
    """Return the characters of each subset, and the reach that its rule names: none for plain text.

    What is `left` to other families is in none.
    """
    plain = "".join(char for char in PLAIN if char not in left)
    rest = "".join(char for char in printed if char not in PLAIN + LATIN + left and char.isprintable())
    latin = LATIN if any(char in LATIN for char in printed) else ""
    return [(plain, plain if left else ""), *((wanted, wanted) for wanted in (latin, rest) if wanted)]


def _useful(features: tuple[str, ...], wanted: str) -> tuple[str, ...]:
    return tuple(one for one in features if wanted != LATIN or one not in _BETWEEN)


def _nests(body: str) -> bool:
    """Return whether anything bold stands in something italic, or the other way round."""
    depth = {"bold": 0, "italic": 0}
    for found in _SLANTED_OR_BOLD.finditer(body):
        kind = "italic" if found[2] in _ITALIC else "bold"
        depth[kind] += -1 if found[1] else 1
        if all(depth.values()):
            return True
    return False


def _rule(face: Face, data: bytes, only: str = "") -> str:
    """Return the rule of a subset, for these characters `only`; nothing where the face has none of them."""
    if not data:
        return ""
    style = "italic" if face.italic else "normal"
    source = f"url(data:font/woff2;base64,{b64encode(data).decode()}) format('woff2')"
    reach = f";unicode-range:{_reach(only)}" if only else ""
    return (
        f"@font-face{{font-family:{css_string(face.family)};font-weight:{number(face.weight)};font-style:{style};"
        f"font-display:swap;src:{source}{reach}}}"
    )


def _reach(characters: str) -> str:
    """Return characters as CSS names them, runs of them by their ends (CSS Fonts 4, `unicode-range`)."""
    runs: list[list[int]] = []
    for code in sorted(map(ord, characters)):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ",".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)


def _subset(face: Face, wanted: str, features: tuple[str, ...], cache: Cache) -> bytes:
    ingredients: list[Json] = ["woff2", _FORM, *_makers(), sha256(face.data), wanted, list(features)]
    held = cache.get(ingredients)
    if held is None:
        held = _cut(face, wanted, features)
        cache.put(ingredients, held)
    return held


@lru_cache(maxsize=1)
def _makers() -> tuple[str, ...]:
    return tuple(map(version, ("uharfbuzz", "fonttools", "brotli")))


def _cut(face: Face, wanted: str, features: tuple[str, ...]) -> bytes:
    """Return the WOFF2 of the characters that the face has; nothing where it has none.

    HarfBuzz cuts (`hb-subset`): a hundred times as fast as fontTools, which only packs. Raises `RenderError`
    for a damaged font.
    """
    import uharfbuzz as hb  # here: subsets come from the cache

    whole, asked = hb.Face(face.data), hb.SubsetInput()
    held = {ord(char) for char in wanted} & {*whole.unicodes}
    if not held:
        return b""
    tags = [int.from_bytes(one.encode(), "big") for one in features]
    for kept, wished in (
        (asked.unicode_set, held),
        (asked.layout_feature_tag_set, tags),
        (asked.name_id_set, _NAMES),
    ):
        kept.clear()  # HarfBuzz begins with sets of its own, to which `set` adds
        kept.update(wished)
    asked.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    try:
        return _packed(hb.subset(whole, asked).blob.data)
    except Exception as error:  # libraries raise whatever they trip over
        fault = Fault(f"the font {face.name} is damaged: {error}", hint="take it anew from where it came")
        raise RenderError(fault) from error


def _packed(data: bytes) -> bytes:
    """Return a font as WOFF2."""
    from fontTools.ttLib import TTFont  # here: as above

    font = TTFont(BytesIO(data), recalcTimestamp=False, recalcBBoxes=False)
    font.flavor = "woff2"
    made = BytesIO()
    font.save(made)
    return made.getvalue()
