"""What a person asks about: a brief by name, a version, or a file of one, wherever it was copied to."""

from __future__ import annotations

import json
from pathlib import Path

from msgspec import Struct

from aibrief_report.errors import BriefError, Fault, InputError, Place
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.nearest import nearest
from aibrief_report.model.document import Document
from aibrief_report.model.json import load
from aibrief_report.versions.bundles import bundle_of
from aibrief_report.versions.published import version_names, without_version
from aibrief_report.versions.shelf import Kept, Shelf
from aibrief_report.versions.version import DOCUMENT, INPUTS

MOST_TOLD = 5


class Subject(Struct, frozen=True):
    """A document and the version that it is."""

    kept: Kept
    document: Document


def find_subject(shelf: Shelf, name: str) -> Subject:
    """Return what a name means: a file, a folder of one version, a brief (its latest version) or a version.

    Raises `InputError` where it is none of them, where a file's version is neither in `out/` nor published,
    and for a brief of which no version is whole, so that none is the latest.
    """
    path = Path(name)
    if path.is_file():
        return _of_file(shelf, path)
    if path.is_dir():
        folder = path.resolve()
        if (folder / DOCUMENT).is_file():
            return _beside(shelf, folder)
        name = folder.name
    found = [one for brief in shelf.briefs() if brief == name for one in shelf.versions(brief)]
    if len(found) > 1 and not found[0].latest:
        hint = f"name one: {', '.join(one.version for one in found[:MOST_TOLD])}; or build all formats of it"
        raise InputError(Fault(f"none of the {len(found)} versions of {name} is the latest", hint=hint))
    found = found or list(shelf.called(name))
    if not found:
        raise InputError(_unknown(shelf, name))
    return Subject(found[0], shelf.document(found[0]))


def _of_file(shelf: Shelf, path: Path) -> Subject:
    """Return the version that a file is of: by its metadata, wherever it lies."""
    if path.name == DOCUMENT:
        return _beside(shelf, path.resolve().parent)
    data = Inputs(path.resolve().parent).read(path.resolve().name)
    names = version_names(data)
    for kept in shelf.all():
        if kept.version in names:
            return Subject(kept, shelf.document(kept))
    # A version folder may have been copied whole, to where no project is.
    if (path.resolve().parent / DOCUMENT).is_file():
        beside = _beside(shelf, path.resolve().parent)
        if beside.document.version in names:
            return beside
    for bundle in filter(None, (bundle_of(shelf.out.parent, name) for name in names)):
        return _beside(shelf, bundle)
    raise InputError(*(_not_here(shelf, path, names) if names else without_version(data, path.name)))


def _beside(shelf: Shelf, folder: Path) -> Subject:
    document = load(Inputs(folder).read(DOCUMENT))
    here = [one for one in shelf.all() if one.version == document.version]
    return Subject(here[0] if here else Kept(_brief(folder), document.version), document)


def _brief(folder: Path) -> str:
    """Return the brief of a folder that lies anywhere: that which its record names, else that it lies in."""
    try:
        return str(json.loads(Inputs(folder).read(INPUTS))["brief"])
    except (BriefError, ValueError, KeyError, TypeError):
        return folder.parent.name


def _not_here(shelf: Shelf, path: Path, names: tuple[str, ...]) -> tuple[Fault]:
    known = sum(1 for _ in shelf.all())
    hint = f"{shelf.out.name}/ holds {known} others: name the project or bundle that holds it: -C DIR"
    return (Fault(f"the file is of version {names[0]}, which is not here", Place(path.name), hint),)


def _unknown(shelf: Shelf, name: str) -> Fault:
    briefs = shelf.briefs()
    if not briefs:
        return Fault(f"there is no file and no built brief {name!r}", hint="build it first: aibrief build")
    hint = nearest(name, briefs) or f"built are: {', '.join(briefs[:MOST_TOLD])}"
    return Fault(f"there is no file, version or built brief {name!r}", hint=hint)
