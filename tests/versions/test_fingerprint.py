"""The no-op: an unchanged brief is recognised without building, and without loading anything slow."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from aibrief_report.cli.entry import up_to_date
from aibrief_report.versions.fingerprint import NAME, unchanged
from tests.projects import BRIEF, NARRATIVE, change, command, project, swap

SLOW = {
    *(
        "click",
        "pydantic",
        "pandas",
        "altair",
        "weasyprint",
        "docx",
        "jinja2",
        "yaml",
        "lxml",
        "babel",
        "rich",
    ),
    *("importlib.metadata", "markdown_it", "vl_convert", "fontTools", "aibrief_report.pipeline"),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    root = project(tmp_path_factory.mktemp("built"))
    (root / "data/contests.csv").unlink()
    assert command(root, "build", "brief", "--formats", "html") == 0
    return root


@pytest.fixture
def root(built):
    """The built project, put back as it was after each test."""
    held = {path: path.read_bytes() for path in built.rglob("*") if path.is_file() and not path.is_symlink()}
    stamp = {path: path.stat().st_mtime_ns for path in held}
    yield built
    for path in set(built.rglob("*")) - set(held):
        if path.is_file() and not path.is_symlink():
            path.unlink()
    for path, data in held.items():
        path.write_bytes(data)
        os.utime(path, ns=(stamp[path], stamp[path]))


def known(root) -> str | None:
    return unchanged(root / "out/brief", ["html"])


def version(root):
    (path,) = (path for path in (root / "out/brief").iterdir() if path.is_dir())
    return path


def test_an_unchanged_brief_is_recognised(root):
    assert known(root) == version(root).name


def test_a_format_that_was_not_built_is_not(root):
    assert unchanged(root / "out/brief", ["html", "pdf"]) is None


def test_a_touched_file_is_no_change(root):
    os.utime(root / NARRATIVE)
    assert known(root)


@pytest.mark.parametrize(
    "file",
    [NARRATIVE, BRIEF, "data/observations.csv", "data/sources.yaml", "templates/themes/plain/theme.yaml"],
)
def test_a_changed_byte_is_noticed_though_the_size_stays(root, file):
    data = bytearray((root / file).read_bytes())
    data[-2] ^= 1
    (root / file).write_bytes(data)
    assert known(root) is None


def test_a_file_that_went_away_is_noticed(root):
    (root / "data/events.csv").unlink()
    assert known(root) is None


@pytest.mark.parametrize("name", ["data/contests.csv"])
def test_a_file_that_was_missed_is_noticed_when_it_comes(root, name):
    (root / name).write_text("id,title,rows,how,note\n")
    assert known(root) is None


@pytest.mark.parametrize("name", ["brief.html", "document.json", "inputs.json", "manifest.json"])
def test_an_output_that_is_gone_or_damaged_is_noticed_and_made_anew(root, name):
    output = version(root) / name
    held = output.read_bytes()
    for damage in (output.unlink, lambda: output.write_bytes(held[:-1] + b"?")):
        damage()
        assert known(root) is None
        assert command(root, "build", "brief", "--formats", "html") == 0
        assert output.read_bytes() == held
        assert known(root)


def test_a_link_that_points_elsewhere_is_noticed(tmp_path):
    root = project(tmp_path)
    narrative = root / NARRATIVE
    narrative.rename(narrative.with_name("one.md"))
    narrative.with_name("two.md").write_text("# Another\n")
    narrative.symlink_to("one.md")
    assert command(root, "build", "brief", "--formats", "html") == 0
    assert known(root)
    narrative.unlink()
    narrative.symlink_to("two.md")
    assert known(root) is None


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"3",
        b'{"format": 1, "formats": ["html"], "files": [], "listings": {}}',
        b"\xff\xfe",
    ],
)
def test_a_damaged_fingerprint_means_a_build(root, damage):
    (root / "out/brief" / NAME).write_bytes(damage)
    assert known(root) is None


def test_a_fingerprint_of_another_format_means_a_build(root):
    file = root / "out/brief" / NAME
    file.write_text(json.dumps(json.loads(file.read_bytes()) | {"format": 0}))
    assert known(root) is None


@pytest.mark.parametrize(
    ("arguments", "plain"),
    [
        (["build", "brief"], False),  # pdf and docx were not built
        (["build", "brief", "--formats", "html"], True),
        (["-C", ".", "build", "brief", "--formats", "html"], True),
        (["build", "--formats", "html", "brief"], True),
        (["build", "brief", "--formats", "html", "--json"], False),
        (["build", "brief", "--formats", "html", "--strict"], False),
        (["build", "brief", "--formats", "htm"], False),
        (["build", "../brief", "--formats", "html"], False),
        (["build", "brief", "other", "--formats", "html"], False),
        (["build", "--formats", "html"], False),
        (["list", "brief"], False),
        ([], False),
        (["build", "brief", "--formats"], False),
        (["-C"], False),
    ],
)
def test_only_a_plain_build_is_answered_at_once(root, arguments, plain):
    told = up_to_date(arguments, root)
    assert (told is not None) is plain
    if plain:
        assert told == f"brief {version(root).name} is up to date: out/brief/{version(root).name}\n"


def test_it_loads_nothing_slow(root):
    code = (
        f"import sys; sys.path[1:] = {sys.path[1:]}\n"  # where this process, which built, looks for libraries
        "from aibrief_report.cli.entry import main\n"
        "try: main()\n"
        "except SystemExit as end: print(end.code, *sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "build", "brief", "--formats", "html"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    told, ended = done.stdout.splitlines()
    code, *modules = ended.split()
    assert (told.split()[2:5], code) == (["is", "up", "to"], "0")
    assert not SLOW & set(modules)


def test_a_change_back_is_up_to_date_again_after_one_build(root):
    name = version(root).name
    change(root / NARRATIVE, swap("ride more", "ride less"))
    assert command(root, "build", "brief", "--formats", "html") == 0
    assert known(root) not in (None, name)
    change(root / NARRATIVE, swap("ride less", "ride more"))
    assert known(root) is None
    assert command(root, "build", "brief", "--formats", "html") == 0
    assert known(root) == name


def test_a_copy_of_a_project_does_not_watch_the_files_of_the_first(tmp_path):
    root = project(tmp_path / "first")
    command(root, "build", "brief", "--formats", "html")
    shutil.copytree(root, tmp_path / "second", symlinks=True)
    assert unchanged(root / "out/brief", ["html"])
    assert unchanged(tmp_path / "second/out/brief", ["html"]) is None


def test_another_environment_has_to_look(root, monkeypatch):
    monkeypatch.setattr(sys, "path", [sys.path[0], "/libraries/of/another", *sys.path[1:]])
    assert unchanged(root / "out" / "brief", ["html"]) is None
