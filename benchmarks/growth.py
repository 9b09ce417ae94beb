"""How the time grows with the length of the brief: ours, stage by stage, and that of each of the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Cost
from benchmarks.ours import COLD, cold_build
from benchmarks.peers.commands import commands, prepare
from benchmarks.profiles import staged, stages_of


@dataclass(frozen=True, slots=True)
class Grown:
    """What a brief so many times as long costs: each command by name, and each stage of ours."""

    times: int
    costs: dict[str, Cost]
    stages: dict[str, float]


def grown(work: Path, lengths: Sequence[int], tell: Callable[[str], None]) -> tuple[Grown, ...]:
    """Return what briefs of some lengths cost, each built once: the longer, the less a run differs."""
    return tuple(_grown(work / f"times-{times}", times, tell) for times in lengths)


def _grown(folder: Path, times: int, tell: Callable[[str], None]) -> Grown:
    ours = staged(cold_build(folder / "project", COLD, times))
    tell(f"{times} times as long: {ours.name}")
    costs = {ours.name: ours.run(0)}
    prepare(folder / "project", folder / "peers")
    for job in commands(folder / "peers"):
        tell(f"{times} times as long: {job.name}")
        costs[job.name] = job.run(0)
    return Grown(times, costs, stages_of(ours))
