"""What a version was made of that another was not: the files and libraries by the part that they play."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

Cause: TypeAlias = Literal["data", "prose", "template", "theme", "toolkit"]
"""Tables and sources; words of the text; expressions and declarations; looks, citation style; libraries."""
_BUILT_IN = "package:aibrief_report.theme/"
"""Themes of the toolkit: to name another one is a change of looks, not of the toolkit."""


class FileChange(Struct, frozen=True):
    """A file that came, went or changed."""

    name: str
    how: Literal["added", "removed", "changed"]
    cause: Cause


def file_changes(then: Mapping[str, str], now: Mapping[str, str]) -> tuple[FileChange, ...]:
    """Return how the files of two records differ; digests by name."""
    found = []
    for name in sorted({*then, *now}):
        if name not in then:
            found.append(FileChange(name, "added", cause_of(name)))
        elif name not in now:
            found.append(FileChange(name, "removed", cause_of(name)))
        elif then[name] != now[name]:
            found.append(FileChange(name, "changed", cause_of(name)))
    return tuple(found)


def cause_of(name: str) -> Cause:
    """Return the part that an input plays, by its name in the record."""
    if name.startswith((_BUILT_IN, "templates/themes/")) or name.endswith(".csl"):
        return "theme"
    if name.startswith("package:"):
        return "toolkit" if name.startswith("package:aibrief_report") else "theme"
    if name.startswith("data/"):
        return "data"
    return "prose" if name.endswith(".md") else "template"
