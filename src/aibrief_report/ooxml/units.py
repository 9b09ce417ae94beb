"""Word's units of length. Everything above this layer counts in points (1/72 inch)."""

from __future__ import annotations

import re

POINTS_PER_MILLIMETRE = 72 / 25.4


def twips(points: float) -> int:
    """Return twentieths of a point: positions and widths in WordprocessingML."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Return half points: type sizes in WordprocessingML."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Return eighths of a point: widths of borders in WordprocessingML."""
    return round(points * 8)


def emu(points: float) -> int:
    """Return English metric units, 12,700 to the point: lengths in DrawingML."""
    return round(points * 12700)


def whole(text: str | None, usual: int = 0) -> int:
    """Return the whole number that a foreign file has somewhere; the usual one where it has none."""
    found = re.fullmatch(r"(-?\d{1,7})(?:\.\d+)?", text or "")
    return int(found[1]) if found else usual


def millimetres(length: float) -> float:
    """Return a length in millimetres as points."""
    return length * POINTS_PER_MILLIMETRE
