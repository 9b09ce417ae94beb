"""What `make` removes: caches with `clean`, versions only where somebody confirms that."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

MAKEFILE = Path(__file__).parent.parent / "Makefile"
VERSIONS = {"out/one/0123456789ab/brief.pdf", "out/one/latest/brief.pdf", "out/two/ba9876543210/brief.pdf"}
pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="needs make")


@pytest.fixture
def root(tmp_path):
    """A project with two briefs in out/, caches, and an environment."""
    shutil.copy(MAKEFILE, tmp_path)
    kept = [*sorted(VERSIONS), "out/.gitkeep", ".venv/made.done"]
    for name in (*kept, "out/.cache/ab/chart.svg", ".mypy_cache/file", "src/__pycache__/file"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    for name in ("tests", "scripts"):
        (tmp_path / name).mkdir()
    return tmp_path


def make(root: Path, *arguments: str) -> str:
    # Not as a part of the make that may run the tests, which would tell of folders entered and left.
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    done = subprocess.run(
        ["make", *arguments], cwd=root, env=surroundings, capture_output=True, text=True, check=True
    )
    return done.stdout


def left(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()} - {"Makefile"}


@pytest.mark.parametrize(
    ("target", "environment"), [("clean", {".venv/made.done"}), ("distclean", set[str]())]
)
def test_cleaning_leaves_what_was_published(root, target, environment):
    make(root, target)
    assert left(root) == VERSIONS | {"out/.gitkeep"} | environment


def test_purge_tells_what_it_would_remove_and_removes_nothing(root):
    before = left(root)
    told = make(root, "purge").splitlines()
    assert told[:2] == ["out/one: 2 versions", "out/two: 1 version"]
    assert told[2].startswith("nothing was removed")
    assert left(root) == before


def test_purge_removes_versions_once_confirmed(root):
    assert make(root, "purge", "CONFIRM=1").splitlines()[-1] == "removed"
    assert not left(root) & VERSIONS
    assert {"out/.gitkeep", "out/.cache/ab/chart.svg"} <= left(root)
