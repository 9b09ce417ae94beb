"""How the time grows with the length of the brief: ours, and each of the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.measure import Cost
from benchmarks.ours import COLD, cold_build
from benchmarks.peers.commands import commands, prepare

Grown = dict[int, dict[str, Cost]]
"""Costs by the length of the brief in parts, then by name."""


def grown(work: Path, lengths: Sequence[int], tell: Callable[[str], None]) -> Grown:
    """Return what briefs of some lengths cost, each built once: the longer, the less a run differs."""
    found: Grown = {}
    for parts in lengths:
        folder = work / f"times-{parts}"
        ours = cold_build(folder / "project", COLD, parts)
        tell(f"{parts} times as long: {ours.name}")
        found[parts] = {ours.name: ours.run(0)}
        prepare(folder / "project", folder / "peers")
        for job in commands(folder / "peers"):
            tell(f"{parts} times as long: {job.name}")
            found[parts][job.name] = job.run(0)
    return found
