"""The lock that the toolkit is installed from: its libraries, with the hashes of their files, for pip.

It is kept beside a version and is no part of its hash: the libraries that set type are in that by name and
version already, and others may change without changing a byte of any output.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from aibrief_report.digest import Json

LOCK = "requirements.lock"
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
_RUNS = re.compile(r"[-_.]+")


def toolkit_lock() -> bytes | None:
    """Return the lock that came with the toolkit; `None` where it came without one.

    A wheel holds it among its files; an editable install has it at the top of its repository.
    """
    package = Path(str(files("aibrief_report")))
    places = [package / LOCK]
    if package.parent.name == "src" and (package.parent.parent / "pyproject.toml").is_file():
        places.append(package.parent.parent / LOCK)
    found = next((place for place in places if place.is_file()), None)
    return found.read_bytes() if found else None


def pins(lock: bytes) -> dict[str, tuple[str, ...]]:
    """Return the versions that a lock names of each distribution: several where platforms differ."""
    found: dict[str, tuple[str, ...]] = {}
    for name, version in _PIN.findall(lock.decode("utf-8", "replace")):
        key = _RUNS.sub("-", name).lower()
        found[key] = (*found.get(key, ()), version)
    return found


def lock_of(environment: Mapping[str, Json]) -> bytes | None:
    """Return the toolkit's lock if it names the libraries of an environment; `None` where it names others.

    A lock that somebody has installed past would promise what it does not give.
    """
    lock, told = toolkit_lock(), environment.get("distributions")
    if lock is None or not isinstance(told, Mapping):
        return None
    named = pins(lock)
    return lock if all(version in named.get(name, ()) for name, version in told.items()) else None
