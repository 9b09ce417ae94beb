"""The version folder: whole or not there, completed but never changed, mended where it is damaged."""

import json

import pytest

from aibrief_report.digest import sha256
from aibrief_report.errors import StoreError
from aibrief_report.versions.folder import VersionFolder, writing
from tests.projects import tree


def files(**contents: bytes) -> dict[str, bytes]:
    outputs = {name.replace("_", "."): data for name, data in contents.items()}
    told = {name: {"sha256": sha256(data)} for name, data in outputs.items()}
    return outputs | {"manifest.json": json.dumps({"outputs": told}).encode()}


@pytest.fixture
def folder(tmp_path):
    folder = VersionFolder(tmp_path / "brief", "0123456789ab")
    folder.complete(files(brief_html=b"page"))
    return folder


def test_what_is_there_is_not_missing(folder):
    assert folder.missing(("brief.html", "brief.pdf")) == ("brief.pdf",)
    assert folder.kept() == {"brief.html": b"page"}


def test_a_format_is_added_and_the_others_stay(folder):
    before = (folder.path / "brief.html").stat().st_mtime_ns
    folder.complete(files(brief_html=b"page", brief_pdf=b"pages"))
    assert folder.missing(("brief.html", "brief.pdf")) == ()
    assert (folder.path / "brief.html").stat().st_mtime_ns == before


@pytest.mark.parametrize("damage", [b"", b"pagX", None])
def test_what_is_damaged_or_gone_counts_as_missing_and_is_mended(folder, damage):
    page = folder.path / "brief.html"
    page.unlink() if damage is None else page.write_bytes(damage)
    assert folder.missing(("brief.html",)) == ("brief.html",)
    assert folder.kept() == {}
    folder.complete(files(brief_html=b"page"))
    assert folder.kept() == {"brief.html": b"page"}


@pytest.mark.parametrize(
    "damage", [b"", b"{}", b"[]", b'{"outputs": []}', b'{"outputs": {"brief.html": {}}}', b"\xff"]
)
def test_a_damaged_manifest_means_that_nothing_is_known(folder, damage):
    (folder.path / "manifest.json").write_bytes(damage)
    assert folder.missing(("brief.html",)) == ("brief.html",)


def test_a_file_that_the_manifest_does_not_tell_of_is_not_trusted(folder):
    (folder.path / "brief.pdf").write_bytes(b"left by a build that was killed")
    assert folder.missing(("brief.pdf",)) == ("brief.pdf",)


def test_latest_points_to_a_version(folder):
    folder.make_latest()
    assert tree(folder.home)["latest"] == "0123456789ab"


def test_what_the_system_refuses_is_told_in_words(tmp_path):
    with (
        pytest.raises(StoreError, match="the outputs cannot be written: No space left"),
        writing(tmp_path / "brief"),
    ):
        raise OSError(28, "No space left on device")
