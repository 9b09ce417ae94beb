"""The page's own fonts: of each face only the characters that are used, as WOFF2 within the style sheet."""

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
    + "–—‘’“”„‚…•−×÷≠≈≤≥€↩ĀāĒēĪīŌōŪūŁłŚśŠšŽžČčĆćŐőŒœ"
)
_FEATURES = (
    "kern",
    "liga",
    "mark",
    "mkmk",
    "ccmp",
    "locl",
    "smcp",
    "c2sc",
    "tnum",
    "lnum",
    "sups",
    "subs",
    "case",
)
_FORM = 1
"""Raised when the way of making subsets changes, so that no old one is taken from a cache."""


def characters(body: str) -> str:
    """Return the characters that a page prints, each once and in order."""
    return "".join(sorted(set(unescape(sub(r"<[^>]*>", "", body)))))


def font_css(theme: Theme, printed: str, cache: Cache) -> str:
    """Return the `@font-face` rules of a theme's faces, cut down to what is printed and to plain Latin.

    The latter is kept so that the same subset serves many briefs, from `cache`.
    """
    wanted = "".join(sorted(set(printed) | set(_LATIN)))
    return "\n".join(_rule(face, _subset(face, wanted, cache)) for face in theme.fonts.faces)


def _rule(face: Face, data: bytes) -> str:
    style = "italic" if face.italic else "normal"
    source = f"url(data:font/woff2;base64,{b64encode(data).decode()}) format('woff2')"
    return (
        f"@font-face{{font-family:{css_string(face.family)};font-weight:{number(face.weight)};font-style:{style};"
        f"font-display:swap;src:{source}}}"
    )


def _subset(face: Face, wanted: str, cache: Cache) -> bytes:
    import fontTools  # here: a cached page needs no font tools

    ingredients = ["woff2", _FORM, fontTools.version, sha256(face.data), wanted]
    held = cache.get(ingredients)
    if held is None:
        held = _cut(face, wanted)
        cache.put(ingredients, held)
    return held


def _cut(face: Face, wanted: str) -> bytes:
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    # The time of day must not get into the font, as it would when `modified` is set anew.
    font = TTFont(BytesIO(face.data), recalcTimestamp=False, lazy=True)
    options = Options(
        layout_features=list(_FEATURES), hinting=False, name_IDs=[1, 2, 13, 14], notdef_outline=True
    )
    subsetter = Subsetter(options)
    subsetter.populate(text=wanted)
    subsetter.subset(font)
    font.flavor = "woff2"
    made = BytesIO()
    font.save(made)
    return made.getvalue()
