"""The fingerprint of a build: enough to know, without building, that nothing has changed.

It holds path, size and time of every file that was read or written, the toolkit's own files included. A
file whose time changed is hashed; only if its bytes changed is there something to do. This module is
imported at every start, so it uses nothing that takes time to load.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from aibrief_report.digest import digest, sha256
from aibrief_report.files import read_file

NAME = ".fingerprint.json"
FORMAT = 3


def unchanged(home: Path, formats: Iterable[str]) -> str | None:
    """Return the name of the version that still stands for these formats; `None` where one must build."""
    try:
        held = json.loads(read_file(home / NAME)[0])
        if (
            held["format"] != FORMAT
            or held["home"] != os.path.realpath(home)
            or held["libraries"] != library_folders()
            or not set(formats) <= set(held["formats"])
        ):
            return None
        same = (
            all(_same_file(path, *told) for path, told in held["files"].items())
            and all(_same_listing(pattern, told) for pattern, told in held["listings"].items())
            and not any(os.path.exists(path) for path in held["misses"])  # noqa: PTH110  # no Path: speed
            and all(_same_folder(path, told) for path, told in held["folders"].items())
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return str(held["version"]) if same else None


def fingerprint(
    home: Path,
    version: str,
    formats: Iterable[str],
    files: Mapping[str, str],
    listings: Mapping[str, str],
    misses: Iterable[str],
    folders: Iterable[str],
) -> bytes:
    """Return the bytes of a fingerprint.

    `home` is the folder that it lies in: in a copy of a project it would watch the files of the first one.
    It also holds where libraries are looked for: another environment has others.
    `files` gives the SHA-256 of each path; `folders` are watched for entries that come and go (installed
    packages).
    """
    held: dict[str, Any] = {
        "format": FORMAT,
        "home": os.path.realpath(home),
        "libraries": library_folders(),
        "version": version,
        "formats": sorted(formats),
        "files": {path: [*_stat(path), told] for path, told in sorted(files.items())},
        "listings": dict(listings),
        "misses": sorted(misses),
        "folders": {path: os.stat(path).st_mtime_ns for path in sorted(folders)},  # noqa: PTH116  # no Path: speed
    }
    return json.dumps(held, indent=0).encode()


def library_folders() -> list[str]:
    """Return the folders that Python looks for libraries in, but for the first: that of the command."""
    return sys.path[1:]


def listing_digest(folder: str, suffix: str) -> str:
    """Return the digest of a folder's listing, as `inputs.door` makes it."""
    names = os.listdir(folder) if os.path.isdir(folder) else []  # noqa: PTH208, PTH112  # no Path: speed
    return digest(sorted(name for name in names if name.endswith(suffix)))


def _stat(path: str) -> tuple[int, int]:
    found = os.stat(path)  # noqa: PTH116  # called hundreds of times at every start
    return found.st_size, found.st_mtime_ns


def _same_file(path: str, size: int, changed: int, told: str) -> bool:
    now = _stat(path)
    if now == (size, changed):
        return True
    return now[0] == size and sha256(read_file(Path(path))[0]) == told


def _same_listing(pattern: str, told: str) -> bool:
    folder, _, suffix = pattern.rpartition("/*")
    return listing_digest(folder, suffix) == told


def _same_folder(path: str, changed: int) -> bool:
    return os.stat(path).st_mtime_ns == changed  # noqa: PTH116  # called at every start
