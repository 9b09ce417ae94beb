"""What may go: versions that are neither published, nor recent, nor referred to, and what they alone need."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from aibrief_report.errors import BriefError, Fault, StoreError
from aibrief_report.store.objects import Objects, objects_in
from aibrief_report.verify.bundle import publications
from aibrief_report.verify.recorded import find_recorded
from aibrief_report.versions.shelf import Kept, Shelf

RECENT = 10
"""How many of the newest versions of a brief stay, unless told."""


class Garbage(Struct, frozen=True):
    """What may be removed: versions, names of objects, what else is left of both; its size in bytes."""

    versions: tuple[Kept, ...]
    objects: tuple[str, ...]
    leftovers: tuple[Path, ...]
    size: int

    @property
    def empty(self) -> bool:
        """Whether there is nothing to remove."""
        return not (self.versions or self.objects or self.leftovers)


def garbage(root: Path, out: Path, recent: int = RECENT, keep: frozenset[str] = frozenset()) -> Garbage:
    """Return what nobody needs any more.

    Stays: the latest version of each brief and its `recent` newest, what was published, and the versions
    named in `keep`. An object stays while a version that stays was made of it; where the record of such a
    version cannot be read, all objects stay.
    """
    shelf, objects = Shelf(out), objects_in(out)
    named = keep | {one.version for one in publications(root)}
    dropped: list[Kept] = []
    kept: list[Kept] = []
    for brief in shelf.briefs():
        for place, one in enumerate(shelf.versions(brief)):
            stays = one.latest or place < recent or one.version in named
            (kept if stays else dropped).append(one)
    loose = tuple(_loose(out, objects, kept))
    notes = (objects.note_place(name) for name in objects.notes() if name in loose)
    leftovers = (*_leftovers(out), *notes)
    places = [*(out / one.brief / one.version for one in dropped), *map(objects.place, loose), *leftovers]
    return Garbage(tuple(dropped), loose, leftovers, sum(map(_size, places)))


def remove(out: Path, found: Garbage) -> None:
    """Remove it: versions before the objects that they were made of. Raises `StoreError`.

    The caller holds the lock of `out/`, and has since before it looked what may go.
    """
    try:
        for one in found.versions:
            _remove(out / one.brief / one.version)
        for name in found.objects:
            objects_in(out).place(name).unlink(missing_ok=True)
        for place in found.leftovers:
            _remove(place)
    except OSError as error:
        raise StoreError(Fault(f"cannot be removed: {error.strerror}")) from error


def _loose(out: Path, objects: Objects, kept: list[Kept]) -> Iterator[str]:
    """Yield the objects that no version needs; none, where one of them cannot tell what it needs."""
    needed: set[str] = set()
    for one in kept:
        try:
            record = find_recorded(out, objects, one.version, one.brief)
        except BriefError:
            return
        noted = objects.noted(record.hash)
        needed |= {record.hash, record.toolkit, *record.files.values(), *([noted] if noted else [])}
    yield from (name for name in objects.names() if name not in needed)


def _leftovers(out: Path) -> Iterator[Path]:
    """Yield what builds that were killed left behind: what is being written ends in `.part`."""
    for folder in (out, *out.glob("*"), *out.glob("*/*"), *out.glob(".objects/*")):
        if folder.is_dir() and not folder.is_symlink():
            yield from folder.glob(".*.part")


def _remove(place: Path) -> None:
    """Remove a file or folder; a folder under another name first, so that none is seen half gone."""
    if place.is_dir() and not place.is_symlink():
        aside = place if place.suffix == ".part" else place.with_name(f".{place.name}.part")
        if aside != place:
            place.rename(aside)
        shutil.rmtree(aside)
    else:
        place.unlink(missing_ok=True)


def _size(place: Path) -> int:
    files = place.rglob("*") if place.is_dir() else [place]
    return sum(path.lstat().st_size for path in files if path.is_file())
