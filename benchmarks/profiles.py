"""Where the time of our builds goes: the seconds of each stage, the median of some runs."""

from __future__ import annotations

import json
import os
import statistics
import sys
from dataclasses import replace
from pathlib import Path

from benchmarks.measure import Job

ROOT = Path(__file__).parent.parent
LATER = 10
"""The number of the first run: editions of the brief that were built before would not be built again."""

_TOLD = "stages.json"


def profiled(job: Job, rounds: int) -> dict[str, float]:
    """Return the median CPU seconds of each stage of one of our builds, by name; a first run warms up."""
    job = staged(job)
    runs = []
    for number in range(LATER, LATER + rounds + 1):
        job.run(number)
        runs.append(stages_of(job))
    return {name: statistics.median(run[name] for run in runs[1:]) for name in runs[0]}


def staged(job: Job) -> Job:
    """Return one of our builds, with a stopwatch for its stages; it takes hardly longer with that."""
    command = (sys.executable, "-m", "benchmarks.stages", str(job.folder / _TOLD), *job.command[1:])
    return replace(job, command=command, environment={**os.environ, "PYTHONPATH": str(ROOT)})


def stages_of(job: Job) -> dict[str, float]:
    """Return the CPU seconds of each stage of the last run of a staged build."""
    found: dict[str, float] = json.loads((job.folder / _TOLD).read_text(encoding="utf-8"))
    return found
