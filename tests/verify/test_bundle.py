"""A published edition: checked, whole, sufficient in itself, and never changed."""

import json
import shutil

import pytest

from aibrief_report.cli.app import run
from aibrief_report.inputs.project import find_project
from aibrief_report.pipeline import build
from aibrief_report.verify.bundle import publications
from tests.projects import BRIEF, NARRATIVE, change, command, project, swap, tree

WHY = ("--unchecked", "a trial")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    root = project(tmp_path_factory.mktemp("publish") / "project")
    return root, build(find_project(root), "brief").version


@pytest.fixture
def root(made, tmp_path):
    shutil.copytree(made[0], tmp_path / "project", symlinks=True)
    return tmp_path / "project"


def test_unchecked_numbers_are_not_published_without_a_reason(root, capsys):
    assert command(root, "publish", "brief", "--label", "v1.0") == 1
    assert "the number check is not complete: 0 of" in capsys.readouterr().err
    assert not (root / "published").exists()


def test_the_reason_is_told_and_kept(root, capsys):
    assert command(root, "publish", "brief", "--label", "v1.0", *WHY) == 0
    assert "warning: its numbers are unchecked: a trial" in capsys.readouterr().err
    (found,) = publications(root)
    assert (found.label, found.checked["unchecked"], found.checked["checked"]) == ("v1.0", "a trial", 0)


def test_the_bundle_needs_nothing_else(root, tmp_path, capsys):
    command(root, "publish", "brief", "--label", "v1.0", *WHY)
    elsewhere = tmp_path / "elsewhere"
    for name in ("data", "templates"):
        (elsewhere / name).mkdir(parents=True)
    bundle = shutil.copytree(root / "published/brief-v1.0", tmp_path / "from an archive")
    shutil.rmtree(root)
    assert command(elsewhere, "verify", str(bundle)) == 0
    assert "the same bytes from its" in capsys.readouterr().out


def test_publishing_the_same_again_changes_nothing(root):
    command(root, "publish", "brief", "--label", "v1.0", *WHY)
    before = tree(root / "published")
    assert command(root, "publish", "brief", "--label", "v1.0", *WHY) == 0
    assert tree(root / "published") == before


def test_a_label_is_given_once(root, capsys):
    command(root, "publish", "brief", "--label", "v1.0", *WHY)
    before = tree(root / "published")
    change(root / NARRATIVE, swap("ride more", "ride less"))
    assert command(root, "publish", "brief", "--label", "v1.0", *WHY) == 1
    assert "v1.0 was published already, and is not this" in capsys.readouterr().err
    assert tree(root / "published") == before


def test_a_brief_is_published_as_it_stands_and_a_version_as_it_was(root, made):
    change(root / NARRATIVE, swap("ride more", "ride less"))
    assert command(root, "publish", made[1], "--label", "v1.0", *WHY) == 0
    assert command(root, "publish", "brief", "--label", "v1.1", *WHY) == 0
    texts = [(root / f"published/brief-{label}/brief.html").read_text("utf-8") for label in ("v1.0", "v1.1")]
    assert ["ride less" in text for text in texts] == [False, True]


@pytest.mark.parametrize("label", ["", "../v1", "v 1", ".hidden", "v" * 41])
def test_a_label_that_is_no_name_of_a_folder_is_refused(root, label, capsys):
    assert command(root, "publish", "brief", "--label", label, *WHY) == 1
    assert "is no label" in capsys.readouterr().err


def test_a_damaged_version_is_not_published(root, made, capsys):
    (root / "out/brief" / made[1] / "brief.pdf").write_bytes(b"%PDF-")
    assert command(root, "publish", made[1], "--label", "v1.0", *WHY) == 1
    assert f"out/brief/{made[1]}/brief.pdf: the file is missing or damaged" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("\nstatus: draft\n", "the brief says that it is a draft"),
        (
            "\ncorrections: [{date: 2026-02-15, of: v0.9, text: Mended.}]\n",
            "v0.9, which this edition corrects, was never published",
        ),
    ],
)
def test_drafts_and_corrections_of_the_unknown_are_not_published(root, more, told, capsys):
    change(root / BRIEF, lambda old: old + more)
    assert command(root, "publish", "brief", "--label", "v1.0", *WHY) == 1
    assert told in capsys.readouterr().err


