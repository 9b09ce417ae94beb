"""Lanes: stretches of different lengths laid on as few lines as keep them apart, in their order."""

from __future__ import annotations

from collections.abc import Sequence


def lanes(stretches: Sequence[tuple[float, float]], gap: float) -> list[int]:
    """Return for each stretch (its left and right end) the first lane, counted from 0, that has room for it."""
    taken: list[list[tuple[float, float]]] = []
    found = []
    for left, right in stretches:
        lane = next((at for at, held in enumerate(taken) if _has_room(held, left, right, gap)), len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append((left, right))
        found.append(lane)
    return found


def _has_room(held: Sequence[tuple[float, float]], left: float, right: float, gap: float) -> bool:
    return all(right + gap <= start or end + gap <= left for start, end in held)
