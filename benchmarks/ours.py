"""What is measured of ours: builds of the sample brief as an author starts them, by the command itself."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.measure import Job
from benchmarks.sample.project import BRIEF, edit_project, write_project

AIBRIEF = Path(sys.executable).with_name("aibrief")

SHORT = 10
"""Runs in a round of what takes milliseconds."""

BARE = "a bare interpreter"
NO_OP = "ours: unchanged"
COLD = "ours: cold"
EDITED = "ours: one paragraph edited"
TEXT_ONLY = "ours: one paragraph edited, DOCX and HTML"


def jobs(work: Path) -> list[Job]:
    """Return the builds that are measured, each in a project of its own below a folder.

    The first run of each, which nobody counts, fills the caches of those that are measured with warm ones.
    """
    return [
        Job(BARE, (sys.executable, "-c", "pass"), work, times=SHORT),
        replace(_build(work / "unchanged", NO_OP, lambda _: None), times=SHORT),
        _build(work / "cold", COLD, partial(forget, work / "cold")),
        _build(work / "edited", EDITED, partial(edit_project, work / "edited")),
        _build(work / "text", TEXT_ONLY, partial(edit_project, work / "text"), "--formats", "docx,html"),
    ]


def cold_build(root: Path, name: str, parts: int) -> Job:
    """Return the cold build of a brief with so many parts, for which a project is written."""
    return _build(root, name, partial(forget, root), parts=parts)


def forget(root: Path, _: int) -> None:
    """Remove all that was built, caches too: what is cold is that all charts and fonts are made anew."""
    shutil.rmtree(root / "out", ignore_errors=True)


def _build(root: Path, name: str, prepare: Callable[[int], None], *options: str, parts: int = 1) -> Job:
    write_project(root, parts)
    return Job(name, (str(AIBRIEF), "build", BRIEF, *options), root, prepare=prepare)
