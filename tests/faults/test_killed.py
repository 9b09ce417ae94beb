"""A build that is killed leaves nothing half done in sight, and the next one succeeds."""

import random
import shutil
import signal
import subprocess
import sys
import time

import pytest

from tests.faults.harness import built, count_changes, killed_at, partial
from tests.projects import NARRATIVE, change, project, tree

FORMATS = ("html", "docx")


@pytest.fixture(scope="module")
def warm(tmp_path_factory):
    """A project whose caches are warm, with one version, and words that changed since."""
    root = project(tmp_path_factory.mktemp("killed") / "project")
    built(root, FORMATS)
    change(root / NARRATIVE, lambda old: f"{old}\nOne more paragraph.\n")
    return root


@pytest.fixture
def root(warm, tmp_path):
    return shutil.copytree(warm, tmp_path / "project", symlinks=True)


def killed_everywhere(warm, tmp_path, step: int, formats) -> int:
    """Kill a build at every change of the disk (or each of `step`); return how many died."""
    scratch = shutil.copytree(warm, tmp_path / "counted", symlinks=True)
    before = {name: data for name, data in tree(warm / "out/brief").items() if "/" in name}
    died = 0
    for place in range(0, count_changes(scratch, formats), step):
        root = shutil.copytree(warm, tmp_path / f"{place}", symlinks=True)
        died += killed_at(place, root, formats)
        assert partial(root) == [], place
        after = tree(root / "out/brief")
        assert {name: after[name] for name in before} == before, place
        built(root, formats)
        assert partial(root) == [], place
        shutil.rmtree(root)
    return died


def test_killed_at_some_changes_of_the_disk(warm, tmp_path):
    assert killed_everywhere(warm, tmp_path, 17, ("html",)) >= 3


@pytest.mark.torture
def test_killed_at_every_change_of_the_disk(warm, tmp_path, capsys):
    died = killed_everywhere(warm, tmp_path, 1, FORMATS)
    with capsys.disabled():
        print(f"\nkilled at each of {died} changes of the disk: no partial version, every next build whole")


@pytest.mark.torture
def test_killed_at_random_moments(root, capsys):
    chance, died = random.Random(20260115), 0
    times = 500
    for _ in range(times):
        change(root / NARRATIVE, lambda old: f"{old}\nAnd one more.\n" if len(old) < 4000 else old[:300])
        command = [sys.executable, "-m", "aibrief_report", "-C", str(root), "build", "brief"]
        process = subprocess.Popen(
            [*command, "--formats", "html,docx"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(chance.uniform(0.05, 3.0))
        process.send_signal(signal.SIGKILL)
        died += process.wait() == -signal.SIGKILL
        assert partial(root) == []
    built(root, FORMATS)
    assert partial(root) == []
    with capsys.disabled():
        print(f"\n{times} builds, {died} of them killed: no partial version, the next build whole")
