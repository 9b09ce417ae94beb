"""Several builds at once, of one brief or of many: each ends with a whole version, and all agree."""

import shutil
import subprocess
import sys

import pytest

from tests.faults.harness import built, partial
from tests.projects import NARRATIVE, change, project, tree


@pytest.fixture(scope="module")
def warm(tmp_path_factory):
    """A project of three briefs, of which one was built."""
    root = project(tmp_path_factory.mktemp("company") / "project")
    for name in ("second", "third"):
        shutil.copytree(root / "templates/brief", root / "templates" / name)
    built(root)
    change(root / NARRATIVE, lambda old: f"{old}\nOne more paragraph.\n")
    return root


@pytest.fixture
def root(warm, tmp_path):
    return shutil.copytree(warm, tmp_path / "project", symlinks=True)


def at_once(root, *briefs: str, formats: str = "html") -> list[tuple[int, str]]:
    """Build these briefs at the same time, each in a process; return exit codes and what was told."""
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "aibrief_report", "-C", root, "build", name, "--formats", formats],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for name in briefs
    ]
    return [(one.wait(), one.communicate()[0]) for one in running]


def test_two_builds_of_one_brief_make_one_version(root):
    ended = at_once(root, "brief", "brief")
    assert [code for code, _ in ended] == [0, 0], ended
    assert partial(root) == []
    assert len([path for path in (root / "out/brief").iterdir() if len(path.name) == 12]) == 2


@pytest.mark.torture
@pytest.mark.parametrize("builders", [2, 4, 8])
def test_many_builds_of_one_brief_and_of_others(root, builders, tmp_path, figure):
    alone = shutil.copytree(root, tmp_path / "alone", symlinks=True)
    briefs = ("brief", "second", "third")
    for name in briefs:
        built(alone, ("html", "docx"), name)
    ended = at_once(root, *(briefs[place % 3] for place in range(builders)), formats="html,docx")
    assert [code for code, _ in ended] == [0] * builders, ended
    assert partial(root) == []
    shown = {name: data for name, data in tree(root / "out").items() if "/." not in f"/{name}"}
    expected = {name: data for name, data in tree(alone / "out").items() if "/." not in f"/{name}"}
    assert shown.items() <= expected.items()
    figure("built at once", builds=builders, files=len(shown), **{"other than built alone": 0})
