"""What a version or a file of it is worth: whether its own inputs still give it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from aibrief_report.digest import Json
from aibrief_report.store.objects import Objects
from aibrief_report.verify.compare import Compared, compare
from aibrief_report.verify.rebuild import rebuild
from aibrief_report.verify.recorded import Recorded
from aibrief_report.verify.surroundings import advice
from aibrief_report.versions.differences import Difference
from aibrief_report.versions.version import DOCUMENT, INPUTS

OURS = (DOCUMENT, INPUTS)
"""What names toolkit and libraries, or holds what only they read: another toolkit may write it otherwise."""


class Verdict(Struct, frozen=True):
    """What was found: each file compared, and how toolkit and libraries differ from those of the record.

    `advice` says how to have again those of the record.
    """

    recorded: Recorded
    compared: tuple[Compared, ...]
    differences: tuple[Difference, ...]
    advice: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether every file is what its inputs give: its bytes, or under other libraries its content."""
        if not self.differences:
            return all(one.state == "same bytes" for one in self.compared)
        return all(one.same for one in self.compared if one.name not in OURS)

    @property
    def summary(self) -> str:
        """The verdict in a sentence."""
        count = len(self.recorded.files)
        if not self.differences:
            if self.holds:
                return f"the same bytes from its {count} kept inputs"
            if all(one.same for one in self.compared):
                return f"not the bytes that its {count} kept inputs give, though the same content"
            return f"not what its {count} kept inputs give"
        exact = all(one.state == "same bytes" for one in self.compared)
        words = "the same bytes" if exact else "the same content" if self.holds else "another content"
        return f"under another toolkit or other libraries its {count} kept inputs give {words}"

    def as_json(self) -> Json:
        """Return the verdict as JSON."""
        return {
            "brief": self.recorded.brief,
            "version": self.recorded.name,
            "holds": self.holds,
            "files": [
                {"name": one.name, "state": one.state, "parts": list(one.parts)} for one in self.compared
            ],
            "differences": [
                {"what": one.what, "then": one.then, "now": one.now, "parts": list(one.parts)}
                for one in self.differences
            ],
            "advice": list(self.advice),
        }


def verify(
    recorded: Recorded,
    files: Mapping[str, bytes],
    objects: Objects,
    root: Path,
    tell: Callable[[str], None] = lambda _: None,
) -> Verdict:
    """Return what rebuilding says of some files of a version, by name.

    Raises `StoreError` where its inputs are gone or damaged.
    """
    found = rebuild(recorded, objects, root, _formats(files), tell, named_as_then=True)
    compared = (compare(name, data, found.files[name]) for name, data in files.items() if name in found.files)
    ways = advice(recorded, objects, found.differences)
    return Verdict(recorded, tuple(compared), found.differences, ways)


def _formats(files: Mapping[str, bytes]) -> Sequence[str]:
    return [name.removeprefix("brief.") for name in files if name.startswith("brief.")]
