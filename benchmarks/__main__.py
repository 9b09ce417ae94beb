"""`python -m benchmarks`: builds of a brief, measured as whole processes, and where their time goes."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.machine import machine
from benchmarks.measure import interleaved
from benchmarks.ours import jobs
from benchmarks.profiles import profiled


def main() -> None:
    """Print what each build takes, and the CPU seconds of its stages."""
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        ours = jobs(Path(folder))
        for name, cost in interleaved(ours, 3, print).items():
            print(f"{name:40} {cost.cpu:8.3f} {cost.wall:8.3f} {cost.peak:6.0f}")
        for job in ours[2:]:
            print(job.name)
            for name, spent in profiled(job, 1).items():
                print(f"{spent:6.2f} {name}")


if __name__ == "__main__":
    main()
