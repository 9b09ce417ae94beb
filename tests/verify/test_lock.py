"""Each version keeps the lock of its libraries, and the digests of the toolkit's files."""

import json
import shutil

import pytest

from aibrief_report.digest import digest, sha256
from aibrief_report.inputs.project import find_project
from aibrief_report.pipeline import build
from aibrief_report.store.objects import objects_in
from aibrief_report.verify import rebuild as rebuilding
from aibrief_report.verify import surroundings
from aibrief_report.verify.finding import find
from aibrief_report.verify.garbage import garbage, remove
from aibrief_report.verify.surroundings import changed_files
from aibrief_report.versions import lock as locking
from aibrief_report.versions.environment import environment, toolkit_files
from aibrief_report.versions.lock import LOCK, toolkit_lock
from tests.projects import NARRATIVE, change, command, project, swap

HTML = ("html",)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    root = project(tmp_path_factory.mktemp("lock") / "project")
    return root, build(find_project(root), "brief", HTML).version


@pytest.fixture
def root(built, tmp_path):
    return shutil.copytree(built[0], tmp_path / "project", symlinks=True)


def elsewhere(monkeypatch, **distributions: str) -> None:
    """Let the libraries that are here be others."""
    now = environment()
    other = {**now, "distributions": {**now["distributions"], **distributions}}
    monkeypatch.setattr(rebuilding, "environment", lambda: other)


def test_the_very_lock_comes_back_after_the_version_was_removed(built, root, tmp_path, capsys):
    shutil.rmtree(root / "out/brief")
    assert command(root, "rebuild", built[1], "--lock", str(tmp_path / LOCK)) == 0
    assert (tmp_path / LOCK).read_bytes() == toolkit_lock()
    assert f"pip install --require-hashes -r {tmp_path / LOCK}" in capsys.readouterr().out


def test_another_lock_of_the_same_libraries_is_no_other_version(built, root, monkeypatch):
    manifest = (root / "out/brief" / built[1] / "manifest.json").read_bytes()
    shutil.rmtree(root / "out")
    monkeypatch.setattr(locking, "toolkit_lock", lambda: (toolkit_lock() or b"") + b"# for tests\n")
    done = build(find_project(root), "brief", HTML)
    assert done.version == built[1]
    assert (done.folder / "manifest.json").read_bytes() == manifest


def test_a_lock_that_was_installed_past_is_not_kept(root, tmp_path, monkeypatch, capsys):
    shutil.rmtree(root / "out")
    monkeypatch.setattr(
        locking, "toolkit_lock", lambda: (toolkit_lock() or b"").replace(b"pydyf==", b"pydyf==9.")
    )
    version = build(find_project(root), "brief", HTML).version
    assert command(root, "rebuild", version, "--lock", str(tmp_path / LOCK)) == 1
    assert f"no lock was kept of brief {version}" in capsys.readouterr().err
    assert not (tmp_path / LOCK).exists()


def test_verify_says_how_to_have_the_libraries_of_then(built, root, monkeypatch, capsys):
    elsewhere(monkeypatch, pydyf="0.0.1")
    assert command(root, "verify", built[1]) == 0
    told = capsys.readouterr().out
    assert told.count("  same bytes\n") == 3, "the version that is printed on each page is that of then"
    assert (
        f"  hint: the libraries of then: aibrief rebuild {built[1]} --lock {LOCK}, then pip install" in told
    )


def test_without_a_lock_the_libraries_are_named(built, root, monkeypatch, capsys):
    shutil.rmtree(root / "out/.objects/notes")
    elsewhere(monkeypatch, pydyf="0.0.1", lxml="1.2.3")
    command(root, "verify", built[1])
    then = environment()["distributions"]
    assert f"pip install lxml=={then['lxml']} pydyf=={then['pydyf']}\n" in capsys.readouterr().out


def test_the_files_of_the_toolkit_that_are_others_are_named(built, root, monkeypatch):
    found = find(root / "out", built[1])
    assert found.recorded.toolkit == digest(toolkit_files())
    now = {**toolkit_files(), "pipeline.py": "0" * 64, "new.py": "1" * 64}
    monkeypatch.setattr(surroundings, "toolkit_files", lambda: now)
    assert changed_files(found.recorded, found.objects) == ("new.py", "pipeline.py")


def test_a_version_of_an_earlier_toolkit_has_none_of_it(built, root):
    found = find(root / "out", built[1])
    shutil.rmtree(root / "out/.objects")
    assert changed_files(found.recorded, found.objects) == ()
    assert surroundings.kept_lock(found.recorded, found.objects) is None


def test_a_bundle_holds_the_lock_and_hands_it_out_alone(built, root, tmp_path, monkeypatch, capsys):
    command(root, "publish", "brief", "--label", "v1.0", "--unchecked", "a trial")
    bundle = shutil.copytree(root / "published/brief-v1.0", tmp_path / "bundle")
    shutil.rmtree(root)
    assert (bundle / LOCK).read_bytes() == toolkit_lock()
    crate = json.loads((bundle / "ro-crate-metadata.json").read_bytes())["@graph"]
    assert [one["sha256"] for one in crate if one["@id"] == LOCK] == [sha256(toolkit_lock() or b"")]
    assert command(tmp_path, "rebuild", str(bundle), "--lock", str(tmp_path / "then.lock")) == 0
    assert (tmp_path / "then.lock").read_bytes() == toolkit_lock()
    found = find(bundle / "out", str(bundle))
    assert changed_files(found.recorded, found.objects) == ()
    assert found.objects.holds(found.recorded.toolkit)
    elsewhere(monkeypatch, pydyf="0.0.1")
    command(tmp_path, "verify", str(bundle))
    assert (
        f"the libraries of then: pip install --require-hashes -r {bundle / LOCK}" in capsys.readouterr().out
    )


def test_gc_keeps_them_as_long_as_a_version_needs_them(built, root):
    change(root / NARRATIVE, swap("ride more", "ride less"))
    build(find_project(root), "brief", HTML)
    kept = objects_in(root / "out")
    remove(root / "out", garbage(root, root / "out", recent=1))
    (noted,) = kept.notes()
    assert noted.startswith(find(root / "out", "brief").recorded.name)
    assert kept.get(kept.noted(noted) or "") == toolkit_lock()
    assert garbage(root, root / "out", recent=1).empty
