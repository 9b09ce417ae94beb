"""Patterns of hyphenation, kept as they are used: to read those of German from their file takes a second."""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import Any

from aibrief_report.digest import canonical
from aibrief_report.store.cache import Cache

_FORM = 1
"""Raised when the form of what is kept changes."""


def load_patterns(language: str, cache: Cache) -> None:
    """Let Pyphen know the patterns of a document's language, of those that it has; `cache` keeps them."""
    import pyphen  # type: ignore[import-untyped]  # comes with WeasyPrint, ships no types

    name = pyphen.language_fallback(language)
    file = pyphen.LANGUAGES.get(name)
    if file is None or file in pyphen.hdcache:
        return
    ingredients = ["hyphens", _FORM, version("pyphen"), name]
    held = cache.get(ingredients)
    if held is not None:
        pyphen.hdcache[file] = _known(pyphen.HyphDict, json.loads(held))
        return
    pyphen.hdcache[file] = found = pyphen.HyphDict(file)
    if not _changes_letters(found.patterns):
        cache.put(ingredients, canonical(found.patterns))


def _known(kind: Any, patterns: dict[str, Any]) -> Any:
    """Return what Pyphen makes of a file, of its patterns."""
    found = kind.__new__(kind)
    found.patterns, found.cache, found.maxlen = patterns, {}, max(map(len, patterns))
    return found


def _changes_letters(patterns: dict[str, Any]) -> bool:
    """Return whether some words are written otherwise where they are parted, which no plain number tells."""
    return any(type(value) is not int for _, values in patterns.values() for value in values)
