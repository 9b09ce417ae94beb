"""The files of a project with one brief, or with many of the same text."""

from __future__ import annotations

from pathlib import Path

from benchmarks.sample.declared import declared
from benchmarks.sample.figures import tables
from benchmarks.sample.narrative import narrative
from benchmarks.sample.sources import sources

BRIEF = "brief"


def write_project(root: Path, parts: int = 1, briefs: int = 1) -> None:
    """Write a project whose briefs have so many parts each: `brief`, then `brief-2` and so on.

    One part is a brief of some 3,100 words, seven sections, five charts, six tables and 25 references.
    """
    for name, text in {**tables(parts), "sources.yaml": sources(parts)}.items():
        _write(root / "data" / name, text)
    for number in range(1, briefs + 1):
        folder = root / "templates" / brief_name(number)
        _write(folder / "brief.yaml", declared(parts, number))
        _write(folder / "narrative.md", narrative(parts, 0))


def brief_name(number: int) -> str:
    """Return the name of a project's brief, counted from 1."""
    return BRIEF if number == 1 else f"{BRIEF}-{number}"


def edit_project(root: Path, edition: int, parts: int = 1) -> None:
    """Change one paragraph of the first brief; edition 0 is as the project was written."""
    _write(root / "templates" / BRIEF / "narrative.md", narrative(parts, edition))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
