"""How the toolkit and libraries of a version differ from those that are here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from aibrief_report.digest import Json

_SHORT = 12
_TOOLKIT = "toolkit"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that shapes bytes and is another here: what it is, which it was then, which it is now."""

    what: str
    then: str
    now: str

    def __str__(self) -> str:
        return f"{self.what}: made with {self.then}, here is {self.now}"


def differences(then: Mapping[str, Json], now: Mapping[str, Json]) -> tuple[Difference, ...]:
    """Return what differs between two environments as `versions.environment` gives them."""
    before, after = dict(_flat(then)), dict(_flat(now))
    names = dict.fromkeys((*before, *after))
    return tuple(
        Difference(name, before.get(name, "none"), after.get(name, "none"))
        for name in names
        if before.get(name) != after.get(name)
    )


def needed(then: Mapping[str, Json]) -> str:
    """Return what one has to install to have a version's distributions, as pip takes it."""
    pins = then.get("distributions")
    named = pins.items() if isinstance(pins, Mapping) else ()
    return " ".join(f"{name}=={version}" for name, version in named)


def _flat(told: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    for name, value in told.items():
        if isinstance(value, Mapping):
            yield from ((str(key), str(one)) for key, one in value.items())
        elif name == _TOOLKIT:
            yield "the toolkit's code", str(value)[:_SHORT]
        else:
            yield name, str(value)
