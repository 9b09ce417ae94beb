"""Areas and the wholes that they are part of."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.records import Area

_WORLD = frozenset(("world", "worldwide", "all countries"))


def is_world(area: Area) -> bool:
    """Return whether an area is the whole world, by its id or name."""
    return area.id == "WLD" or area.name.lower().removeprefix("the ") in _WORLD


def members(area: Area, ledger: Ledger) -> frozenset[str]:
    """Return an area and all areas that it is declared to consist of."""
    inner = (members(ledger.areas[key], ledger) for key in area.members if key in ledger.areas)
    return frozenset((area.id,)).union(*inner)


def is_part(part: str, whole: str, ledger: Ledger) -> bool:
    """Return whether an area is known to lie within another: a declared member, or anything in the world.

    Firms and other entities are part of no area.
    """
    area, other = ledger.areas[part], ledger.areas[whole]
    if part == whole or area.kind == "entity":
        return False
    if is_world(other):
        return not is_world(area)
    return part in members(other, ledger) or (area.kind == "subdivision" and part.startswith(f"{whole}-"))


def disjoint(areas: Iterable[str], ledger: Ledger) -> tuple[str, ...]:
    """Return the areas of some that can be added: countries, and no other that may overlap with them.

    An aggregate may hold a country without saying so; so only countries, or declared members, are added.
    """
    known = [ledger.areas[key] for key in dict.fromkeys(areas)]
    kept = [area.id for area in known if area.kind in ("country", "subdivision")]
    overlap = {
        one
        for one, other in combinations(kept, 2)
        if is_part(one, other, ledger) or is_part(other, one, ledger)
    }
    return tuple(key for key in kept if key not in overlap)
