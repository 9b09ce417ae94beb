"""What a version or file is worth: rebuilt from its inputs and compared."""

import json
import shutil

import pytest

from aibrief_report.inputs.project import find_project
from aibrief_report.ooxml.packages import write_package
from aibrief_report.ooxml.reading import read_package
from aibrief_report.pipeline import build
from aibrief_report.verify import rebuild as rebuilding
from aibrief_report.verify.finding import find
from aibrief_report.verify.verdict import verify
from aibrief_report.versions.environment import environment
from tests.projects import command, project


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    root = project(tmp_path_factory.mktemp("verify") / "project")
    return root, build(find_project(root), "brief", ("html", "docx"))


@pytest.fixture
def copy(built, tmp_path):
    """The project's own, to be damaged."""
    shutil.copytree(built[0], tmp_path / "project", symlinks=True)
    return tmp_path / "project", tmp_path / "project/out/brief" / built[1].version


def test_a_version_is_what_its_inputs_give(built, capsys):
    root, done = built
    assert command(root, "verify", done.version) == 0
    told = capsys.readouterr().out
    assert told.count("same bytes\n") == 4
    assert f"brief {done.version}: the same bytes from its" in told


def test_a_file_finds_its_version_wherever_it_lies(built, tmp_path):
    root, done = built
    file = tmp_path / "from the post.docx"
    shutil.copyfile(done.folder / "brief.docx", file)
    found = find(root / "out", str(file))
    assert (found.recorded.name, sorted(found.files)) == (done.version, ["brief.docx"])
    assert verify(found.recorded, found.files, found.objects, root).holds


def test_a_changed_file_is_found_and_the_part_is_shown(copy, capsys):
    root, folder = copy
    page = folder / "brief.html"
    page.write_bytes(page.read_bytes().replace(b"ride more", b"ride less"))
    assert command(root, "verify", str(page), "--json") == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["holds"], [one["state"] for one in told["files"]]) == (False, ["differs"])
    assert "ride less" in told["files"][0]["parts"][0]


def test_under_other_libraries_the_content_counts_and_they_are_named(copy, capsys, monkeypatch):
    root, folder = copy
    now = environment()
    other = {**now, "toolkit": "0" * 64}
    monkeypatch.setattr(rebuilding, "environment", lambda: other)
    assert command(root, "verify", folder.name) == 0
    told = capsys.readouterr().out
    assert f"the toolkit's code: made with {str(now['toolkit'])[:12]}, here is 000000000000" in told
    assert "under another toolkit or other libraries its" in told


def test_a_file_of_no_version_is_told(built, tmp_path, capsys):
    file = tmp_path / "letter.html"
    file.write_text("<p>Hello</p>")
    assert command(built[0], "verify", str(file)) == 1
    assert "the file does not say which version it is" in capsys.readouterr().err


def test_a_file_of_a_version_that_is_not_kept_is_told(built, tmp_path, capsys):
    file = tmp_path / "brief.html"
    file.write_text('<meta name="version" content="0123456789ab">')
    assert command(built[0], "verify", str(file)) == 1
    assert "the file is of version 0123456789ab, of which nothing is kept here" in capsys.readouterr().err


def test_other_bytes_with_the_same_content_are_told_as_that(copy, capsys):
    root, folder = copy
    file = folder / "brief.docx"
    file.write_bytes(write_package(read_package(file.read_bytes()), level=1))
    assert command(root, "verify", str(file)) == 1
    told = capsys.readouterr().out
    assert "brief.docx  bytes differ, content the same\n" in told
    assert "not the bytes that its" in told
    assert "kept inputs give, though the same content\n" in told


@pytest.mark.parametrize("words", [("verify",), ("trace", "5.2")])
def test_a_damaged_docx_is_told_as_damaged(copy, words, capsys):
    root, folder = copy
    data = bytearray((folder / "brief.docx").read_bytes())
    data[data.index(b"word/document.xml") + 200] ^= 1
    (folder / "brief.docx").write_bytes(data)
    assert command(root, words[0], str(folder / "brief.docx"), *words[1:]) == 1
    told = capsys.readouterr().err
    assert told.startswith("brief.docx: the package is damaged: ")
    assert "hint: get another copy of it" in told
