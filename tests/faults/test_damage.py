"""What is damaged is found, named, and mended or refused; what is missing comes back."""

import errno
import json
import os
import shutil
from pathlib import Path

import pytest

from aibrief_report.errors import BriefError, StoreError
from aibrief_report.versions.fingerprint import NAME, unchanged
from tests.faults.harness import GROWS, at_change, built, partial
from tests.projects import BRIEF, NARRATIVE, change, command, project, tree


@pytest.fixture(scope="module")
def warm(tmp_path_factory):
    root = project(tmp_path_factory.mktemp("damage") / "project")
    built(root)
    return root


@pytest.fixture
def root(warm, tmp_path):
    return shutil.copytree(warm, tmp_path / "project", symlinks=True)


def shown(root) -> dict[str, bytes | str]:
    return {name: data for name, data in tree(root / "out").items() if "/." not in f"/{name}"}


def version_of(root) -> Path:
    return next(path for path in (root / "out/brief").iterdir() if len(path.name) == 12)


@pytest.mark.parametrize("name", ["brief.html", "document.json", "inputs.json", "manifest.json"])
@pytest.mark.parametrize("damage", [b"", b"\x00" * 64, None])
def test_a_damaged_file_of_a_version_is_mended_by_the_next_build(root, name, damage):
    before = shown(root)
    file = version_of(root) / name
    file.unlink() if damage is None else file.write_bytes(damage)
    built(root)
    assert shown(root) == before


def test_every_entry_of_the_cache_may_be_damaged_or_gone(root):
    before = shown(root)
    shutil.rmtree(version_of(root))
    for place, file in enumerate(sorted(path for path in (root / "out/.cache").rglob("*") if path.is_file())):
        file.write_bytes(b"?" * 99) if place % 2 else file.unlink()
    built(root)
    assert shown(root) == before


def test_damaged_objects_are_put_back_by_the_next_build(root):
    before = tree(root / "out/.objects")
    for file in (path for path in (root / "out/.objects").rglob("*") if path.is_file()):
        file.write_bytes(b"")
    (root / "out/brief" / NAME).unlink()
    built(root)
    assert tree(root / "out/.objects") == before


@pytest.mark.parametrize("damage", [b"", b"{}", b"[1]", b"\xff\xfe", b'{"format": 2, "files": 7}'])
def test_a_damaged_fingerprint_means_that_one_must_build(root, damage):
    (root / "out/brief" / NAME).write_bytes(damage)
    assert unchanged(root / "out/brief", ["html"]) is None
    built(root)
    assert unchanged(root / "out/brief", ["html"])


def test_a_clock_that_goes_backwards_changes_nothing(root):
    built(root)
    before = shown(root)
    for path in (*(root / "data").iterdir(), root / NARRATIVE, root / BRIEF):
        os.utime(path, (1, 1))
    assert unchanged(root / "out/brief", ["html"]), "the bytes are the same"
    change(root / NARRATIVE, lambda old: old.replace("ride more", "ride less"))
    os.utime(root / NARRATIVE, (1, 1))
    assert unchanged(root / "out/brief", ["html"]) is None
    built(root)
    assert before.items() <= shown(root).items()


def test_a_folder_that_may_not_be_written_is_told(root):
    change(root / NARRATIVE, lambda old: f"{old}\nOne more paragraph.\n")
    before = shown(root)

    def refused():
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    with (
        at_change(0, refused, GROWS),
        pytest.raises(StoreError, match="the outputs cannot be written: Permission denied"),
    ):
        built(root)
    assert shown(root) == before


def test_a_file_in_the_way_of_the_outputs_is_told(root):
    shutil.rmtree(root / "out")
    (root / "out").write_bytes(b"")
    with pytest.raises(StoreError, match="a file is in the way"):
        built(root)


@pytest.mark.parametrize("name", ["out", "out/brief", "out/.cache", "out/.objects"])
def test_a_folder_that_vanished_is_made_again(root, name):
    before = shown(root)
    shutil.rmtree(root / name)
    built(root)
    assert shown(root) == before
    assert partial(root) == []


def test_folders_that_vanish_while_a_build_runs_leave_a_fault_or_a_whole_version(root, monkeypatch):
    change(root / NARRATIVE, lambda old: f"{old}\nOne more paragraph.\n")

    def render(*arguments):
        shutil.rmtree(root / "out", ignore_errors=True)
        return b"<p>page</p>"

    monkeypatch.setattr("aibrief_report.pipeline.render", render)
    try:
        built(root)
    except BriefError as error:
        assert "cannot be written" in str(error)  # noqa: PT017  # either is right, and no other error is
    assert partial(root) == []


def test_a_name_that_is_too_long_for_the_system_is_told(root, capsys):
    name = "b" * 200
    shutil.copytree(root / "templates/brief", root / "templates" / name)
    assert command(root, "build", name, "--formats", "html") == 0
    assert command(root, "build", "x" * 300) == 1
    assert "there is no brief" in capsys.readouterr().err


def test_names_that_differ_only_in_case_do_not_mix(root):
    shutil.copytree(root / "templates/brief", root / "templates/Brief")
    other = built(root, name="Brief")
    assert other != version_of(root).name
    assert json.loads((root / "out/Brief" / other / "inputs.json").read_bytes())["brief"] == "Brief"


def many_versions(root, capsys, count: int) -> None:
    """Build, and ask for the history, beside that many versions."""
    document = (version_of(root) / "document.json").read_bytes()
    for place in range(count):
        folder = root / "out/brief" / f"{place:012x}"
        folder.mkdir()
        (folder / "document.json").write_bytes(document)
    change(root / NARRATIVE, lambda old: f"{old}\nOne more paragraph.\n")
    version = built(root)
    assert command(root, "log", "brief", "--most", "3", "--json") == 0
    told = json.loads(capsys.readouterr().out)["versions"]
    assert (told[0]["version"], told[0]["summary"], len(told)) == (version, "1 sentence", 3)


def test_many_versions_do_not_stand_in_the_way(root, capsys):
    many_versions(root, capsys, 200)


@pytest.mark.torture
def test_ten_thousand_versions_do_not_stand_in_the_way(root, capsys, figure):
    many_versions(root, capsys, 10_000)
    figure("versions beside a build and a log", versions=10_000)
