"""A build that is killed leaves nothing half done in sight, and the next one succeeds."""

import itertools
import os
import random
import shutil
import signal
import time

import pytest

from tests.faults.harness import begun, built, count_changes, ended, killed_at, partial
from tests.projects import BASE, NARRATIVE, change, project, tree

FORMATS = ("html", "docx")
ALL = ("html", "docx", "pdf")
TEXT = (BASE / NARRATIVE).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def warm(tmp_path_factory):
    """A project whose caches are warm, with one version, and words that changed since."""
    root = project(tmp_path_factory.mktemp("killed") / "project")
    built(root, FORMATS)
    change(root / NARRATIVE, lambda old: f"{old}\nOne more paragraph.\n")
    return root


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A project with one version of all formats, made by this process, which is warm thereby."""
    root = project(tmp_path_factory.mktemp("killed") / "project")
    built(root, ALL)
    return root


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
def test_killed_at_every_change_of_the_disk(warm, tmp_path, figure):
    died = killed_everywhere(warm, tmp_path, 1, FORMATS)
    figure("killed at every change of the disk", kills=died, partial=0, **{"next builds failed": 0})


def killed_at_random(root, seed: int, kills: int) -> int:
    """Kill builds at moments drawn over the time that one takes, until so many died; return how many began.

    After each, all that is visible is whole, earlier versions are as they were, and the next build succeeds
    in what the killed one left. Versions of an earlier turn are taken away, so that each turn is as long.
    """
    chance, died, latest = random.Random(seed), 0, root / "out/brief/latest"
    before = tree(root / "out/brief" / (first := latest.readlink()))
    longest = max(measured(root, turn) for turn in range(2))
    for turn in itertools.count(1):
        change(root / NARRATIVE, lambda _, turn=turn: f"{TEXT}\nTurn {turn}.\n")
        child = begun(lambda: built(root, ALL))
        time.sleep(chance.uniform(0, 1.05 * longest))
        os.kill(child, signal.SIGKILL)
        died += ended(child) == -signal.SIGKILL
        assert partial(root) == [], (seed, turn)
        assert ended(begun(lambda: built(root, ALL))) == 0, (seed, turn)
        assert partial(root) == [], (seed, turn)
        assert tree(root / "out/brief" / first) == before, (seed, turn)
        assert latest.readlink() != first, (seed, turn)
        shutil.rmtree(latest.resolve())
        latest.unlink()
        latest.symlink_to(first)
        if died == kills:
            return turn
    return 0


def measured(root, turn: int) -> float:
    """Return the seconds that a build takes in a fork of this process, its caches warm."""
    change(root / NARRATIVE, lambda _: f"{TEXT}\nMeasured {turn}.\n")
    start = time.monotonic()
    assert ended(begun(lambda: built(root, ALL))) == 0
    return time.monotonic() - start


def test_killed_at_some_random_moments(whole, tmp_path):
    assert killed_at_random(shutil.copytree(whole, tmp_path / "project", symlinks=True), 1, 1) >= 1


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(20))
def test_killed_at_random_moments(whole, tmp_path, figure, seed):
    kills = 25
    times = killed_at_random(shutil.copytree(whole, tmp_path / "project", symlinks=True), seed, kills)
    figure(
        "killed at random moments",
        builds=times,
        kills=kills,
        partial=0,
        **{"earlier versions changed": 0, "next builds failed": 0},
    )
