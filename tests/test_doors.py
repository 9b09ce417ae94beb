"""Only the rooms that are doors touch files; ruff holds the rest of the rule (TID251 in pyproject.toml)."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "aibrief_report"
DOORS = ("inputs", "store", "versions", "cli", "files.py")
"""`versions` reads back what `store` wrote, and the times of files to know that nothing changed."""

TOUCHES = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}
"""Functions and methods that read or write, whatever they are called on."""

EXCUSED = {
    "charts/draw.py": "the cache knows the room's own code by digest",
    "charts/runtime.py": "reads the toolkit's own copy of a script, which the version knows",
    "charts/faces.py": "vl-convert takes fonts from a folder only",
    "office/macro.py": "LibreOffice takes its profile, fonts and documents from a folder only",
    "render/pdf/faces.py": "fontconfig takes fonts and its configuration from a folder only",
    "render/html/sources.py": "reads the toolkit's own style sheets and scripts, which the version knows",
    "render/pdf/colours.py": "the profile is a file of WeasyPrint's, whose version is part of the brief's",
    "ooxml/reading.py": "opens the members of a zip that is in memory",
    "ooxml/rasters.py": "opens a photograph that is in memory",
}
"""Modules that touch files or seem to, and why they may."""


def touched(source: str) -> list[int]:
    """Return the lines of a module that open, read or write a file."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [call.lineno for call in calls if called(call.func) in TOUCHES]


def called(function: ast.expr) -> str | None:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else None


def test_a_read_by_path_is_seen():
    assert touched("from pathlib import Path\nPath('a').read_text()\nx = open('b')\n") == [2, 3]


def test_only_doors_touch_files():
    found = {
        place.relative_to(PACKAGE).as_posix(): lines
        for place in sorted(PACKAGE.rglob("*.py"))
        if place.relative_to(PACKAGE).parts[0] not in DOORS
        and (lines := touched(place.read_text(encoding="utf-8")))
    }
    unexcused = {place: lines for place, lines in found.items() if place not in EXCUSED}
    assert not unexcused, "read through Inputs, write through store"


@pytest.mark.parametrize("place", EXCUSED)
def test_an_excuse_is_still_needed(place):
    assert touched((PACKAGE / place).read_text(encoding="utf-8"))
