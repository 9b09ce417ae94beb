"""The commands: the history of a brief, and what changed between two of its versions."""

import json
import os
import shutil

import pytest

from tests.projects import NARRATIVE, change, command, project, swap


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A project with two versions; the second has another row and another word."""
    root = project(tmp_path_factory.mktemp("history") / "project")
    command(root, "build", "brief", "--formats", "html")
    change(root / "data/observations.csv", swap("5.2", "5.3"))
    change(root / NARRATIVE, swap("ride more", "ride less"))
    command(root, "build", "brief", "--formats", "html")
    return root


@pytest.fixture
def root(made, tmp_path):
    return shutil.copytree(made, tmp_path / "project", symlinks=True)


def history(root, capsys) -> list[dict]:
    capsys.readouterr()
    assert command(root, "log", "brief", "--json") == 0
    return json.loads(capsys.readouterr().out)["versions"]


def test_the_newest_version_stands_first_with_what_changed(root, capsys):
    new, old = history(root, capsys)
    assert (old["summary"], old["before"], new["before"]) == ("first version", None, old["version"])
    assert new["summary"].startswith("1 row, ")
    assert "1 sentence" in new["summary"]


def test_the_order_is_not_that_of_the_clock(root, capsys):
    new, old = history(root, capsys)
    for place, one in enumerate((new, old)):
        folder = root / "out/brief" / one["version"]
        os.utime(folder, (1e9 + 1e8 * place, 1e9 + 1e8 * place))
    assert [one["version"] for one in history(root, capsys)] == [new["version"], old["version"]]


def test_a_version_whose_document_is_damaged_does_not_hide_the_others(root, capsys):
    new, old = history(root, capsys)
    (root / "out/brief" / old["version"] / "document.json").write_text("{")
    again = history(root, capsys)
    assert [one["version"] for one in again] == [new["version"], old["version"]]
    assert again[0]["summary"].startswith("cannot be compared: ")


def test_two_versions_are_compared(root, capsys):
    new, old = history(root, capsys)
    assert command(root, "diff", old["version"], new["version"]) == 0
    told = capsys.readouterr().out
    assert f"brief {old['version']} → brief {new['version']}" in told
    assert "      value: 5.2 → 5.3" in told


def test_a_version_is_compared_with_the_project_as_it_stands(root, capsys):
    new, _ = history(root, capsys)
    assert command(root, "diff", new["version"], "--json") == 0
    assert json.loads(capsys.readouterr().out)["summary"] == ""
    change(root / NARRATIVE, swap("ride less", "ride more"))
    assert command(root, "diff", new["version"], ".", "--json") == 0
    assert json.loads(capsys.readouterr().out)["now"]["built"] is False


def test_a_file_of_a_version_stands_for_it(root, capsys, tmp_path):
    new, old = history(root, capsys)
    file = shutil.copyfile(root / "out/brief" / old["version"] / "brief.html", tmp_path / "old.html")
    assert command(root, "diff", str(file), new["version"], "--json") == 0
    assert json.loads(capsys.readouterr().out)["then"]["version"] == old["version"]


def test_unknown_names_are_told(root, capsys):
    assert command(root, "log", "breif") == 1
    assert "did you mean" in capsys.readouterr().err
    assert command(root, "diff", "0123456789ab") == 1
    assert "there is no file, version or built brief" in capsys.readouterr().err
