"""What a person asks about is found: a brief, a version, a folder, a file wherever it lies."""

import pytest
from msgspec.structs import replace

from aibrief_report.errors import BriefError, InputError, StoreError
from aibrief_report.versions.shelf import Kept, Shelf
from aibrief_report.versions.subject import find_subject
from tests.trace.brief import VERSION, document, shelve

OLDER = "ba9876543210"
PAGE = f'<meta name="version" content="{VERSION}">'


@pytest.fixture
def shelf(tmp_path):
    shelve(tmp_path / "out", "bicycles", replace(document(), version=OLDER), latest=False)
    shelve(tmp_path / "out", "bicycles", document())
    return Shelf(tmp_path / "out")


def test_the_latest_version_comes_first(shelf):
    assert shelf.versions("bicycles") == (Kept("bicycles", VERSION, True), Kept("bicycles", OLDER))


def test_folders_without_a_document_are_no_versions(shelf):
    (shelf.out / "bicycles" / "aaaaaaaaaaaa").mkdir()
    (shelf.out / "bicycles" / ".half.part").mkdir()
    (shelf.out / "bicycles" / "notes").mkdir()
    assert [one.version for one in shelf.all()] == [VERSION, OLDER]


def test_without_an_out_folder_there_is_nothing(tmp_path):
    assert list(Shelf(tmp_path / "out").all()) == []


@pytest.mark.parametrize("name", ["bicycles", VERSION, f"bicycles/{VERSION}"])
def test_names_are_found(shelf, name):
    assert find_subject(shelf, name).kept.version == VERSION


def test_a_brief_without_a_whole_version_must_be_told_apart(shelf):
    (shelf.out / "bicycles" / "latest").unlink()
    with pytest.raises(InputError, match="none of the 2 versions of bicycles is the latest"):
        find_subject(shelf, "bicycles")
    assert find_subject(shelf, VERSION).kept.version == VERSION


def test_an_older_version_is_found_by_its_name(shelf):
    assert find_subject(shelf, OLDER).kept == Kept("bicycles", OLDER)


def test_a_version_folder_and_its_document_are_found(shelf):
    folder = shelf.out / "bicycles" / VERSION
    for path in (folder, folder / "document.json", shelf.out / "bicycles"):
        assert find_subject(shelf, str(path)).kept.version == VERSION


def test_a_file_copied_elsewhere_finds_its_version(shelf, tmp_path):
    copy = tmp_path / "downloads.html"
    copy.write_text(PAGE.replace(VERSION, OLDER))
    assert find_subject(shelf, str(copy)).kept.version == OLDER


def test_a_version_folder_copied_whole_needs_no_project(shelf, tmp_path):
    found = replace(document(), version="cccccccccccc")
    folder = shelve(tmp_path / "elsewhere", "bicycles", found)
    (folder / "brief.html").write_text(PAGE.replace(VERSION, "cccccccccccc"))
    assert find_subject(Shelf(tmp_path / "out"), str(folder / "brief.html")).document == found


def test_a_file_of_an_unknown_version_says_which(shelf, tmp_path):
    copy = tmp_path / "brief.html"
    copy.write_text(PAGE.replace(VERSION, "dddddddddddd"))
    with pytest.raises(InputError, match="of version dddddddddddd, which is not here"):
        find_subject(shelf, str(copy))


def test_a_file_of_no_version_says_so(shelf, tmp_path):
    copy = tmp_path / "letter.txt"
    copy.write_text("hello")
    with pytest.raises(InputError, match="does not say which version it is"):
        find_subject(shelf, str(copy))


def test_a_misspelt_brief_gets_the_nearest(shelf):
    with pytest.raises(InputError) as caught:
        find_subject(shelf, "bicyles")
    assert caught.value.faults[0].hint == "did you mean bicycles?"


def test_a_damaged_document_is_named(shelf):
    (shelf.out / "bicycles" / OLDER / "document.json").write_text('{"format": 1, "document": "counts')
    with pytest.raises(StoreError) as caught:
        find_subject(shelf, OLDER)
    assert str(caught.value.faults[0].place) == f"out/bicycles/{OLDER}/document.json"


def test_damage_to_one_version_is_collected_while_others_are_told(shelf):
    (shelf.out / "bicycles" / OLDER / "document.json").write_text('{"format": 1, "document": "counts')
    assert [kept.version for kept, _ in shelf.holding("counts")] == [VERSION]
    with pytest.raises(BriefError, match=r"document.json"):
        shelf.faults.check()


def test_the_beginning_of_a_version_is_enough(shelf):
    assert find_subject(shelf, OLDER[:4]).kept.version == OLDER
    assert find_subject(shelf, f"bicycles/{OLDER[:6]}").kept.version == OLDER
    with pytest.raises(InputError, match="no file, version or built brief"):
        find_subject(shelf, OLDER[:3])


def test_a_beginning_that_several_versions_have_is_told(shelf):
    shelve(shelf.out, "bicycles", replace(document(), version=f"{OLDER[:11]}f"))
    with pytest.raises(InputError, match=f"2 versions begin with {OLDER[:4]}"):
        find_subject(shelf, OLDER[:4])
