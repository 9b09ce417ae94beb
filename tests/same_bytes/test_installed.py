"""The toolkit is the same however it is installed or fetched: its digest is part of every version."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from aibrief_report.versions.environment import toolkit_digest, toolkit_files
from aibrief_report.versions.lock import LOCK
from tests.same_bytes.disturbances import INSTALLED, REPOSITORY, installed

TELL = """
import json, aibrief_report
from aibrief_report.versions.environment import toolkit_digest, toolkit_files
print(json.dumps([aibrief_report.__file__, toolkit_digest(), [*toolkit_files()]]))
"""


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
    assert names == [*toolkit_files()]
    assert (home / "aibrief_report" / LOCK).read_bytes() == (REPOSITORY / LOCK).read_bytes()
    assert told == toolkit_digest()


@pytest.mark.skipif(not (REPOSITORY / ".git").exists(), reason="this is no clone")
def test_a_clone_that_asks_for_the_line_ends_of_windows_holds_the_same_files(tmp_path):
    words = ["git", "clone", "--quiet", "--config", "core.autocrlf=true", REPOSITORY, tmp_path / "clone"]
    subprocess.run(words, check=True)
    found = sorted((tmp_path / "clone").rglob("*.py"))
    assert found
    assert [path for path in found if b"\r" in path.read_bytes()] == []


@pytest.mark.skipif(not (REPOSITORY / ".git").exists(), reason="this is no clone")
def test_the_commit_of_a_toolkit_is_found_by_its_digest(tmp_path):
    subprocess.run(["git", "clone", "--quiet", REPOSITORY, tmp_path / "clone"], check=True)
    _, digest, _ = toolkit_in(tmp_path / "clone" / "src")
    words = [sys.executable, REPOSITORY / "scripts/find_toolkit.py", digest[:12]]
    told = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    head = ["git", "-C", tmp_path / "clone", "log", "-1", "--format=%h", "--", "src/aibrief_report"]
    assert told.startswith(subprocess.run(head, check=True, capture_output=True, text=True).stdout.strip())
