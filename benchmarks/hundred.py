"""Many briefs of one project, two at once, with caches that another brief has filled."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Cost, Job
from benchmarks.ours import AIBRIEF
from benchmarks.sample.project import BRIEF, brief_name, write_project

AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Many:
    """So many briefs, and what they took together; the peak is that of one process."""

    briefs: int
    cost: Cost


def build_many(root: Path, briefs: int) -> Many:
    """Return what it takes to build so many briefs, all formats of each."""
    write_project(root, briefs=briefs + 1)
    Job("the first of many", (str(AIBRIEF), "build", BRIEF), root).run(0)
    names = [brief_name(number) for number in range(2, briefs + 2)]
    job = Job("many briefs", (str(AIBRIEF), "build", "--jobs", str(AT_ONCE), *names), root)
    return Many(briefs, job.run(0))
