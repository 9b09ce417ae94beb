"""Where values fall on the plot, in points: known before Vega draws, so that words find their places."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from msgspec import Struct


class Linear(Struct, frozen=True):
    """A scale from values `low` … `high` to lengths `start` … `stop` in points."""

    low: float
    high: float
    start: float
    stop: float

    def at(self, value: float) -> float:
        """Return where a value falls."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.stop - self.start)

    def back(self, length: float) -> float:
        """Return the value that falls at a length."""
        return self.low + (length - self.start) / (self.stop - self.start) * (self.high - self.low)


class Patch(Struct, frozen=True):
    """The room of a label on the picture: its left, top, right and bottom edge."""

    left: float
    top: float
    right: float
    bottom: float

    def trimmed(self, by: float) -> Patch:
        """Return the patch with `by` points taken off above and below."""
        return Patch(self.left, self.top + by, self.right, self.bottom - by)

    def within(self, room: Patch) -> bool:
        """Tell whether this patch lies inside another, edges included."""
        return (
            self.left >= room.left
            and self.right <= room.right
            and self.top >= room.top
            and self.bottom <= room.bottom
        )

    def meets(self, other: Patch) -> bool:
        """Tell whether two patches share any room."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def any_meet(patches: Sequence[Patch]) -> bool:
    """Tell whether any two patches share room."""
    return any(one.meets(other) for one, other in combinations(patches, 2))


def crosses(patch: Patch, path: Sequence[tuple[float, float]]) -> bool:
    """Tell whether a path of straight strokes runs through a patch (tried at points about one apart)."""
    for (x, y), (x2, y2) in pairwise(path):
        steps = max(1, round(max(abs(x2 - x), abs(y2 - y))))
        for step in range(steps + 1):
            part = step / steps
            here = (x + (x2 - x) * part, y + (y2 - y) * part)
            if patch.left < here[0] < patch.right and patch.top < here[1] < patch.bottom:
                return True
    return False


def spread(wanted: Sequence[float], apart: float) -> list[float]:
    """Return places near the wanted ones, at least `apart` from each other, in the same order.

    Neighbours that are too close become a cluster around the mean of their wishes, as often as needed.
    """
    order = sorted(range(len(wanted)), key=lambda one: (wanted[one], one))
    clusters: list[list[int]] = []
    for one in order:
        clusters.append([one])
        while len(clusters) > 1 and _too_close(clusters[-2], clusters[-1], wanted, apart):
            last = clusters.pop()
            clusters[-1] += last
    found = [0.0] * len(wanted)
    for cluster in clusters:
        top = _top(cluster, wanted, apart)
        for step, one in enumerate(cluster):
            found[one] = top + step * apart
    return found


def _too_close(upper: list[int], lower: list[int], wanted: Sequence[float], apart: float) -> bool:
    return _top(lower, wanted, apart) - apart < _top(upper, wanted, apart) + (len(upper) - 1) * apart


def _top(cluster: list[int], wanted: Sequence[float], apart: float) -> float:
    return sum(wanted[one] for one in cluster) / len(cluster) - (len(cluster) - 1) * apart / 2
