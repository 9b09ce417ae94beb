"""The two sides of a comparison: a version, a file of one, a bundle, or the project as it stands now."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from aibrief_report.digest import Json
from aibrief_report.errors import Fault, InputError, Place, StoreError
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.project import Project
from aibrief_report.model.document import Document
from aibrief_report.model.json import load
from aibrief_report.pipeline import outputs, write
from aibrief_report.render.formats import file_name
from aibrief_report.versions.bundles import bundle_of
from aibrief_report.versions.folder import VersionFolder
from aibrief_report.versions.shelf import Shelf
from aibrief_report.versions.subject import Subject, find_subject
from aibrief_report.versions.version import DOCUMENT, INPUTS

WORKING = "."
"""What names the project as it stands now, built or not."""


class Side(Struct, frozen=True):
    """A document with what it was made of: digests of files by name, and the environment.

    `folder` is that of its version, `None` for the project as it stands now.
    """

    brief: str
    version: str
    document: Document
    files: Mapping[str, str]
    environment: Mapping[str, Json]
    folder: Path | None = None

    @property
    def name(self) -> str:
        """How a person is told of it."""
        return f"{self.brief} {self.version}" if self.folder else f"{self.brief} as it stands now"


def version_side(project: Project, what: str) -> Side:
    """Return a version as a side: its name, a file of it, its folder or bundle, or a brief for its latest.

    Raises `InputError` or `StoreError` where it is not here or cannot be read.
    """
    folder = Path(what)
    if (folder / DOCUMENT).is_file() and (folder / INPUTS).is_file():
        return folder_side(folder.resolve())
    subject = find_subject(Shelf(project.out), what)
    kept = subject.kept
    if not (project.out / kept.brief / kept.version).is_dir():
        roots = (folder.resolve().parent, project.root)
        for bundle in filter(None, (bundle_of(root, kept.version) for root in roots)):
            return folder_side(bundle)
    return side_of(project.out, subject)


def folder_side(folder: Path) -> Side:
    """Return the version in a folder, wherever it lies. Raises `StoreError` where its record is damaged."""
    record = _record(folder)
    document = load(Inputs(folder).read(DOCUMENT))
    return Side(record.brief, document.version, document, record.files, record.environment, folder)


def side_of(out: Path, subject: Subject) -> Side:
    """Return a version that was found as a side. Raises `StoreError` where its record is damaged."""
    kept = subject.kept
    folder = out / kept.brief / kept.version
    record = _record(folder)
    return Side(kept.brief, kept.version, subject.document, record.files, record.environment, folder)


def working_side(project: Project, brief: str, tell: Callable[[str], None] = lambda _: None) -> Side:
    """Return a brief as its files are now. Raises whatever `BriefError` is wrong with it."""
    written = write(project, brief, tell)
    version = written.version
    return Side(brief, version.name, written.document, version.record.files, version.environment)


def two_sides(
    project: Project, first: str, second: str, tell: Callable[[str], None] = lambda _: None
) -> tuple[Side, Side]:
    """Return what is compared, the older first; `second` may be empty or `.` for the project as it stands.

    Raises `InputError` where the sides are of different briefs.
    """
    then = version_side(project, first)
    if second in ("", WORKING):
        return then, working_side(project, then.brief, tell)
    now = version_side(project, second)
    if then.brief != now.brief:
        hint = "name two versions of one brief"
        raise InputError(Fault(f"{then.name} and {now.name} are different briefs", hint=hint))
    return then, now


def output(project: Project, side: Side, form: str, tell: Callable[[str], None] = lambda _: None) -> bytes:
    """Return a side in a format: the file of its version, or made now for the project as it stands.

    Raises `StoreError` where a version lacks it.
    """
    name = file_name(form)
    if side.folder is None:
        return outputs(write(project, side.brief), (form,), tell)[name]
    data = VersionFolder(side.folder.parent, side.folder.name).read(name)
    if data is None:
        place = Place(f"{side.brief}/{side.version}/{name}")
        hint = f"aibrief rebuild {side.version} --formats {form} makes it"
        raise StoreError(Fault("the file is not there", place, hint))
    return data


class _Record(Struct, frozen=True):
    brief: str
    files: Mapping[str, str]
    environment: Mapping[str, Json]


def _record(folder: Path) -> _Record:
    place = Place(f"{folder.parent.name}/{folder.name}/{INPUTS}")
    try:
        told = json.loads(Inputs(folder).read(INPUTS))
        return _Record(str(told["brief"]), dict(told["inputs"]["files"]), dict(told["environment"]))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise StoreError(Fault("the record of inputs is damaged", place)) from error
