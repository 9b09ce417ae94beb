"""`Inputs`: reads files of a project and of installed packages, and remembers what was read.

What is remembered is what a version's hash is made of: the digest of every file, every listing of a
folder, and every look-up that missed (a file that appears later would change the result as well).
"""

from __future__ import annotations

import errno
import importlib.util
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct, field

from aibrief_report.digest import Json, digest, sha256
from aibrief_report.errors import Fault, InputError, Place
from aibrief_report.files import read_file

MOST_BYTES = 64 * 1024 * 1024
"""No curated table, template or font is larger; a larger file is a mistake or an attack."""

_PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
# XML, and so DOCX, cannot hold these at all; U+0085 would end a line for some readers and not for others.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


class Stat(Struct, frozen=True):
    """What tells cheaply that a file is unchanged: its path, size in bytes and time of change (ns)."""

    path: str
    size: int
    changed: int


class Record(Struct, frozen=True):
    """All that was read: name -> digest, folder -> digest of its listing, look-ups that missed."""

    files: dict[str, str]
    listings: dict[str, str]
    misses: tuple[str, ...]
    stats: dict[str, Stat]

    def as_json(self) -> Json:
        """Return what a version's hash covers: names and digests, no paths and no times."""
        return {"files": self.files, "listings": self.listings, "misses": list(self.misses)}


