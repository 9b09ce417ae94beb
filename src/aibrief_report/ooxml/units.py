"""Word's units of length. Everything above this layer counts in points (1/72 inch)."""

from __future__ import annotations

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


def millimetres(length: float) -> float:
    """Return a length in millimetres as points."""
    return length * POINTS_PER_MILLIMETRE
