"""Lanes: stretches laid on lines so that none meet, and whoever reads down never goes back in their order."""

from __future__ import annotations

from collections.abc import Sequence


def lanes(stretches: Sequence[tuple[float, float]], gap: float) -> list[int]:
    """Return the lane of each stretch (its left and right end), from 0: the last one, or a new one."""
    found: list[int] = []
    held: list[tuple[float, float]] = []
    for left, right in stretches:
        if any(left < end + gap and start < right + gap for start, end in held):
            held = []
        lane = found[-1] if found else 0
        found.append(lane if held or not found else lane + 1)
        held.append((left, right))
    return found
