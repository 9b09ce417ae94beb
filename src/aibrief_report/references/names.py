"""Names of authors: as pandoc must be given them, and as a sentence tells them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from aibrief_report.digest import Json

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+")
_MOST_NAMES = 2
_CREATORS = ("author", "editor", "director", "translator", "publisher")


def engine_item(item: Mapping[str, Json]) -> dict[str, Json]:
    """Return an item as pandoc must be given it: Chinese, Japanese and Korean names as literals, no `custom`.

    Pandoc takes the given name of 王小明 for initials and prints a stop after it.
    """
    return {key: _engine_value(value) for key, value in item.items() if key != "custom"}


def author_words(item: Mapping[str, Json], language: str) -> str:
    """Return whom a sentence names for an item: "Smith and Lee", "Smith et al.", else the title."""
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
    # Imported here to keep start-up fast: few briefs name authors in a numbered style.
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415
    from babel.lists import format_list  # noqa: PLC0415

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    return format_list(names, locale=locale)


def _short(name: Mapping[str, str]) -> str:
    literal = name.get("literal") or name.get("family") or name.get("given", "")
    particle = name.get("non-dropping-particle")
    return f"{particle} {literal}" if particle else literal


def _engine_value(value: Json) -> Json:
    if isinstance(value, list | tuple):
        return [_engine_value(part) for part in value]
    if isinstance(value, Mapping) and _is_cjk(value.get("family")) and _is_cjk(value.get("given")):
        return {"literal": f"{value['family']}{value['given']}"}
    return value


def _is_cjk(text: Json) -> bool:
    return isinstance(text, str) and _CJK.fullmatch(text) is not None
