"""How the toolkit and libraries of a version differ from those that are here, and how to have them again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from shlex import quote

from aibrief_report.digest import SHORT
from aibrief_report.errors import BriefError
from aibrief_report.inputs.door import Inputs
from aibrief_report.store.objects import Objects
from aibrief_report.verify.recorded import Recorded
from aibrief_report.versions.bundles import BUNDLED
from aibrief_report.versions.differences import DISTRIBUTIONS, LIBRARIES, NONE, TOOLKIT, Difference
from aibrief_report.versions.environment import toolkit_files
from aibrief_report.versions.lock import LOCK


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
    toolkit = recorded.toolkit[:SHORT]
    told = {
        TOOLKIT: f"the toolkit of then: its repository's scripts/find_toolkit.py {toolkit} names the commit",
        DISTRIBUTIONS: f"the libraries of then: {_install(recorded, objects, found)}",
        LIBRARIES: "pango, harfbuzz and zlib are the system's: those of then come with its release of then",
    }
    return tuple(told[of] for of in dict.fromkeys(one.of for one in found) if of in told)


def _install(recorded: Recorded, objects: Objects, found: Sequence[Difference]) -> str:
    if kept_lock(recorded, objects):
        if objects.folder.name == BUNDLED:
            return f"pip install --require-hashes -r {quote(str(objects.folder.parent / LOCK))}"
        take = f"aibrief rebuild {recorded.name} --lock {LOCK}"
        return f"{take}, then pip install --require-hashes -r {LOCK}"
    pins = (f"{one.what}=={one.then}" for one in found if one.of == DISTRIBUTIONS and one.then != NONE)
    return f"pip install {' '.join(pins)}"
