"""What is compared: lists of texts by kind, spelled alike, and their differences in readable lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import zip_longest

KINDS = (
    *("title", "headings", "paragraphs", "numbers", "targets", "captions", "footnotes", "rows"),
    *("pictures", "references", "annex", "exhibits"),
)
"""The title block; headings; paragraphs (list items, titles of boxes, key figures, notes under figures too);
printed numbers; the bookmarks that they lead to; captions; footnotes; rows of tables; alternative texts;
entries of the reference list; lines of the annex; lists of figures and tables."""

_SHOWN = 160


@dataclass(slots=True)
class Told:
    """What a brief says, by kind, in reading order; numbers within footnotes come after all others."""

    by_kind: dict[str, list[str]] = field(default_factory=lambda: {kind: [] for kind in KINDS})

    def add(self, kind: str, words: str) -> None:
        """Add a text; nothing where it says nothing."""
        if spelled := spell(words):
            self.by_kind[kind].append(spelled)

    def __getitem__(self, kind: str) -> list[str]:
        return self.by_kind[kind]


def spell(words: str) -> str:
    """Return a text with single plain spaces and plain hyphens, and no places for hyphenation."""
    return " ".join(re.sub("[\u00ad\u200b\u2060]", "", words).replace("\u2011", "-").split())


def differences(first: Told, second: Told, names: tuple[str, str]) -> str:
    """Return what one tells and the other does not, a line each; an empty text where both tell the same."""
    return "".join(
        f"{line}\n" for kind in KINDS for line in _differences(kind, first[kind], second[kind], names)
    )


def _differences(
    kind: str, first: Sequence[str], second: Sequence[str], names: tuple[str, str]
) -> Iterator[str]:
    steps = SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    for step, one, two, three, four in steps:
        if step == "equal":
            continue
        sides = (first[one:two], second[three:four])
        for name, lines, others in zip(names, sides, reversed(sides), strict=True):
            for line, other in zip_longest(lines, others[: len(lines)], fillvalue=""):
                yield f"{kind} {one + 1}, {name}: {_window(line, _common(line, other))}"


def _common(first: str, second: str) -> int:
    """Return how long two texts are alike."""
    return next((k for k, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1]), 0)


def _window(words: str, at: int) -> str:
    """Return the part of a long text in which it differs from another."""
    start = max(0, at - _SHOWN // 4)
    shown = words[start : start + _SHOWN]
    return f"{'…' if start else ''}{shown}{'…' if start + _SHOWN < len(words) else ''}"
