"""Making a version again from what was kept of it, whatever the tables say today."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from aibrief_report.errors import Fault, StoreError
from aibrief_report.inputs.project import Project
from aibrief_report.pipeline import Written, keep, outputs, write_from
from aibrief_report.render.formats import FORMATS
from aibrief_report.store.cache import Cache
from aibrief_report.store.objects import Objects, objects_in
from aibrief_report.verify.recorded import Recorded, kept_inputs
from aibrief_report.verify.surroundings import Difference, differences, needed
from aibrief_report.versions.environment import environment
from aibrief_report.versions.folder import VersionFolder, writing

_NO_CACHE = Cache(None)
"""A version is made from its inputs alone: what a cache holds may be what is in doubt."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A version made again: its files by name, and how toolkit and libraries differ from those it names."""

    recorded: Recorded
    files: dict[str, bytes]
    differences: tuple[Difference, ...]


def rebuild(
    recorded: Recorded,
    objects: Objects,
    root: Path,
    formats: Sequence[str] = FORMATS,
    tell: Callable[[str], None] = lambda _: None,
) -> Rebuilt:
    """Return a version's files, made from its own inputs by the toolkit that is here.

    Where toolkit and libraries are those of the record, they are the same bytes. Raises `StoreError` where
    an input is gone or damaged, and whatever `BriefError` this toolkit finds in the inputs.
    """
    written = _write(recorded, objects, root, tell)
    other = differences(recorded.environment, environment())
    return Rebuilt(recorded, outputs(written, formats, tell), other)


def restore(
    project: Project, recorded: Recorded, formats: Sequence[str], tell: Callable[[str], None] = lambda _: None
) -> VersionFolder:
    """Make the folder of a version in `out/` whole again, and return it.

    Raises `StoreError` under another toolkit or other libraries: the bytes would not be those of the version.
    """
    other = differences(recorded.environment, environment())
    if other:
        raise StoreError(*(Fault(str(one), hint=_hint(recorded)) for one in other))
    written = _write(recorded, objects_in(project.out), project.root, tell)
    folder = VersionFolder(project.out / recorded.brief, written.version.name)
    with writing(folder.home):
        keep(folder, written, formats, tell)
    return folder


def _write(recorded: Recorded, objects: Objects, root: Path, tell: Callable[[str], None]) -> Written:
    return write_from(kept_inputs(recorded, objects, root), recorded.brief, _NO_CACHE, tell)


def _hint(recorded: Recorded) -> str:
    pins = needed(recorded.environment)
    return f"--to DIR rebuilds it as this toolkit would; the same bytes need: {pins}"
