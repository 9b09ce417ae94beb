"""The version folder: made whole, completed atomically, never changed in what it already holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from aibrief_report.digest import sha256
from aibrief_report.errors import Fault, Place, StoreError
from aibrief_report.files import read_file
from aibrief_report.store.atomic import point, write_bytes, write_folder
from aibrief_report.store.locks import locked
from aibrief_report.versions.version import MANIFEST

LATEST = "latest"


class VersionFolder(Struct, frozen=True):
    """The folder of one version of one brief: `out/<brief>/<version>`."""

    home: Path
    name: str

    @property
    def path(self) -> Path:
        """Where it is, or will be."""
        return self.home / self.name

    def told(self) -> dict[str, str]:
        """Return the digest of every output that the manifest tells of; of none, where it is damaged."""
        try:
            outputs = json.loads(self.read(MANIFEST) or b"")["outputs"]
            return {str(name): str(told["sha256"]) for name, told in outputs.items()}
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return {}

    def read(self, name: str) -> bytes | None:
        """Return a file's bytes, sound or not; `None` where it is not there."""
        try:
            return read_file(self.path / name)[0]
        except OSError:
            return None

    def sound(self, name: str) -> bool:
        """Return whether a file is there and is what the manifest says; a damaged one counts as missing."""
        told = self.told().get(name)
        data = self.read(name)
        return told is not None and data is not None and sha256(data) == told

    def missing(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return the names that still have to be made."""
        return tuple(name for name in names if not self.sound(name))

    def kept(self) -> dict[str, bytes]:
        """Return the sound files that the manifest tells of."""
        return {name: self.read(name) or b"" for name in self.told() if self.sound(name)}

    def complete(self, files: Mapping[str, bytes]) -> None:
        """Make the folder with these files, or add those that it lacks; the manifest comes last."""
        if not self.path.exists():
            write_folder(self.path, files)
            return
        for name in sorted(files, key=lambda one: one == MANIFEST):
            if name == MANIFEST or not self.sound(name):
                write_bytes(self.path / name, files[name])

    def make_latest(self) -> None:
        """Let `latest` point here."""
        point(self.home / LATEST, self.name)


@contextmanager
def writing(home: Path) -> Iterator[None]:
    """Hold the lock of a brief's outputs; what the system refuses is told as `StoreError`.

    That of `out/` is shared by all who write, and kept from whoever clears away what nobody needs.
    """
    try:
        with locked(home), locked(home.parent, shared=True):
            yield
    except OSError as error:
        place = Place(f"out/{home.name}")
        hint = "can you write in out/, and is there room on the disk?"
        in_the_way = isinstance(error, FileExistsError | NotADirectoryError)
        reason = "a file is in the way" if in_the_way else error.strerror
        raise StoreError(Fault(f"the outputs cannot be written: {reason}", place, hint)) from error
