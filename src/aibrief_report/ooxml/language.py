"""Languages as Word names them: a language with its region ("en-GB")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

EAST_ASIAN = frozenset({"zh", "ja", "ko"})
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi"})

# Word's proofing tools are chosen by language and region; a bare language checks nothing.
# The regions are the likely subtags of Unicode CLDR.
_REGION: Mapping[str, str] = MappingProxyType(
    {
        **{"ar": "EG", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "US", "es": "ES", "et": "EE"},
        **{"fa": "IR", "fi": "FI", "fr": "FR", "he": "IL", "hi": "IN", "hu": "HU", "id": "ID", "it": "IT"},
        **{"ja": "JP", "ko": "KR", "lt": "LT", "lv": "LV", "nb": "NO", "nl": "NL", "pl": "PL", "pt": "BR"},
        **{"ro": "RO", "ru": "RU", "sk": "SK", "sl": "SI", "sv": "SE", "th": "TH", "tr": "TR", "uk": "UA"},
        **{"ur": "PK", "vi": "VN", "zh": "CN"},
    }
)
_COMMA = frozenset(
    {"cs", "da", "de", "el", "es", "et", "fi", "fr", "hu", "id", "it", "lt", "lv", "nb", "nl", "pl", "pt"}
    | {"ro", "ru", "sk", "sl", "sv", "tr", "uk", "vi"}
)


_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_TURNED = re.compile(f"{_LETTER}+(?:[^A-Za-z\u00c0-\u024f]*{_LETTER}+)*")


def parts_by_direction(text: str) -> list[tuple[str, bool]]:
    """Return a text in parts, and of each whether it is written from right to left (Hebrew, Arabic).

    What stands between two such words, spaces and digits too, belongs to them.
    """
    found: list[tuple[str, bool]] = []
    end = 0
    for one in _TURNED.finditer(text):
        found += [(text[end : one.start()], False), (one.group(), True)]
        end = one.end()
    return [(part, turned) for part, turned in (*found, (text[end:], False)) if part]


def is_right_to_left(text: str) -> bool:
    """Tell whether all letters of a text are of scripts that are written from right to left."""
    parts = parts_by_direction(text)
    letters = [turned for part, turned in parts if any(letter.isalpha() for letter in part)]
    return bool(letters) and all(letters)


def primary(language: str) -> str:
    """Return the language of a BCP 47 tag without script and region ("zh" for "zh-Hant-TW")."""
    return language.replace("_", "-").split("-")[0].lower()


def word_language(language: str) -> str:
    """Return a BCP 47 tag as Word writes it: with a region, without a script."""
    parts = language.replace("_", "-").split("-")
    region = next((part for part in parts[1:] if len(part) == 2 and part.isalpha()), "")
    if not region and "Hant" in parts:
        region = "TW"
    region = region or _REGION.get(parts[0].lower(), "")
    return f"{parts[0].lower()}-{region.upper()}" if region else parts[0].lower()


def decimal_mark(language: str) -> str:
    """Return the decimal mark of a language: what decimal tabs align on."""
    return "," if primary(language) in _COMMA else "."
