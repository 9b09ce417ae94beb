"""What is no plain file, or leads elsewhere: never waited for, never read; and damage of every record."""

import os
from pathlib import Path

import pytest

from aibrief_report.inputs.project import find_project
from tests.faults.harness import built
from tests.hostile.confined import confined
from tests.projects import BRIEF, NARRATIVE

BUILD = ("build", "brief", "--formats", "html")
TARGETS = ["pipe", "/dev/zero", "/proc/self/environ", "folder", "../../../etc/passwd"]
READ = [
    *(("extract",), ("check",), ("verify",), ("trace",), ("diff",), ("data", "--import")),
    ("number-check", "brief", "--import"),
]
RECORDS = [".fingerprint.json", ".history.json", "manifest.json", "inputs.json", "document.json"]
MORE = (b"", b"\0" * 99, b"{}", b"[]", b"null", b"7", b'{"format": 1}', b'{"a":' * 100_000)
DAMAGE = [b"[" * 100_000, *(pytest.param(one, marks=pytest.mark.torture) for one in MORE)]


@pytest.mark.parametrize("name", [BRIEF, NARRATIVE, "data/observations.csv", "data/sources.yaml"])
@pytest.mark.parametrize(
    "target", ["pipe", "/dev/zero", "/proc/self/environ", "folder", "../../../etc/passwd"]
)
def test_an_input_that_is_no_file_of_the_project_is_refused(root, name, target):
    (root / name).unlink()
    if target == "pipe":
        os.mkfifo(root / name)
    elif target == "folder":
        (root / name).mkdir()
    else:
        (root / name).symlink_to(target)
    ended = confined(root, *BUILD, seconds=10)
    assert ended.code == 1, ended
    assert "root:" not in ended.told
    assert "PATH=" not in ended.told
    assert "the toolkit itself failed" not in ended.told


@pytest.mark.parametrize("command", READ)
@pytest.mark.parametrize("name", ["pipe.docx", "zero.docx", "empty.docx", "x" * 300 + ".docx", "a\tb.docx"])
def test_a_file_from_elsewhere_that_is_none_is_refused(root, command, name, monkeypatch):
    monkeypatch.chdir(root)
    os.mkfifo("pipe.docx")
    Path("zero.docx").symlink_to("/dev/zero")
    Path("empty.docx").touch()
    ended = confined(root, *command, name, seconds=10)
    assert ended.code in (1, 2), ended
    assert "the toolkit itself failed" not in ended.told


@pytest.mark.parametrize("lies", [".lock", "../.lock", ".fingerprint.json", ".history.json"])
def test_a_pipe_among_the_outputs_holds_nothing_up(root, lies):
    (root / "out/brief" / lies).unlink(missing_ok=True)
    os.mkfifo(root / "out/brief" / lies)
    (root / NARRATIVE).write_text("# Title\n\nOther words.\n")
    assert confined(root, *BUILD, seconds=10).code in (0, 1)


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("name", RECORDS)
def test_a_damaged_record_is_mended_by_a_build_and_told_by_others(root, name, damage):
    folder = find_project(root).out / "brief"
    version = next(path for path in folder.iterdir() if len(path.name) == 12)
    (folder / name if name.startswith(".") else version / name).write_bytes(damage)
    for command in (
        ("list",),
        ("log", "brief"),
        ("diff", version.name),
        ("trace", "1", "--in", "brief"),
        ("gc",),
    ):
        ended = confined(root, *command)
        assert ended.code in (0, 1, 2), ended
        assert "the toolkit itself failed" not in ended.told, (command, ended.told)
    assert built(root) == version.name
