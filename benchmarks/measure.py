"""Whole processes measured: CPU time of a command with all that it starts, time on the clock, peak memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_MEBIBYTE = 1024 * (1024 if sys.platform == "darwin" else 1)  # in units of ru_maxrss (getrusage(2))


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: CPU and clock in seconds, the largest process that it was in MiB."""

    cpu: float
    wall: float
    peak: float


@dataclass(frozen=True, slots=True)
class Job:
    """A command to be measured, by the name under which it is reported.

    `prepare` is called before each run with its number, counted from 0, and is not measured. What takes
    milliseconds is run several `times` a round.
    """

    name: str
    command: Sequence[str]
    folder: Path
    environment: Mapping[str, str] | None = None
    prepare: Callable[[int], None] = lambda _: None
    times: int = 1

    def run(self, number: int) -> Cost:
        """Return what a run takes. Raises `RuntimeError` with the last words of a command that fails."""
        self.prepare(number)
        with tempfile.TemporaryFile() as said:
            begun = time.perf_counter()
            process = subprocess.Popen(
                self.command,
                cwd=self.folder,
                env=_as_elsewhere(self.environment or os.environ),
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
            )
            # Of the process and of those that it waited for; Popen's own wait() would tell neither.
            _, status, used = os.wait4(process.pid, 0)
            wall = time.perf_counter() - begun
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                said.seek(0)
                raise RuntimeError(f"{self.name} failed: {said.read().decode(errors='replace')[-2000:]}")
        return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / _MEBIBYTE)


def interleaved(jobs: Sequence[Job], rounds: int, tell: Callable[[str], None]) -> dict[str, Cost]:
    """Return the median costs of jobs by name, each run once a round; a first round warms up and is left out.

    Interleaved, because a machine that is busy for a minute is then so for all jobs alike.
    """
    found: dict[str, list[Cost]] = {job.name: [] for job in jobs}
    for number in range(rounds + 1):
        for job in jobs:
            tell(f"round {number} of {rounds}: {job.name}")
            costs = [job.run(number) for _ in range(job.times)]
            found[job.name] += costs if number else []
    return {name: median(costs) for name, costs in found.items()}


def median(costs: Iterable[Cost]) -> Cost:
    """Return the median of each part of some costs."""
    held = list(costs)
    return Cost(
        statistics.median(cost.cpu for cost in held),
        statistics.median(cost.wall for cost in held),
        statistics.median(cost.peak for cost in held),
    )


def _as_elsewhere(environment: Mapping[str, str]) -> dict[str, str]:
    """Return an environment in which Python keeps what it compiled, as it does for those who build briefs."""
    return {name: value for name, value in environment.items() if name != "PYTHONDONTWRITEBYTECODE"}