def test_the_bundle_is_a_crate_that_names_every_file(root):
    command(root, "publish", "brief", "--label", "v1.0", *WHY)
    bundle = root / "published/brief-v1.0"
    graph = json.loads((bundle / "ro-crate-metadata.json").read_bytes())["@graph"]
    entities = {one["@id"]: one for one in graph}
    parts = {one["@id"] for one in entities["./"]["hasPart"]}
    files = {path.name for path in bundle.iterdir() if path.is_file()} - {"ro-crate-metadata.json"}
    assert parts == files | {"objects/"}
    assert parts <= set(entities)
    assert entities["brief.pdf"]["encodingFormat"] == "application/pdf"


def test_a_corrected_edition_shows_what_changed_since_the_one_before(root, capsys):
    command(root, "publish", "brief", "--label", "v1.0", *WHY)
    change(root / NARRATIVE, swap("ride more", "ride less"))
    change(root / BRIEF, lambda old: old + "\ncorrections: [{date: 2026-02-15, of: v1.0, text: Mended.}]\n")
    assert command(root, "publish", "brief", "--label", "v1.1", *WHY) == 0
    told = (root / "published/brief-v1.1/changes.html").read_text(encoding="utf-8")
    assert "<del>more</del>" in told
    assert "<ins>less</ins>" in told
    assert "Page 1, now" in told
    assert not (root / "published/brief-v1.0/changes.html").exists()


def test_editions_are_compared_by_their_folders(root, capsys):
    command(root, "publish", "brief", "--label", "v1.0", *WHY)
    change(root / NARRATIVE, swap("ride more", "ride less"))
    capsys.readouterr()
    assert command(root, "diff", str(root / "published/brief-v1.0"), "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["then"]["brief"], told["summary"].split(", ")[-1]) == ("brief", "1 sentence")


def test_outside_of_any_project_a_bundle_is_enough(root, tmp_path, capsys, monkeypatch):
    command(root, "publish", "brief", "--label", "v1.0", *WHY)
    change(root / NARRATIVE, swap("ride more", "ride less"))
    command(root, "publish", "brief", "--label", "v1.1", *WHY)
    kept = shutil.copytree(root / "published", tmp_path / "archive")
    shutil.rmtree(root)
    monkeypatch.chdir(kept)
    one, other = "brief-v1.0", "brief-v1.1"
    page = shutil.copyfile(kept / one / "brief.html", tmp_path / "mail.html")
    capsys.readouterr()
    for words in (
        ("verify", f"{one}/brief.html"),
        ("-C", one, "verify", str(page)),
        ("rebuild", one, "--to", "then", "--formats", "html"),
        ("trace", f"{one}/brief.pdf", "5.2"),
        ("extract", f"{one}/brief.pdf", "--list"),
        ("diff", one, other),
        ("diff", f"{one}/brief.pdf", f"{other}/brief.html"),
    ):
        assert run(words) == 0, words
    assert (kept / "then/brief.html").read_bytes() == (kept / one / "brief.html").read_bytes()
    assert "1 sentence" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("verify", "brief.pdf"), "the project or bundle that holds it: -C DIR"),
        (("rebuild", "brief.pdf"), "say where to write: --to DIR"),
        (("diff", "brief.pdf"), "name a second version or bundle"),
        (("build",), "aibrief -C DIR"),
    ],
)
def test_where_neither_project_nor_bundle_is_at_hand_the_hint_says_what_is_missing(
    words, told, tmp_path, capsys, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    assert run(words) == 1
    found = capsys.readouterr().err
    assert "no project here or above" in found
    assert told in found


def test_a_bundle_with_a_damaged_input_asks_for_another_copy(root, capsys):
    command(root, "publish", "brief", "--label", "v1.0", *WHY)
    damaged = next((root / "published/brief-v1.0/objects").glob("*/*"))
    damaged.write_bytes(b"?")
    assert command(root, "verify", str(root / "published/brief-v1.0")) == 1
    assert "hint: this copy of the edition is damaged: take another" in capsys.readouterr().err
