"""Builds that something happens to, and the rule that must hold afterwards: what is visible is whole."""

from __future__ import annotations

import errno
import os
import re
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from aibrief_report.inputs.project import find_project
from aibrief_report.pipeline import build
from aibrief_report.versions.folder import LATEST, VersionFolder
from aibrief_report.versions.version import DOCUMENT, INPUTS

CHANGES = ("fsync", "mkdir", "open", "rename", "replace", "symlink", "chmod", "unlink", "rmdir")
"""The calls of `os` by which anything comes to stand on a disk; `open` where it may write."""
GROWS = ("fsync", "mkdir", "open", "symlink")
"""Those of them that a full disk refuses."""
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
VERSION = re.compile(r"[0-9a-f]{12}")
DIED = 9


def partial(root: Path) -> list[str]:
    """What is visible in `out/` though it is not whole; the rule is that there is nothing."""
    return list(_partial(root / "out"))


def _partial(out: Path) -> Iterator[str]:
    for home in (path for path in out.glob("[!.]*") if path.is_dir()):
        for path in home.glob("[!.]*"):
            if path.name == LATEST:
                if not path.exists():
                    yield f"{home.name}/latest leads nowhere"
            elif not VERSION.fullmatch(path.name):
                yield f"{home.name}/{path.name} is no version"
            else:
                yield from _damaged(VersionFolder(home, path.name))


def _damaged(folder: VersionFolder) -> Iterator[str]:
    told = folder.told()
    for name in (INPUTS, DOCUMENT):
        if name not in told:
            yield f"{folder.name}: the manifest tells of no {name}"
    yield from (f"{folder.name}/{name} is not whole" for name in told if not folder.sound(name))


def built(root: Path, formats: tuple[str, ...] = ("html",), name: str = "brief") -> str:
    """Build and return the version's name."""
    return build(find_project(root), name, formats).version


@contextmanager
def at_change(
    place: int, happens: Callable[[], None], calls: tuple[str, ...] = CHANGES
) -> Iterator[list[str]]:
    """Let something happen before the change of the disk that is number `place` (from 0), and all after it.

    Yields the list of the changes that were made; it grows while the block runs.
    """
    made: list[str] = []
    kept = {name: getattr(os, name) for name in calls}

    def watched(name: str) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            if name != "open" or (isinstance(arguments[1], int) and arguments[1] & WRITES):
                if 0 <= place <= len(made):
                    happens()
                made.append(name)
            return kept[name](*arguments, **named)

        return call

    for name in calls:
        setattr(os, name, watched(name))
    try:
        yield made
    finally:
        for name, call in kept.items():
            setattr(os, name, call)


def full_disk() -> None:
    """Refuse a write as a full disk does."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def count_changes(root: Path, formats: tuple[str, ...] = ("html",), calls: tuple[str, ...] = CHANGES) -> int:
    """How often a build of this project changes the disk."""
    with at_change(-1, full_disk, calls) as made:
        built(root, formats)
    return len(made)


def killed_at(place: int, root: Path, formats: tuple[str, ...] = ("html",)) -> bool:
    """Whether a build in a process of its own died at a change of the disk: killed, so nothing tidies up."""

    def dying() -> None:
        with at_change(place, lambda: os._exit(DIED)):
            built(root, formats)

    return ended(begun(dying)) == DIED


def begun(work: Callable[[], object]) -> int:
    """Begin some work in a fork of this process, which has all loaded already; return its number."""
    sys.stdout.flush()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of forks beside threads: pytest-xdist has one
        child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return child


def ended(child: int) -> int:
    """Wait for what was begun; return its exit code, negative where a signal ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
