"""A content-addressed store: bytes kept under their own SHA-256, as git and Nix keep them.

What is in it is never changed; the same bytes are kept once, whoever puts them there. Read, an object is
held against its name, so that a damaged one is found, never used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from aibrief_report.digest import sha256
from aibrief_report.errors import Fault, Place, StoreError
from aibrief_report.files import read_file
from aibrief_report.store.atomic import write_bytes

_FOLDER, _FILE = re.compile(r"[0-9a-f]{2}"), re.compile(r"[0-9a-f]{62}")
_NOTES = "notes"
_REPAIR = "building a version that read the same file puts it back"


class Objects(Struct, frozen=True):
    """The store in a folder; `repair` is how to mend what is missing or damaged in it."""

    folder: Path
    repair: str = _REPAIR

    def put(self, datas: Iterable[bytes]) -> None:
        """Keep some bytes; a damaged object of the same name is mended. Raises `OSError` where it cannot."""
        for data in datas:
            place = self.place(sha256(data))
            if not _holds(place, data):
                write_bytes(place, data)

    def get(self, name: str) -> bytes:
        """Return the bytes of a name. Raises `StoreError` where they are not here, or are damaged."""
        try:
            data, _ = read_file(self.place(name))
        except OSError as error:
            raise StoreError(Fault("the object is not here", self._told(name), self.repair)) from error
        if sha256(data) != name:
            raise StoreError(Fault("the object is damaged", self._told(name), self.repair))
        return data

    def note(self, name: str, told: str) -> None:
        """Note with an object the name of another that tells more of it. Raises `OSError`.

        The first note stays while what it names is sound.
        """
        if self.noted(name) is None:
            write_bytes(self.note_place(name), told.encode())

    def noted(self, name: str) -> str | None:
        """Return the name that was noted with an object; `None` where none was, or its object is damaged."""
        try:
            told = self.note_place(name).read_text(encoding="ascii")
            self.get(told)
        except (OSError, ValueError, StoreError):
            return None
        return told

    def notes(self) -> Iterator[str]:
        """Yield the names of the objects that something is noted with, sorted."""
        folder = self.folder / _NOTES
        yield from sorted(path.name for path in folder.glob("[!.]*"))

    def note_place(self, name: str) -> Path:
        """Return where the note of an object is, or would be."""
        return self.folder / _NOTES / name

    def holds(self, name: str) -> bool:
        """Return whether there is an object of a name, sound or not."""
        return self.place(name).is_file()

    def names(self) -> Iterator[str]:
        """Yield the names of all objects, sorted."""
        folders = sorted(self.folder.iterdir()) if self.folder.is_dir() else []
        for folder in folders:
            if _FOLDER.fullmatch(folder.name):
                yield from sorted(
                    folder.name + path.name for path in folder.iterdir() if _FILE.fullmatch(path.name)
                )

    def place(self, name: str) -> Path:
        """Return where the bytes of a name are, or would be."""
        return self.folder / name[:2] / name[2:]

    def _told(self, name: str) -> Place:
        place = self.place(name)
        return Place("/".join((self.folder.parent.name, self.folder.name, *place.parts[-2:])))


def objects_in(out: Path) -> Objects:
    """Return the store of a project's `out/`: the files that its versions were made of."""
    return Objects(out / ".objects")


def _holds(place: Path, data: bytes) -> bool:
    try:
        return read_file(place)[0] == data
    except OSError:
        return False
