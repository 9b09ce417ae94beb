"""Writing so that a reader sees the old or the new, never a part: write aside, flush, rename."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write_bytes(place: Path, data: bytes) -> None:
    """Write a file whole, replacing an earlier one. Raises `OSError`; then nothing has changed."""
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(prefix=".", suffix=".part", dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(aside).chmod(0o644)
        Path(aside).replace(place)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise


def write_changed(place: Path, data: bytes) -> None:
    """Write a file whole, unless it holds just these bytes. Raises `OSError`; then nothing has changed."""
    if not place.is_file() or place.read_bytes() != data:
        write_bytes(place, data)


def write_folder(place: Path, files: Mapping[str, bytes]) -> None:
    """Make a new folder with all its files at once. Raises `OSError` where it cannot, or `place` exists."""
    place.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".", suffix=".part", dir=place.parent))
    try:
        for name, data in files.items():
            write_bytes(aside / name, data)
        aside.chmod(0o755)
        aside.rename(place)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise


def read_folder(place: Path) -> dict[str, bytes]:
    """Return every file below a folder, by its name in it."""
    return {
        path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()
    }


def point(link: Path, target: str) -> None:
    """Let a symbolic link point to a sibling's name, replacing what it pointed to. Raises `OSError`."""
    aside = link.with_name(f".{link.name}.{os.getpid()}.part")
    aside.unlink(missing_ok=True)
    try:
        aside.symlink_to(target)
        aside.replace(link)
    finally:
        aside.unlink(missing_ok=True)
