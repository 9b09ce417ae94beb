"""Building briefs, one after the other or side by side: what `aibrief build` tells of each."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence

from msgspec import Struct

from aibrief_report.cli.progress import Progress
from aibrief_report.errors import BriefError, Fault
from aibrief_report.inputs.project import Project
from aibrief_report.versions.fingerprint import unchanged


class Outcome(Struct, frozen=True):
    """What became of a brief: its version and the formats made now, or the faults that stopped it."""

    brief: str
    version: str = ""
    made: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


class Builder(Struct, frozen=True):
    """Builds briefs of one project in some formats; `strict` refuses contested claims and notices."""

    project: Project
    formats: tuple[str, ...]
    strict: bool = False

    def build(self, name: str) -> Outcome:
        """Return what became of a brief, built where need be. Raises `BriefError` for its faults."""
        self.project.check_name(name)
        version = self._unchanged(name)
        if version is not None:
            return Outcome(name, version)
        from aibrief_report.pipeline import build  # here: an unchanged brief needs nothing of it

        with Progress(name) as progress:
            done = build(self.project, name, self.formats, progress.tell, strict=self.strict)
        return Outcome(name, done.version, done.made, tuple(map(str, done.notices)))

    def outcome(self, name: str) -> Outcome:
        """Return what became of a brief, its faults among it."""
        try:
            return self.build(name)
        except BriefError as error:
            return Outcome(name, faults=error.faults)

    def outcomes(self, names: Sequence[str], jobs: int) -> Iterator[Outcome]:
        """Yield what became of each brief, in the order given, with as many as `jobs` being built at once."""
        stale = sum(1 for name in names if self._unchanged(name) is None)
        if min(stale, jobs) < 2:
            yield from map(self.outcome, names)
        else:
            yield from self._side_by_side(names, min(stale, jobs))

    def _side_by_side(self, names: Sequence[str], jobs: int) -> Iterator[Outcome]:
        from concurrent.futures import ProcessPoolExecutor  # here: a single brief needs none of it
        from concurrent.futures.process import BrokenProcessPool
        from multiprocessing import get_context

        # Processes of their own, and not forks: the engine that draws charts has threads.
        pool = ProcessPoolExecutor(jobs, get_context("spawn"), _end_when_interrupted)
        try:
            with pool, Progress(f"{len(names)} briefs, {jobs} at once"):
                yield from pool.map(self.outcome, names)
        except BrokenProcessPool as error:
            hint = "is there enough memory? each build needs some 300 MB; try --jobs 1"
            raise BriefError(
                Fault("a process that built a brief was ended from outside", hint=hint)
            ) from error

    def _unchanged(self, name: str) -> str | None:
        return None if self.strict else unchanged(self.project.out / name, self.formats)


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _end_when_interrupted() -> None:
    """Let Ctrl-C end a process at once and without a word: a build that is killed leaves nothing behind."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
