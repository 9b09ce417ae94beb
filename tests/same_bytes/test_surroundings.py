"""Nothing that surrounds a build is an input of it: all at once, each alone, and for the briefs that ship."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.same_bytes.building import SHIPPED, build, differing, files, finish, laid, shipped, start
from tests.same_bytes.disturbances import FIRST, SECOND, Disturbance

ALL = {one.name: one for one in (*FIRST, *SECOND)}


def possible(disturbances: tuple[Disturbance, ...]) -> list[Disturbance]:
    return [one for one in disturbances if one.possible()]


def guilty(plain, place: Path, disturbances: list[Disturbance]) -> list[str]:
    """Return the disturbances that make a difference when they come alone."""
    alone = ((one, place.with_name(f"alone-{number}") / "project") for number, one in enumerate(disturbances))
    return [one.name for one, root in alone if differing(plain.files, build(laid(root), [one]))]


@pytest.mark.parametrize("disturbances", [FIRST, SECOND], ids=["first", "second"])
def test_nothing_that_surrounds_a_build_is_an_input(plain, place, disturbances):
    disturbed = possible(disturbances)
    found = differing(plain.files, build(laid(place), disturbed))
    assert found == [], f"differ; to blame: {guilty(plain, place, disturbed)}"


@pytest.mark.torture
@pytest.mark.parametrize("name", ALL)
def test_nor_is_any_of_it_alone(plain, place, name):
    disturbance = ALL[name]
    if not disturbance.possible():
        pytest.skip("cannot be done here")
    assert differing(plain.files, build(laid(place), [disturbance])) == []


@pytest.mark.torture
@pytest.mark.parametrize("disturbances", [FIRST, SECOND], ids=["first", "second"])
def test_nor_for_the_briefs_that_ship(place, disturbances, tmp_path):
    undisturbed = shipped(tmp_path / "project")
    finish(start(undisturbed, (), "build", "--all"))
    root = shipped(place)
    finish(start(root, possible(disturbances), "build", "--all"))
    found = {name: differing(files(undisturbed, name), files(root, name)) for name in SHIPPED}
    assert not any(found.values()), found


@pytest.mark.torture
@pytest.mark.skipif(not shutil.which("disorderfs"), reason="disorderfs is not installed")
def test_nor_is_the_order_of_a_file_system(plain, place, tmp_path):
    """disorderfs shuffles what the system itself says of folders, whatever asks."""
    laid(place)
    (place / "out").symlink_to(tmp_path)
    mounted = tmp_path / "mounted" / "project"
    mounted.mkdir(parents=True)
    done = subprocess.run(["disorderfs", "--shuffle-dirents=yes", place, mounted], check=False)
    if done.returncode:
        pytest.skip("nothing can be mounted here")
    try:
        assert differing(plain.files, build(mounted)) == []
    finally:
        subprocess.run(["fusermount", "-u", mounted], check=True)
