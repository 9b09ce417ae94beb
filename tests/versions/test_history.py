"""The order of versions: remembered as they are built, whatever the clock says; lost without harm."""

import pytest

from aibrief_report.versions.history import NAME, History, note_build, read_history


@pytest.fixture
def home(tmp_path):
    home = tmp_path / "brief"
    home.mkdir()
    for version in ("first", "second", "first", "third"):
        note_build(home, version)
    return home


def test_versions_stand_in_the_order_of_their_first_build(home):
    assert list(read_history(home).before) == ["first", "second", "third"]


def test_each_knows_what_was_built_before_it(home):
    assert read_history(home) == History({"first": "", "second": "first", "third": "first"}, "third")


def test_building_the_same_again_writes_nothing(home):
    before = (home / NAME).stat()
    note_build(home, "third")
    assert (home / NAME).stat().st_ino == before.st_ino


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"format": 1}', b'{"format": 9}', b"\xff"])
def test_a_damaged_history_is_an_empty_one_and_grows_again(home, damage):
    (home / NAME).write_bytes(damage)
    assert read_history(home) == History({})
    note_build(home, "fourth")
    assert list(read_history(home).before) == ["fourth"]
