"""The whole story on small projects: what a build leaves, adds, mends and never touches."""

import contextlib
import json

import pytest

from aibrief_report.digest import sha256
from aibrief_report.errors import BriefError, RenderError, StoreError
from aibrief_report.inputs.project import find_project
from aibrief_report.model.json import load
from aibrief_report.pipeline import build, write
from aibrief_report.store import atomic
from aibrief_report.store.objects import objects_in
from aibrief_report.versions.fingerprint import NAME
from aibrief_report.versions.toolkit import TOOLKIT
from tests.projects import NARRATIVE, change, project, swap, tree

HTML = ("html",)


@pytest.fixture
def root(tmp_path):
    return project(tmp_path / "project")


def built(root, formats=HTML):
    return build(find_project(root), "brief", formats)


def outputs(root) -> dict[str, bytes | str]:
    """What stands in out/, without locks, fingerprints and kept inputs."""
    return {name: data for name, data in tree(root / "out").items() if "/." not in f"/{name}"}


def test_a_build_leaves_the_outputs_and_what_they_were_made_of(root):
    done = built(root)
    assert sorted(path.name for path in done.folder.iterdir()) == [
        *("brief.html", "document.json", "inputs.json", "manifest.json"),
    ]
    assert (done.brief, done.made) == ("brief", HTML)
    manifest = json.loads((done.folder / "manifest.json").read_bytes())
    assert manifest["version"] == done.version == done.folder.name
    for name, told in manifest["outputs"].items():
        data = (done.folder / name).read_bytes()
        assert (told["sha256"], told["bytes"]) == (sha256(data), len(data))


def test_the_version_is_the_hash_of_its_inputs(root):
    done = built(root)
    inputs = json.loads((done.folder / "inputs.json").read_bytes())
    assert sorted(name for name in inputs["inputs"]["files"] if not name.startswith("package:")) == [
        "data/areas.csv",
        "data/contests.csv",
        "data/events.csv",
        "data/indicators.csv",
        "data/observations.csv",
        "data/sources.yaml",
        "templates/brief/brief.yaml",
        "templates/brief/narrative.md",
        "templates/themes/plain/theme.yaml",
    ]
    manifest = json.loads((done.folder / "manifest.json").read_bytes())
    assert manifest["hash"].startswith(done.version)
    document = load((done.folder / "document.json").read_bytes())
    assert (document.version, document.hash, document.toolkit) == (done.version, manifest["hash"], TOOLKIT)


def test_every_file_that_was_read_is_kept_with_the_record_the_toolkit_and_the_lock(root):
    done = built(root)
    told = json.loads((done.folder / "inputs.json").read_bytes())
    inputs, toolkit = told["inputs"], told["environment"]["toolkit"]
    kept = objects_in(root / "out")
    record = json.loads((done.folder / "manifest.json").read_bytes())["hash"]
    assert sorted({record, toolkit, kept.noted(record), *inputs["files"].values()}) == list(kept.names())
    assert kept.get(inputs["files"][NARRATIVE]) == (root / NARRATIVE).read_bytes()


def test_building_again_makes_nothing(root):
    first = built(root)
    before = outputs(root)
    again = built(root)
    assert (again.version, again.made) == (first.version, ())
    assert outputs(root) == before


def test_latest_waits_for_all_formats(root):
    built(root)
    assert "brief/latest" not in outputs(root)
    done = built(root, ("docx", "html", "pdf"))
    assert done.made == ("docx", "pdf")
    assert outputs(root)["brief/latest"] == done.version


def test_an_older_version_stays_as_it_was(root):
    first = built(root)
    before = outputs(root)
    change(root / NARRATIVE, swap("ride more", "ride less"))
    second = built(root)
    assert second.version != first.version
    assert {name: data for name, data in outputs(root).items() if first.version in name} == before


def test_a_brief_with_faults_leaves_everything_as_it_was(root):
    built(root)
    before = tree(root / "out")
    change(root / NARRATIVE, swap('"NORTH", 2024', '"NORTH", 1999'))
    with pytest.raises(BriefError):
        built(root)
    assert tree(root / "out") == before


def test_a_renderer_that_fails_leaves_no_version(root, monkeypatch):
    def fail(*_):
        raise RenderError

    monkeypatch.setattr("aibrief_report.pipeline.render", fail)
    with pytest.raises(RenderError):
        built(root)
    assert outputs(root) == {}


def test_a_renderer_that_fails_keeps_the_formats_that_were_there(root, monkeypatch):
    done = built(root)
    before = outputs(root)

    def fail(*_):
        raise RenderError

    monkeypatch.setattr("aibrief_report.pipeline.render", fail)
    with pytest.raises(RenderError):
        built(root, ("html", "docx"))
    assert outputs(root) == before
    assert (root / "out/brief" / NAME).is_file()
    assert done.version in next(iter(before))


@pytest.mark.parametrize("after", range(0, 24, 3))
def test_a_full_disk_leaves_the_whole_or_nothing(root, monkeypatch, after):
    real, writes = atomic.os.fsync, []

    def full(handle):
        writes.append(handle)
        if len(writes) > after:
            raise OSError(28, "No space left on device")
        real(handle)

    written = write(find_project(root), "brief")  # so that caches need no writes below
    monkeypatch.setattr(atomic.os, "fsync", full)
    with contextlib.suppress(StoreError):
        built(root)
    left = set(outputs(root))
    assert left in (
        set(),
        {
            f"brief/{written.version.name}/{name}"
            for name in ("brief.html", "document.json", "inputs.json", "manifest.json")
        },
    )


def test_what_is_said_of_the_progress_names_the_stages(root):
    told = []
    write(find_project(root), "brief", told.append)
    assert told == ["reading", "composing", "drawing and citing"]


def test_a_folder_of_its_own_for_every_brief(root):
    (root / "templates/second").mkdir()
    for name in ("brief.yaml", "narrative.md"):
        (root / "templates/second" / name).write_bytes((root / "templates/brief" / name).read_bytes())
    one, two = (build(find_project(root), name, HTML) for name in ("brief", "second"))
    assert one.version != two.version
    assert (one.folder.parent.name, two.folder.parent.name) == ("brief", "second")
