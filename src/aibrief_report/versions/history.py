"""In which order the versions of a brief were made: a list beside them, since no clock is trusted."""

from __future__ import annotations

import json
from pathlib import Path

from msgspec import Struct

from aibrief_report.files import read_file
from aibrief_report.store.atomic import write_bytes

NAME = ".history.json"
FORMAT = 1


class History(Struct, frozen=True):
    """Names of versions, the oldest first; of each, the name of what was built before it (or empty).

    `last` is the version that was built last: not the newest, where an older one came back.
    """

    before: dict[str, str]
    last: str = ""

    def with_build(self, version: str) -> History:
        """Return the history after one more build."""
        before = self.before if version in self.before else {**self.before, version: self.last}
        return History(before, version)


def read_history(home: Path) -> History:
    """Return the history of a brief's folder in `out/`; an empty one where it is missing or damaged.

    Nothing but the order in which versions are told rests on it, so that it is no fault to lose it.
    """
    try:
        held = json.loads(read_file(home / NAME)[0])
        if held["format"] != FORMAT:
            return History({})
        return History({str(name): str(before) for name, before in held["versions"]}, str(held["last"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return History({})


def note_build(home: Path, version: str) -> None:
    """Remember that a version was built. Raises `OSError`. The caller holds the lock of the folder."""
    old = read_history(home)
    new = old.with_build(version)
    if new != old:
        told = {"format": FORMAT, "versions": list(new.before.items()), "last": new.last}
        write_bytes(home / NAME, json.dumps(told, indent=0).encode())
