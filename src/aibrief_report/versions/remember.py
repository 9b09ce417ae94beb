"""Remembering a build, so that the next one can tell at once that nothing has changed."""

from __future__ import annotations

import re
import sysconfig
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from aibrief_report.digest import sha256
from aibrief_report.inputs.door import Record
from aibrief_report.store.atomic import write_bytes
from aibrief_report.versions.fingerprint import NAME, fingerprint, listing_digest
from aibrief_report.versions.folder import VersionFolder
from aibrief_report.versions.version import MANIFEST

_TYPE_LIBRARIES = re.compile(r"lib(?:pango|harfbuzz)[^/]*\.so[^/]*$")


def remember(folder: VersionFolder, record: Record, root: Path, programs: Iterable[Path] = ()) -> None:
    """Write the fingerprint of a finished build beside its versions. Raises `OSError` where it cannot.

    `programs` are files of the optional programs that the brief asks for.
    """
    held = folder.kept()
    read = {stat.path: record.files[name] for name, stat in record.stats.items()}
    made = {str(folder.path / name): sha256(data) for name, data in held.items()}
    made[str(folder.path / MANIFEST)] = sha256((folder.path / MANIFEST).read_bytes())
    code = _digests([*_toolkit_files(), *programs])
    listings = {str(root / pattern): _listing(root, pattern) for pattern in record.listings}
    misses = [str(root / name) for name in record.misses]
    formats = [name.removeprefix("brief.") for name in held if name.startswith("brief.")]
    data = fingerprint(
        folder.home,
        folder.name,
        formats,
        {**code, **read, **made},
        listings,
        misses,
        [sysconfig.get_path("purelib")],
    )
    write_bytes(folder.home / NAME, data)


def _toolkit_files() -> list[Path]:
    home = Path(str(files("aibrief_report")))
    own = [path for path in home.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    return [*own, *_loaded_libraries()]


def _loaded_libraries() -> list[Path]:
    """Return the files of Pango and HarfBuzz that this process runs with; none where the system hides it."""
    maps = Path("/proc/self/maps")
    if not maps.exists():
        return []
    paths = {line.split()[-1] for line in maps.read_text().splitlines() if line.count(" ") > 4}
    return sorted(Path(path) for path in paths if _TYPE_LIBRARIES.search(path))


def _digests(paths: list[Path]) -> dict[str, str]:
    return {str(path): sha256(path.read_bytes()) for path in paths}


def _listing(root: Path, pattern: str) -> str:
    folder, _, suffix = pattern.rpartition("/*")
    return listing_digest(str(root / folder), suffix)
