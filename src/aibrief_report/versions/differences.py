"""How the toolkit and libraries of two versions differ, or those of a version from those that are here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from aibrief_report.digest import SHORT, Json

TOOLKIT, DISTRIBUTIONS, LIBRARIES = "toolkit", "distributions", "libraries"
"""Entries of an environment (`versions/environment.py`): own code, what pip installs, what the system has."""
NONE = "none"
_MOST = 3


class Difference(Struct, frozen=True):
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

    `parts` are the files of the toolkit that differ, where that is known.
    """
    before, after = dict(_flat(then)), dict(_flat(now))
    return tuple(
        Difference(what, before.get((of, what), NONE), after.get((of, what), NONE), of, _parts(of, parts))
        for of, what in dict.fromkeys((*before, *after))
        if before.get((of, what)) != after.get((of, what))
    )


def _parts(of: str, parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(parts) if of == TOOLKIT else ()


def _flat(told: Mapping[str, Json]) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the entries of an environment: the mapping that they are in, what they are called, the value."""
    for name, value in told.items():
        if isinstance(value, Mapping):
            yield from (((name, str(key)), str(one)) for key, one in value.items())
        elif name == TOOLKIT:
            yield (name, "the toolkit's code"), str(value)[:SHORT]
        else:
            yield (name, name), str(value)
