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


def profiled(job: Job, rounds: int) -> dict[str, float]:
    """Return the median CPU seconds of each stage of one of our builds, by name.

    A first run warms up; with no rounds it is the only one.
    """
    told = job.folder / "stages.json"
    staged = (sys.executable, "-m", "benchmarks.stages", str(told), *job.command[1:])
    job = replace(job, command=staged, environment={**os.environ, "PYTHONPATH": str(ROOT)})
    runs = [_run(job, number, told) for number in range(LATER, LATER + rounds + 1)][min(1, rounds) :]
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def _run(job: Job, number: int, told: Path) -> dict[str, float]:
    job.run(number)
    found: dict[str, float] = json.loads(told.read_text(encoding="utf-8"))
    return found
