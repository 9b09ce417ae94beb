"""A command run in a process of its own that may take only so much memory and time."""

from __future__ import annotations

import os
import resource
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from aibrief_report.cli.app import run
from tests.faults.harness import begun

MIB = 2**20
CRASHED = 70


@dataclass(frozen=True)
class Ended:
    """How it ended: its exit code (negative: the signal that ended it), what it told, what it took."""

    code: int
    told: str
    seconds: float
    mib: float


def confined(root: Path, *arguments: str, mib: int = 700, seconds: int = 60) -> Ended:
    """Run `aibrief` on a project, forked from this process; it may take `mib` more memory than this has.

    The seconds are those of a processor, far more than needed: what goes on for ever ends by SIGXCPU.
    """
    return forked(lambda: run(["-C", str(root), *arguments]), mib=mib, seconds=seconds)


def forked(work: Callable[[], int], *, mib: int = 700, seconds: int = 60) -> Ended:
    """Do some work in a fork of this process, within limits; what it prints is kept."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as told:

        def within_limits() -> None:
            sys.stdout = sys.stderr = told
            code = CRASHED
            try:
                _limit(mib, seconds)
                code = work()
            except BaseException:
                traceback.print_exc()
            told.flush()
            os._exit(code)

        _, status, used = os.wait4(begun(within_limits), 0)
        told.seek(0)
        spent = used.ru_utime + used.ru_stime
        return Ended(os.waitstatus_to_exitcode(status), told.read(), spent, used.ru_maxrss / 1024)


def _limit(mib: int, seconds: int) -> None:
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    held = Path("/proc/self/statm")
    if held.is_file():  # elsewhere than on Linux, memory is not limited, and the time alone is
        pages = int(held.read_text().split()[0])
        most = pages * resource.getpagesize() + mib * MIB
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
