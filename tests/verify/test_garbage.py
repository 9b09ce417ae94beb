"""What may go goes; what is published, recent, latest or needed by such a version stays."""

import shutil

import pytest

from aibrief_report.inputs.project import find_project
from aibrief_report.pipeline import build
from aibrief_report.store.objects import objects_in
from aibrief_report.verify.finding import find
from aibrief_report.verify.garbage import garbage, remove
from aibrief_report.verify.rebuild import rebuild
from tests.projects import NARRATIVE, change, command, project, tree


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Three versions of a brief, the last of them in all formats."""
    root = project(tmp_path_factory.mktemp("gc") / "project")
    versions = []
    for formats in (("html",), ("html",), ("html", "docx", "pdf")):
        versions.append(build(find_project(root), "brief", formats).version)
        change(root / NARRATIVE, lambda old: f"{old}\nOne more paragraph.\n")
    return root, versions


@pytest.fixture
def root(made, tmp_path):
    shutil.copytree(made[0], tmp_path / "project", symlinks=True)
    return tmp_path / "project"


def names(found) -> list[str]:
    return [one.version for one in found.versions]


def test_recent_versions_stay(root, made):
    assert names(garbage(root, root / "out", recent=2)) == [made[1][0]]
    assert garbage(root, root / "out", recent=3).empty


def test_the_latest_stays_whatever_is_asked(root, made):
    assert sorted(names(garbage(root, root / "out", recent=0))) == sorted(made[1][:2])


def test_what_is_named_or_published_stays(root, made):
    first, second, _ = made[1]
    command(root, "rebuild", first)
    assert command(root, "publish", first, "--label", "v1.0", "--unchecked", "a trial") == 0
    assert garbage(root, root / "out", recent=0, keep=frozenset({second})).empty


def test_what_stays_can_still_be_rebuilt(root, made):
    found = garbage(root, root / "out", recent=1)
    assert found.objects
    remove(root / "out", found)
    left = find(root / "out", made[1][2])
    assert (
        rebuild(left.recorded, left.objects, root, ("html",)).files["brief.html"] == left.files["brief.html"]
    )
    assert [path.name for path in (root / "out/brief").iterdir() if len(path.name) == 12] == [made[1][2]]


def test_nothing_goes_before_it_is_asked_for(root, capsys):
    before = tree(root / "out")
    assert command(root, "gc", "--recent", "1") == 0
    assert tree(root / "out") == before
    assert "2 versions, " in capsys.readouterr().out
    assert command(root, "gc", "--recent", "1", "--remove") == 0
    assert "removed 2 versions, " in capsys.readouterr().out


def test_all_inputs_stay_where_a_record_is_lost(root, made):
    record = next(root.glob(f"out/brief/{made[1][2]}/inputs.json"))
    record.unlink()
    kept = objects_in(root / "out")
    for name in kept.names():
        if name.startswith(made[1][2]):
            kept.place(name).unlink()
    assert garbage(root, root / "out", recent=1).objects == ()


def test_leftovers_of_killed_builds_go(root):
    left = root / "out/brief/.x7.part"
    left.mkdir()
    (left / "brief.pdf").write_bytes(b"half")
    found = garbage(root, root / "out")
    assert (found.leftovers, found.size) == ((left,), 4)
    remove(root / "out", found)
    assert not left.exists()


def test_a_project_without_outputs_has_nothing_to_go(tmp_path, capsys):
    root = project(tmp_path)
    assert command(root, "gc") == 0
    assert capsys.readouterr().out == "nothing may go\n"


def test_a_version_is_kept_by_its_beginning_and_a_slip_removes_nothing(root, made, capsys):
    assert command(root, "gc", "--recent", "0", "--keep", made[1][0][:5]) == 0
    assert capsys.readouterr().out.startswith(f"brief {made[1][1]}\n1 version, ")
    before = tree(root / "out")
    assert command(root, "gc", "--keep", "ffff", "--recent", "0", "--remove") == 1
    assert "there is no version 'ffff' to keep" in capsys.readouterr().err
    assert tree(root / "out") == before