class Inputs(Struct):
    """The door. `root` is the project's folder; names are POSIX paths below it.

    Of one file, no more than `most` bytes are taken.
    """

    root: Path
    _bytes: dict[str, bytes] = field(default_factory=dict)
    _listings: dict[str, str] = field(default_factory=dict)
    _misses: set[str] = field(default_factory=set)
    _stats: dict[str, Stat] = field(default_factory=dict)
    _frozen: bool = False
    most: int = MOST_BYTES

    def read(self, name: str, hint: str | None = None, asked: Place | None = None) -> bytes:
        """Return a file's bytes. Raises `InputError` where it is missing, unreadable or outside.

        `asked` is the place that names the file, for the message; `hint` is told where it is missing.
        """
        if name in self._bytes:
            return self._bytes[name]
        self._open(name)
        if not self._has(name, asked):
            self._misses.add(name)
            raise InputError(_missing(name, hint, asked))
        self._bytes[name] = data = self._fetch(name)
        return data

    def text(self, name: str, hint: str | None = None, asked: Place | None = None) -> str:
        """Return a file's text: UTF-8, a byte-order mark dropped, lines ended by a line feed."""
        return decode(self.read(name, hint, asked), name)

    def exists(self, name: str) -> bool:
        """Return whether there is such a file; where there is none, that too is remembered."""
        if name in self._bytes:
            return True
        self._open(name)
        if self._has(name):
            return True
        self._misses.add(name)
        return False

    def listing(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Return the names of the files in a folder that end in `suffix`, sorted; remembered."""
        self._open(folder)
        found = self._names(folder, suffix)
        self._listings[f"{folder}/*{suffix}"] = digest(found)
        return tuple(f"{folder}/{name}" for name in found)

    def package_file(self, package: str, name: str, asked: Place | None = None) -> bytes:
        """Return a file that an installed package brings (fonts, built-in themes). Raises `InputError`."""
        key = package_key(package, name)
        if key in self._bytes:
            return self._bytes[key]
        self._open(key)
        data = self._fetch_of_package(package, name)
        if data is None:
            hint = f"is {package} installed in this environment?"
            raise InputError(Fault(f"the package {package} has no file {name}", asked, hint))
        self._bytes[key] = data
        return data

    def locate(self, name: str, asked: Place | None = None) -> Path:
        """Return the path of a name. Raises `InputError` where it would leave the project."""
        pure = PurePosixPath(name)
        try:
            place = (self.root / pure).resolve()
        except (OSError, RuntimeError, ValueError) as error:  # links in a circle, names that no system takes
            raise InputError(Fault(f"{name} cannot be a file: {error}", asked or Place(name))) from error
        if pure.is_absolute() or "\\" in name or not place.is_relative_to(self.root.resolve()):
            hint = "use a path below the project's folder"
            raise InputError(Fault(f"{name} leads out of the project", asked or Place(name), hint))
        return place

    def freeze(self) -> Record:
        """Return what was read; after this, reading anything more is an error of the program."""
        self._frozen = True
        files = {name: sha256(data) for name, data in sorted(self._bytes.items())}
        return Record(files, dict(sorted(self._listings.items())), tuple(sorted(self._misses)), self._stats)

    def contents(self) -> Mapping[str, bytes]:
        """Return the bytes of every file that was read, by their SHA-256."""
        return {sha256(data): data for data in self._bytes.values()}

    def _open(self, name: str) -> None:
        if self._frozen:
            raise RuntimeError(f"{name} was asked for after the inputs were frozen")

    def _has(self, name: str, asked: Place | None = None) -> bool:
        return _is_file(self.locate(name, asked))

    def _names(self, folder: str, suffix: str) -> list[str]:
        place = self.locate(folder)
        return sorted(path.name for path in place.glob(f"*{suffix}")) if place.is_dir() else []

    def _fetch(self, name: str) -> bytes:
        # Not the place that a symbolic link leads to: a link that is pointed elsewhere is a change.
        return self._take(name, self.root / name)

    def _fetch_of_package(self, package: str, name: str) -> bytes | None:
        home = _home_of(package)
        place = (home / name).resolve() if home else None
        if home is None or place is None or not (place.is_relative_to(home) and place.is_file()):
            return None
        return self._take(package_key(package, name), place)

    def _take(self, name: str, place: Path) -> bytes:
        try:
            data, stat = read_file(place, self.most)
        except OSError as error:
            raise InputError(_unread(error, name, self.most)) from error
        self._stats[name] = Stat(str(place), stat.st_size, stat.st_mtime_ns)
        return data


def package_key(package: str, name: str) -> str:
    """Return the name under which a file of an installed package is remembered."""
    return f"package:{package}/{name}"


def decode(data: bytes, name: str) -> str:
    """Return the text in UTF-8 bytes. Raises `InputError` naming line and column of what is no text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        hint = "save the file as UTF-8 (in Excel: “CSV UTF-8”)"
        raise InputError(Fault("the file is not UTF-8 text", _place_after(before, name), hint)) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for pattern, what in ((_CONTROL, "a control character"), (_PRIVATE_USE, "a private-use character")):
        found = pattern.search(text)
        if found:
            message = f"{what} (U+{ord(found[0]):04X}) stands in the text"
            raise InputError(Fault(message, _place_after(text[: found.start()], name), "delete it"))
    return text


def misfit(text: str) -> str | None:
    """Return what a text holds that no file may hold, such as "U+E000"; `None` where it is sound.

    For texts in which such characters were written as escapes, as YAML and Jinja allow.
    """
    found = _CONTROL.search(text) or _PRIVATE_USE.search(text)
    return f"U+{ord(found[0]):04X}" if found else None


def _missing(name: str, hint: str | None, asked: Place | None) -> Fault:
    if asked is None:
        return Fault("there is no such file", Place(name), hint)
    return Fault(f"there is no file {name}", asked, hint)


def _unread(error: OSError, name: str, most: int) -> Fault:
    if error.errno == errno.EFBIG:
        hint = "is it the right file? leave out, or keep elsewhere, what the brief does not need"
        return Fault(f"the file is larger than {most >> 20} MiB", Place(name), hint)
    return Fault(f"cannot be read: {error.strerror}", Place(name))


def _is_file(place: Path) -> bool:
    try:
        return place.is_file()
    except (OSError, ValueError):  # a name too long for the system, a folder that may not be entered
        return False


def _home_of(package: str) -> Path | None:
    """Return the folder of an installed package; `None` where there is none of that name."""
    try:
        spec = importlib.util.find_spec(package)
    except (ImportError, ValueError):
        return None
    return Path(spec.origin).parent.resolve() if spec and spec.origin and spec.has_location else None


def _place_after(before: str, name: str) -> Place:
    return Place(name, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
