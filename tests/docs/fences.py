"""The fenced blocks of a Markdown page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_NOT_PAGES = ROOT / "docs" / "tutorial"
PAGES = (
    ROOT / "README.md",
    ROOT / "ARCHITECTURE.md",
    *(page for page in sorted((ROOT / "docs").rglob("*.md")) if not page.is_relative_to(_NOT_PAGES)),
)
"""All pages, those of projects that the docs show left out."""

_FENCE = re.compile(r"(?P<indent> *)(?P<mark>`{3,}|~{3,}) *(?P<info>.*)")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: its language, the words behind it, its text, and the lines that it takes (from 0)."""

    page: Path
    language: str
    words: tuple[str, ...]
    text: str
    first: int
    last: int

    @property
    def where(self) -> str:
        """The place of the block's first line of text, for messages."""
        return f"{self.page.relative_to(ROOT)}:{self.first + 2}"

    @property
    def file(self) -> str:
        """The file that the block is or changes; empty where it is none."""
        return next((word for word in self.words if "/" in word), "")


def fences(page: Path, text: str | None = None) -> list[Fence]:
    """Return the blocks of a page, in order. `text` stands for what is in the file."""
    lines = (page.read_text(encoding="utf-8") if text is None else text).split("\n")
    found: list[Fence] = []
    at = 0
    while at < len(lines):
        opening = _FENCE.fullmatch(lines[at])
        if opening is None:
            at += 1
            continue
        end = next(n for n in range(at + 1, len(lines)) if lines[n].strip() == opening["mark"])
        language, *words = opening["info"].split() or [""]
        inner = [line.removeprefix(opening["indent"]) for line in lines[at + 1 : end]]
        found.append(Fence(page, language, tuple(words), "".join(f"{one}\n" for one in inner), at, end))
        at = end + 1
    return found
