"""What a person wants verified or rebuilt (a file, folder, brief or version), with what is kept of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from aibrief_report.errors import BriefError, Fault, InputError, Place, StoreError
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.nearest import nearest
from aibrief_report.store.objects import Objects, objects_in
from aibrief_report.verify.recorded import Recorded, find_recorded, read_recorded
from aibrief_report.versions.bundles import BUNDLED, bundle_of
from aibrief_report.versions.folder import VersionFolder
from aibrief_report.versions.names import whole_name
from aibrief_report.versions.published import version_names, without_version
from aibrief_report.versions.shelf import Shelf
from aibrief_report.versions.version import INPUTS

_ANOTHER = "this copy of the edition is damaged: take another, from git, an archive, or who published it"


class Found(Struct, frozen=True):
    """A version's record, the store of its inputs, and the files that were meant, by name in the version."""

    recorded: Recorded
    objects: Objects
    files: dict[str, bytes]


def find(out: Path, what: str) -> Found:
    """Return what a name means. Raises `InputError` or `StoreError` where nothing is kept of it."""
    path = Path(what)
    if path.is_file():
        return _of_file(out, path)
    if path.is_dir() and (path / INPUTS).is_file():
        return _of_folder(out, path.resolve())
    return _of_name(out, what)


def _of_file(out: Path, path: Path) -> Found:
    folder = path.resolve().parent
    data = Inputs(folder).read(path.resolve().name)
    file = f"brief{path.suffix.lower()}"
    names = version_names(data)
    for name in names:
        beside = _beside(folder, name)
        objects = _objects(out, folder) if beside else objects_in(out)
        bundle = None if beside else bundle_of(out.parent, name)
        if bundle:
            beside, objects = _beside(bundle, name), _objects(out, bundle)
        try:
            return Found(beside or find_recorded(out, objects, name), objects, {file: data})
        except BriefError:
            continue
    if not names:
        raise InputError(*without_version(data, path.name))
    hint = "give the project or the published bundle that holds it (-C DIR)"
    fault = f"the file is of version {names[0]}, of which nothing is kept here"
    raise InputError(Fault(fault, Place(path.name), hint))


def _beside(folder: Path, name: str) -> Recorded | None:
    """Return the record that lies beside a file, where it is that of the version; else `None`."""
    try:
        found = read_recorded(Inputs(folder).read(INPUTS), Place(INPUTS))
    except BriefError:
        return None
    return found if found.name == name else None


def _of_folder(out: Path, folder: Path) -> Found:
    recorded = read_recorded(Inputs(folder).read(INPUTS), Place(f"{folder.name}/{INPUTS}"))
    return Found(recorded, _objects(out, folder), _files(folder))


def _of_name(out: Path, what: str) -> Found:
    shelf = Shelf(out)
    brief, _, version = what.rpartition("/")
    of_brief = shelf.versions(what) if what in shelf.briefs() else ()
    if of_brief:
        brief, version = what, of_brief[0].version
    if not version or set(version) - set("0123456789abcdef"):
        raise InputError(_unknown(shelf, what))
    objects = objects_in(out)
    known = [one.version for one in shelf.all() if brief in ("", one.brief)]
    whole = whole_name(version, (*known, *_recorded(objects, version))) or version
    recorded = find_recorded(out, objects, whole, brief)
    return Found(recorded, objects, _files(out / recorded.brief / recorded.name))


def _recorded(objects: Objects, start: str) -> Iterator[str]:
    """Yield the versions whose record is kept and that begin so, also where their folder is gone."""
    for name in objects.names():
        if name.startswith(start):
            try:
                yield read_recorded(objects.get(name), Place(name)).name
            except StoreError:  # a file that a version read, which is no record
                continue


def _files(folder: Path) -> dict[str, bytes]:
    """Return the outputs in a version's folder that its manifest tells of, sound or not."""
    found = VersionFolder(folder.parent, folder.name)
    return {name: data for name in found.told() if (data := found.read(name)) is not None}


def _objects(out: Path, folder: Path) -> Objects:
    bundled = folder / BUNDLED
    return Objects(bundled, _ANOTHER) if bundled.is_dir() else objects_in(out)


def _unknown(shelf: Shelf, what: str) -> Fault:
    known = shelf.briefs()
    hint = nearest(what, known) or (f"built are: {', '.join(known)}" if known else "build it first")
    return Fault(f"there is no file, version or built brief {what!r}", hint=hint)
