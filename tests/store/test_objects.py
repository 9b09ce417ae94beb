"""Bytes under their own hash: kept once, found again, and never used where they are damaged."""

import pytest

from aibrief_report.digest import sha256
from aibrief_report.errors import StoreError
from aibrief_report.store.objects import Objects

ROWS = b"id,value\n"


@pytest.fixture
def objects(tmp_path):
    objects = Objects(tmp_path / "out" / ".objects")
    objects.put([ROWS, b"", ROWS])
    return objects


def test_what_was_put_is_there_once(objects):
    assert objects.get(sha256(ROWS)) == ROWS
    assert list(objects.names()) == sorted([sha256(ROWS), sha256(b"")])


def test_putting_it_again_writes_nothing(objects):
    before = objects.place(sha256(ROWS)).stat()
    objects.put([ROWS])
    after = objects.place(sha256(ROWS)).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_what_was_never_put_is_told_with_its_place(objects):
    with pytest.raises(StoreError, match=r"out/\.objects/ab/c+: the object is not here"):
        objects.get("ab" + "c" * 62)


@pytest.mark.parametrize("damage", [b"", b"id,value\r", b"id,value\n1,2\n"])
def test_a_damaged_object_is_refused_until_it_is_put_again(objects, damage):
    objects.place(sha256(ROWS)).write_bytes(damage)
    with pytest.raises(StoreError, match="the object is damaged"):
        objects.get(sha256(ROWS))
    objects.put([ROWS])
    assert objects.get(sha256(ROWS)) == ROWS


def test_what_is_being_written_is_no_object(objects):
    (objects.folder / "ab").mkdir()
    (objects.folder / "ab" / ".x.part").touch()
    (objects.folder / "notes").mkdir()
    assert len(list(objects.names())) == 2


def test_a_store_that_is_not_there_holds_nothing(tmp_path):
    assert list(Objects(tmp_path / "none").names()) == []
    assert not Objects(tmp_path / "none").holds("ab" + "c" * 62)


def test_a_note_names_an_object_and_stays_while_that_is_sound(objects):
    name, told, other = "ab" * 32, sha256(ROWS), sha256(b"")
    assert objects.noted(name) is None
    objects.note(name, told)
    objects.note(name, other)
    assert (objects.noted(name), list(objects.notes())) == (told, [name])
    objects.place(told).write_bytes(b"damaged")
    assert objects.noted(name) is None
    objects.note(name, other)
    assert objects.noted(name) == other
