"""A disk that is full at any write is told in words, and leaves what stood there as it was."""

import shutil

import pytest

from aibrief_report.errors import StoreError
from tests.faults.harness import GROWS, at_change, built, count_changes, full_disk, partial
from tests.projects import NARRATIVE, change, project, tree


@pytest.fixture(scope="module")
def warm(tmp_path_factory):
    root = project(tmp_path_factory.mktemp("full") / "project")
    built(root)
    change(root / NARRATIVE, lambda old: f"{old}\nOne more paragraph.\n")
    return root


def built_on_a_full_disk(root, place: int) -> bool:
    """Whether a build succeeds although the disk is full from a place on; what it tells is checked."""
    try:
        with at_change(place, full_disk, GROWS):
            built(root)
    except StoreError as error:
        told = str(error)
    else:
        return True
    assert "No space left on device" in told
    return False


def full_everywhere(warm, tmp_path, step: int) -> tuple[int, int]:
    """Let the disk be full at every change of it (or each of `step`); return how many and how many failed."""
    counted = shutil.copytree(warm, tmp_path / "counted", symlinks=True)
    places = range(0, count_changes(counted, calls=GROWS), step)
    before = {name: data for name, data in tree(warm / "out/brief").items() if "/" in name}
    failed = 0
    for place in places:
        root = shutil.copytree(warm, tmp_path / f"{place}", symlinks=True)
        failed += not built_on_a_full_disk(root, place)
        assert partial(root) == [], place
        after = tree(root / "out/brief")
        assert {name: after[name] for name in before} == before, place
        assert not list((root / "out").rglob("*.part")), place
        built(root)
        assert partial(root) == [], place
        shutil.rmtree(root)
    return len(places), failed


def test_full_at_some_writes(warm, tmp_path):
    tried, failed = full_everywhere(warm, tmp_path, 13)
    assert 0 < failed <= tried


@pytest.mark.torture
def test_full_at_every_write(warm, tmp_path, figure):
    tried, failed = full_everywhere(warm, tmp_path, 1)
    figure("disk full at every write", writes=tried, told=failed, partial=0)
