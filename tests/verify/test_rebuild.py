"""An old version comes back byte for byte, from what was kept of it, though everything has moved on."""

import json
import shutil

import pytest

from aibrief_report.errors import BriefError, StoreError
from aibrief_report.inputs.project import find_project
from aibrief_report.pipeline import build
from aibrief_report.store.objects import objects_in
from aibrief_report.verify import rebuild as rebuilding
from aibrief_report.verify.finding import find
from aibrief_report.verify.rebuild import rebuild, restore
from aibrief_report.versions.environment import environment
from tests.projects import NARRATIVE, change, command, project, swap

FORMATS = ("html", "docx")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A project whose first version was built, and whose text has changed since; the version's name."""
    root = project(tmp_path_factory.mktemp("old") / "project")
    built = build(find_project(root), "brief", FORMATS)
    change(root / NARRATIVE, swap("ride more", "ride less"))
    build(find_project(root), "brief", ("html",))
    return root, built.version


@pytest.fixture
def old(made, tmp_path):
    """Such a project of its own: root, the first version's name and folder."""
    root = tmp_path / "project"
    shutil.copytree(made[0], root, symlinks=True)
    return root, made[1], root / "out/brief" / made[1]


def files(folder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_removed_version_comes_back_as_it_was(old):
    root, version, folder = old
    before = files(folder)
    shutil.rmtree(folder)
    found = find(root / "out", version)
    assert files(restore(find_project(root), found.recorded, FORMATS).path) == before


def test_neither_templates_nor_tables_need_to_be_there(old):
    root, version, folder = old
    before = files(folder)
    for name in ("brief.yaml", "narrative.md"):
        (root / "templates/brief" / name).unlink()
    (root / "data/observations.csv").unlink()
    found = find(root / "out", version)
    made = rebuild(found.recorded, found.objects, root, FORMATS).files
    assert made == {name: before[name] for name in made}


def test_a_format_that_was_never_made_can_be_made_later(old):
    root, version, folder = old
    found = find(root / "out", version)
    restored = restore(find_project(root), found.recorded, ("html", "docx", "pdf"))
    assert (folder / "brief.pdf").read_bytes().startswith(b"%PDF")
    assert not restored.missing(("brief.html", "brief.docx", "brief.pdf"))


def test_every_kept_file_that_is_gone_or_damaged_is_named(old):
    root, version, _folder = old
    found = find(root / "out", version)
    kept = objects_in(root / "out")
    kept.place(found.recorded.files[NARRATIVE]).unlink()
    kept.place(found.recorded.files["data/areas.csv"]).write_bytes(b"?")
    with pytest.raises(StoreError) as error:
        rebuild(found.recorded, found.objects, root)
    told = sorted(fault.message for fault in error.value.faults)
    assert told == ["data/areas.csv: the object is damaged", f"{NARRATIVE}: the object is not here"]


def test_a_damaged_record_gives_way_to_the_kept_one(old):
    root, version, folder = old
    (folder / "inputs.json").write_text("{}")
    assert find(root / "out", version).recorded.name == version


def test_a_version_of_which_nothing_is_kept_is_an_error(old):
    with pytest.raises(BriefError, match="nothing is kept of version 0123456789ab"):
        find(old[0] / "out", "0123456789ab")


def test_other_libraries_restore_nothing_and_are_named(old, monkeypatch):
    root, version, _folder = old
    found = find(root / "out", version)
    now = environment()
    other = {**now, "libraries": {**now["libraries"], "pango": "9.9.9"}}
    monkeypatch.setattr(rebuilding, "environment", lambda: other)
    with pytest.raises(
        StoreError, match=r"pango: made with .*, here is 9\.9\.9\n  hint: pango, harfbuzz and"
    ):
        restore(find_project(root), found.recorded, FORMATS)
    made = rebuild(found.recorded, found.objects, root, FORMATS)
    assert [str(one) for one in made.differences] == [
        f"pango: made with {now['libraries']['pango']}, here is 9.9.9"
    ]


def test_the_command_writes_where_it_is_told(old, tmp_path, capsys):
    root, version, folder = old
    assert command(root, "rebuild", version, "--to", str(tmp_path / "then"), "--formats", "html") == 0
    assert (tmp_path / "then/brief.html").read_bytes() == (folder / "brief.html").read_bytes()
    assert f"brief {version}: inputs.json, document.json, brief.html" in capsys.readouterr().out


def test_the_record_names_every_file_and_no_place(old):
    record = json.loads((old[2] / "inputs.json").read_bytes())
    assert str(old[0]) not in json.dumps(record)


def test_the_beginning_of_a_version_is_enough_also_where_its_folder_is_gone(old):
    root, version, folder = old
    assert find(root / "out", version[:5]).recorded.name == version
    shutil.rmtree(folder)
    assert find(root / "out", version[:5]).recorded.name == version


def test_what_another_release_of_a_library_breaks_is_told_with_it(old, monkeypatch):
    root, version, _folder = old
    found = find(root / "out", version)
    now = environment()
    other = {**now, "distributions": {**now["distributions"], "pydyf": "0.0.1"}}
    monkeypatch.setattr(rebuilding, "environment", lambda: other)
    monkeypatch.setattr(rebuilding, "outputs", lambda *_: {}["gone"])
    with pytest.raises(StoreError) as error:
        rebuild(found.recorded, found.objects, root, FORMATS)
    told = str(error.value)
    assert "a library fails here: KeyError: 'gone'" in told
    assert f"pydyf: made with {now['distributions']['pydyf']}, here is 0.0.1" in told
