"""The toolkit is the same however it is installed or fetched: its digest is part of every version."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from aibrief_report.versions.environment import toolkit_digest
from tests.same_bytes.disturbances import INSTALLED, REPOSITORY, installed

TELL = (
    "from aibrief_report.versions import environment as e; import aibrief_report, json;"
    "from importlib.resources import files;"
    "print(json.dumps([aibrief_report.__file__, e.toolkit_digest(),"
    " sorted(name for name, _ in e._files(files('aibrief_report'), ''))]))"
)


def toolkit_in(folder: Path) -> tuple[str, str, list[str]]:
    """Return where the toolkit in a folder lies, its digest and the names of its files."""
    words = [sys.executable, "-c", TELL]
    told = subprocess.run(words, env={"PYTHONPATH": str(folder)}, capture_output=True, check=True).stdout
    where, digest, names = json.loads(told)
    return where, digest, names


def test_a_wheel_holds_the_files_of_an_editable_install(tmp_path):
    home = installed(tmp_path / "project").parent / INSTALLED
    where, told, names = toolkit_in(home)
    assert Path(where).is_relative_to(home)
    assert names == toolkit_in(REPOSITORY / "src")[2]
    assert told == toolkit_digest()


@pytest.mark.skipif(not (REPOSITORY / ".git").exists(), reason="this is no clone")
def test_a_clone_that_asks_for_the_line_ends_of_windows_holds_the_same_files(tmp_path):
    words = ["git", "clone", "--quiet", "--config", "core.autocrlf=true", REPOSITORY, tmp_path / "clone"]
    subprocess.run(words, check=True)
    found = sorted((tmp_path / "clone").rglob("*.py"))
    assert found
    assert [path for path in found if b"\r" in path.read_bytes()] == []
