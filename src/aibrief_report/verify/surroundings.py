"""How the toolkit and libraries of a version differ from those that are here, and how to have them again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from aibrief_report.digest import Json
from aibrief_report.errors import BriefError
from aibrief_report.inputs.door import Inputs
from aibrief_report.store.objects import Objects
from aibrief_report.verify.recorded import Recorded
from aibrief_report.versions.bundles import BUNDLED
from aibrief_report.versions.environment import toolkit_files
from aibrief_report.versions.lock import LOCK

_SHORT = 12
_TOOLKIT, _LIBRARIES, _NONE = "toolkit", "distributions", "none"
_MOST = 3


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that shapes bytes and is another here: what it is, which it was then, which it is now.

    `parts` are the files of the toolkit that differ, where their digests were kept; `of` is the entry of the
    environment that it belongs to.
    """

    what: str
    then: str
    now: str
    of: str = ""
    parts: tuple[str, ...] = ()

    def __str__(self) -> str:
        more = f" and {len(self.parts) - _MOST} more" if len(self.parts) > _MOST else ""
        parts = f", of which {', '.join(self.parts[:_MOST])}{more} differ" if self.parts else ""
        return f"{self.what}: made with {self.then}, here is {self.now}{parts}"


def differences(
    then: Mapping[str, Json], now: Mapping[str, Json], parts: Sequence[str] = ()
) -> tuple[Difference, ...]:
    """Return what differs between two environments as `versions.environment` gives them.

    `parts` are the files of the toolkit that differ, as `changed_files` finds them.
    """
    before, after = dict(_flat(then)), dict(_flat(now))
    return tuple(
        Difference(what, before.get((of, what), _NONE), after.get((of, what), _NONE), of, _parts(of, parts))
        for of, what in dict.fromkeys((*before, *after))
        if before.get((of, what)) != after.get((of, what))
    )


def changed_files(recorded: Recorded, objects: Objects) -> tuple[str, ...]:
    """Return the toolkit's files that are others here by name; empty where their digests were not kept."""
    try:
        then = json.loads(objects.get(recorded.toolkit))
    except (BriefError, ValueError):
        return ()
    now = toolkit_files()
    return tuple(name for name in sorted({*then, *now}) if then.get(name) != now.get(name))


def kept_lock(recorded: Recorded, objects: Objects) -> bytes | None:
    """Return the lock of a version's libraries, from its bundle or noted with its record; else `None`."""
    if objects.folder.name == BUNDLED:
        bundle = Inputs(objects.folder.parent)
        return bundle.read(LOCK) if bundle.exists(LOCK) else None
    noted = objects.noted(recorded.hash)
    return objects.get(noted) if noted else None


def advice(recorded: Recorded, objects: Objects, found: Sequence[Difference]) -> tuple[str, ...]:
    """Return how to have again what a version was made with, a sentence for each kind of difference."""
    toolkit = recorded.toolkit[:_SHORT]
    told = {
        _TOOLKIT: f"the toolkit of then: its repository's scripts/find_toolkit.py {toolkit} names the commit",
        _LIBRARIES: f"the libraries of then: {_install(recorded, objects, found)}",
        "libraries": "pango, harfbuzz and zlib are the system's: those of then come with its release of then",
    }
    return tuple(told[of] for of in dict.fromkeys(one.of for one in found) if of in told)


def _install(recorded: Recorded, objects: Objects, found: Sequence[Difference]) -> str:
    if kept_lock(recorded, objects):
        take = f"aibrief rebuild {recorded.name} --lock {LOCK}"
        return f"{take}, then pip install --require-hashes -r {LOCK}"
    pins = (f"{one.what}=={one.then}" for one in found if one.of == _LIBRARIES and one.then != _NONE)
    return f"pip install {' '.join(pins)}"


def _parts(of: str, parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(parts) if of == _TOOLKIT else ()


def _flat(told: Mapping[str, Json]) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the entries of an environment: the mapping that they are in, what they are called, the value."""
    for name, value in told.items():
        if isinstance(value, Mapping):
            yield from (((name, str(key)), str(one)) for key, one in value.items())
        elif name == _TOOLKIT:
            yield (name, "the toolkit's code"), str(value)[:_SHORT]
        else:
            yield (name, name), str(value)
