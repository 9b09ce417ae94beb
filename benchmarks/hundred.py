"""Many briefs of one project, by two commands at once; another brief has filled the caches."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Cost, Job
from benchmarks.ours import AIBRIEF
from benchmarks.sample.project import BRIEF, brief_name, write_project

AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Many:
    """What so many briefs took: seconds on the clock, CPU seconds, and the peak of one process."""

    briefs: int
    wall: float
    cpu: float
    peak: float


def build_many(root: Path, briefs: int) -> Many:
    """Return what it takes to build so many briefs, all formats of each."""
    write_project(root, briefs=briefs + 1)
    Job("the first of many", (str(AIBRIEF), "build", BRIEF), root).run(0)
    names = [brief_name(number) for number in range(2, briefs + 2)]
    jobs = [
        Job("many briefs", (str(AIBRIEF), "build", *names[place::AT_ONCE]), root) for place in range(AT_ONCE)
    ]
    begun = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        costs: list[Cost] = list(pool.map(lambda job: job.run(0), jobs))
    wall = time.perf_counter() - begun
    return Many(briefs, wall, sum(cost.cpu for cost in costs), max(cost.peak for cost in costs))
