"""What else a process has built, and who builds beside it, leaves no trace in a version."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import BRIEF, change
from tests.same_bytes.building import SHIPPED, differing, files, finish, laid, shipped, start

BUILDS = "import sys; from aibrief_report.cli.app import run\n" + (
    "for one in sys.argv[1:]: assert run(['-C', one.split(':')[0], 'build', one.split(':')[1]]) == 0, one"
)
"""A program that builds briefs one after the other in one process, each given as folder:brief."""


def build_in_one_process(*what: tuple[Path, str]) -> None:
    words = [f"{root}:{brief}" for root, brief in what]
    done = subprocess.run([sys.executable, "-c", BUILDS, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def unlike(root: Path) -> Path:
    """Lay a project whose brief is unlike the plain one: another theme, language and citation style."""
    laid(root)
    change(root / BRIEF, lambda old: old.replace("theme: plain", "theme: institute").replace("en-GB", "de"))
    change(root / BRIEF, lambda old: f"{old}citation-style: nature\n")
    return root


def test_what_a_process_built_before_leaves_no_trace(plain, tmp_path):
    alone, between, again = (tmp_path / name for name in ("alone", "between", "again"))
    unlike(alone), laid(between), unlike(again)
    build_in_one_process((alone, "brief"), (between, "brief"), (again, "brief"))
    assert differing(plain.files, files(between)) == []
    assert differing(files(alone), files(again)) == []


@pytest.mark.torture
@pytest.mark.parametrize("order", [SHIPPED[::-1], SHIPPED[2:] + SHIPPED[:2]], ids=["reversed", "turned"])
def test_nor_do_the_briefs_that_ship(tmp_path, order):
    alone, together = shipped(tmp_path / "alone"), shipped(tmp_path / "together")
    for brief in SHIPPED:
        build_in_one_process((alone, brief))
    build_in_one_process(*((together, brief) for brief in order))
    found = {brief: differing(files(alone, brief), files(together, brief)) for brief in SHIPPED}
    assert not any(found.values()), found


@pytest.mark.torture
def test_nor_do_builds_at_the_same_time_in_one_out_or_in_several(plain, tmp_path):
    roots = [laid(tmp_path / name / "project") for name in ("one", "other")]
    for running in [start(root, (), "build", "brief") for root in roots * 2]:
        finish(running)
    assert [differing(plain.files, files(root)) for root in roots] == [[], []]
