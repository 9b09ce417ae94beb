"""The page's own fonts: of each face only the characters that are used, as WOFF2 within the style sheet.

Plain Latin is one subset, whatever a brief prints, so that it is made once and then comes from the cache;
other characters are a second, small one.
"""

from __future__ import annotations

from base64 import b64encode
from html import unescape
from io import BytesIO
from re import sub

from aibrief_report.digest import sha256
from aibrief_report.render.html.css.tokens import number
from aibrief_report.render.html.markup import css_string
from aibrief_report.store.cache import Cache
from aibrief_report.theme.tokens import Face, Theme

_LATIN = (
    "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100))))
    + "\u2009\u202f–—‘’“”„‚…•−×÷≠≈≤≥€↩ĀāĒēĪīŌōŪūŁłŚśŠšŽžČčĆćŐőŒœ"
)
_FEATURES = ("kern", "liga", "mark", "mkmk", "ccmp", "locl", "smcp", "c2sc", "tnum", "lnum", "sups", "subs")
_NAMES = frozenset({0, 1, 2, 13, 14})
"""What a subset keeps of a font's names: copyright, family, style, licence (OpenType, `name`)."""

_FORM = 1
"""Raised when the way of making subsets changes, so that no old one is taken from a cache."""


def characters(body: str) -> str:
    """Return the characters that a page prints, each once and in order."""
    return "".join(sorted(set(unescape(sub(r"<[^>]*>", "", body)))))


def font_css(theme: Theme, printed: str, cache: Cache) -> str:
    """Return the `@font-face` rules of a theme's faces, cut down to plain Latin and what is printed.

    `cache` keeps the subsets, which take a quarter of a second each.
    """
    rest = "".join(char for char in printed if char not in _LATIN and char.isprintable())
    rules = [_rule(face, _subset(face, _LATIN, cache)) for face in theme.fonts.faces]
    if rest:
        rules += [_rule(face, _subset(face, rest, cache), rest) for face in theme.fonts.faces]
    return "\n".join(rule for rule in rules if rule)


def _rule(face: Face, data: bytes, only: str = "") -> str:
    """Return the rule of a subset, for these characters `only`; nothing where the face has none of them."""
    if not data:
        return ""
    style = "italic" if face.italic else "normal"
    source = f"url(data:font/woff2;base64,{b64encode(data).decode()}) format('woff2')"
    reach = f";unicode-range:{','.join(f'U+{ord(char):X}' for char in only)}" if only else ""
    return (
        f"@font-face{{font-family:{css_string(face.family)};font-weight:{number(face.weight)};font-style:{style};"
        f"font-display:swap;src:{source}{reach}}}"
    )


def _subset(face: Face, wanted: str, cache: Cache) -> bytes:
    import fontTools  # here: it takes 0.2 s to import

    ingredients = ["woff2", _FORM, fontTools.version, sha256(face.data), wanted]
    held = cache.get(ingredients)
    if held is None:
        held = _cut(face, wanted)
        cache.put(ingredients, held)
    return held


def _cut(face: Face, wanted: str) -> bytes:
    """Return the WOFF2 of the characters that the face has; nothing where it has none."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    # The time of day must not get into the font, as it would when `modified` is set anew.
    font = TTFont(BytesIO(face.data), recalcTimestamp=False, lazy=True)
    if not any(ord(char) in font.getBestCmap() for char in wanted):
        return b""
    # Set aside: to see which names are in use the subsetter would search the whole font, a third of its time.
    names = font["name"]
    names.names = [one for one in names.names if one.nameID in _NAMES]
    del font["name"]
    subsetter = Subsetter(Options(layout_features=list(_FEATURES), hinting=False, notdef_outline=True))
    subsetter.populate(text=wanted)
    subsetter.subset(font)
    font["name"] = names
    font.flavor = "woff2"
    made = BytesIO()
    font.save(made)
    return made.getvalue()
