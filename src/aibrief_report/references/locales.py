"""A document's language (BCP 47) as one of the locales of CSL, which decide quotation marks and dates.

Pandoc falls back from a region that it lacks to the language's main one; three families of readers would
be served badly by that, and have rules of their own here.
"""

from __future__ import annotations

_AMERICAN = frozenset({"US", "CA", "PH", "PR"})
"""Where English quotes “so” and dates March 1, 2024; everywhere else it is ‘so’ and 1 March 2024."""

_TRADITIONAL = frozenset({"Hant", "TW", "HK", "MO"})
_RENAMED = {"no": "nb", "iw": "he", "in": "id"}


def csl_locale(language: str) -> str:
    """Return the CSL locale for a language tag, such as "en-GB" for "en-AU" and "zh-TW" for "zh-Hant"."""
    primary, *rest = language.replace("_", "-").split("-")
    primary, subtags = primary.lower(), [_cased(subtag) for subtag in rest]
    if primary == "en" and subtags:
        return "en-US" if _AMERICAN.intersection(subtags) else "en-GB"
    if primary == "zh":
        return "zh-TW" if _TRADITIONAL.intersection(subtags) else "zh-CN"
    return "-".join((_RENAMED.get(primary, primary), *subtags))


def _cased(subtag: str) -> str:
    return subtag.title() if len(subtag) == 4 else subtag.upper()
