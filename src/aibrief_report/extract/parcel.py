"""The files that a file carries: by names that are safe to write, up to a size."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from aibrief_report.errors import Fault, InputError, Place

MOST_BYTES = 256 * 2**20
"""What all files of one parcel may take together."""

MOST_FILES = 4096
_LONGEST = 150
_UNSAFE = re.compile(r'[<>:"|?*\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]')
"""What no system, or not every one, allows in a name, and marks that let a name read otherwise than it is."""

_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_UNNAMED = "file"


def parcel(files: Iterable[tuple[str, bytes]], place: Place) -> Mapping[str, bytes]:
    """Return files by safe names, each name once, in the order given.

    `place` names the file that carries them. Raises `InputError` where they are too many or too large.
    """
    found: dict[str, bytes] = {}
    size = 0
    for name, data in files:
        size += len(data)
        if size > MOST_BYTES or len(found) == MOST_FILES:
            many = f"more than {MOST_FILES} files or {MOST_BYTES // 2**20} MiB"
            raise InputError(Fault(f"the file carries {many}, which is not taken out", place))
        found[_free(safe_name(name), found)] = data
    return found


def safe_name(name: str) -> str:
    """Return the last part of a name, without what could lead elsewhere or mislead; never empty."""
    last = re.split(r"[/\\]", name)[-1]
    bare = _UNSAFE.sub("", last).strip(" .")
    if _DEVICES.match(bare):
        bare = f"_{bare}"
    stem, suffix = PurePosixPath(bare).stem, PurePosixPath(bare).suffix
    while len(f"{stem}{suffix}".encode()) > _LONGEST:
        stem, suffix = (stem[:-1], suffix) if stem else (_UNNAMED, "")
    return f"{stem}{suffix}" or _UNNAMED


def _free(name: str, taken: Mapping[str, bytes]) -> str:
    """Return a name that none of those taken equals, also where a disk ignores case."""
    used = {one.casefold() for one in taken}
    stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
    found, count = name, 1
    while found.casefold() in used:
        count += 1
        found = f"{stem} ({count}){suffix}"
    return found
