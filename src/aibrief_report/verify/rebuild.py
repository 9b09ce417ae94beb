"""Making a version again from what was kept of it, whatever the tables say today."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from aibrief_report.errors import BriefError, Fault, StoreError
from aibrief_report.inputs.project import Project
from aibrief_report.pipeline import keep, outputs, write_from
from aibrief_report.render.formats import FORMATS
from aibrief_report.store.cache import Cache
from aibrief_report.store.objects import Objects, objects_in
from aibrief_report.verify.recorded import Recorded, kept_inputs
from aibrief_report.verify.surroundings import advice, changed_files
from aibrief_report.versions.differences import Difference, differences
from aibrief_report.versions.environment import environment
from aibrief_report.versions.folder import VersionFolder, writing

_NO_CACHE = Cache(None)
"""A version is made from its inputs alone: what a cache holds may be what is in doubt."""


class Rebuilt(Struct, frozen=True):
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
    *,
    named_as_then: bool = False,
) -> Rebuilt:
    """Return a version's files, made from its own inputs by the toolkit that is here.

    They bear the name of what they are: under other libraries a version of its own, or to be compared that of
    the record (`named_as_then`), which stands on every page.

    Where toolkit and libraries are those of the record, they are the same bytes. Raises `StoreError` where
    an input is gone or damaged, or where this toolkit and these libraries cannot make it; and whatever
    `BriefError` the toolkit that made it finds in the inputs.
    """
    kept = kept_inputs(recorded, objects, root)
    other = _differences(recorded, objects)
    try:
        bearing = recorded.version if named_as_then else None
        written = write_from(kept, recorded.brief, _NO_CACHE, tell, bearing=bearing)
        return Rebuilt(recorded, outputs(written, formats, tell), other)
    except Exception as error:  # another release of a library may fail in any way
        if not other:
            raise
        raise StoreError(*_unmade(error, recorded, objects, other)) from error


def restore(
    project: Project, recorded: Recorded, formats: Sequence[str], tell: Callable[[str], None] = lambda _: None
) -> VersionFolder:
    """Make the folder of a version in `out/` whole again, and return it.

    Raises `StoreError` under another toolkit or other libraries: the bytes would not be those of the version.
    """
    objects = objects_in(project.out)
    other = _differences(recorded, objects)
    if other:
        ways = advice(recorded, objects, other)
        raise StoreError(*_told(other, (*ways, "--to DIR writes what this toolkit makes of the inputs")))
    kept = kept_inputs(recorded, objects, project.root)
    written = write_from(kept, recorded.brief, _NO_CACHE, tell)
    folder = VersionFolder(project.out / recorded.brief, written.version.name)
    with writing(folder.home):
        keep(folder, written, formats, tell)
    return folder


def _differences(recorded: Recorded, objects: Objects) -> tuple[Difference, ...]:
    return differences(recorded.environment, environment(), changed_files(recorded, objects))


def _told(other: Sequence[Difference], ways: Sequence[str]) -> Iterator[Fault]:
    """Yield a fault for each difference; the last says what can be done about all of them."""
    yield from (Fault(str(one)) for one in other[:-1])
    yield Fault(str(other[-1]), hint="\n  hint: ".join(ways))


def _unmade(
    error: Exception, recorded: Recorded, objects: Objects, other: Sequence[Difference]
) -> Iterator[Fault]:
    """Yield why a version cannot be made here, and what is another here than where it was made."""
    if isinstance(error, BriefError):
        yield from error.faults
    else:
        yield Fault(f"a library fails here: {type(error).__name__}: {error}")
    yield from _told(other, advice(recorded, objects, other))
