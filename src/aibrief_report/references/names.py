"""Whom a sentence names for a source, in styles whose citations are mere numbers: "Smith and Lee [2]"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aibrief_report.digest import Json

_MOST_NAMES = 2
_CREATORS = ("author", "editor", "director", "translator", "publisher")


def author_words(item: Mapping[str, Json], language: str) -> str:
    """Return who made an item: "Smith", "Smith and Lee", "Smith et al.", its publisher, else its title."""
    creators: Any = next((item[role] for role in _CREATORS if item.get(role)), None)
    if isinstance(creators, str):
        return creators
    names = [_short(name) for name in creators or ()]
    if not names:
        return str(item.get("title-short") or item.get("title") or item["id"])
    if len(names) > _MOST_NAMES:
        return f"{names[0]}等" if language.startswith("zh") else f"{names[0]} et al."
    return _joined(names, language)


def _joined(names: list[str], language: str) -> str:
    if len(names) == 1:
        return names[0]
    # Imported here to keep start-up fast: few briefs name two authors in a numbered style.
    from babel import Locale, UnknownLocaleError
    from babel.lists import format_list

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    return format_list(names, locale=locale)


def _short(name: Mapping[str, str]) -> str:
    literal = name.get("literal") or name.get("family") or name.get("given", "")
    particle = name.get("non-dropping-particle")
    return f"{particle} {literal}" if particle else literal
