"""What was measured on: cores, kind of processor and Python, and nothing that tells whose machine it is."""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path


def machine() -> str:
    """Return a line such as "2 cores, AMD EPYC 7B13, Linux, Python 3.11.7"."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    counted = f"{cores} core{'s' if cores > 1 else ''}"
    return ", ".join((counted, _processor(), platform.system(), f"Python {sys.version.split()[0]}"))


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        told = ""
    models = (line.partition(":")[2] for line in told.splitlines() if line.startswith("model name"))
    return " ".join(next(models, platform.machine()).split())
