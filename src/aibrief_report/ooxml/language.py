"""Languages as Word names them: a language with its region ("en-GB")."""

from __future__ import annotations

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
