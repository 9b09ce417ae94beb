"""Writing: a reader sees the old or the new, never a part, whatever fails in between."""

import os
import threading

import pytest

from aibrief_report.store.atomic import point, write_bytes, write_changed, write_folder
from aibrief_report.store.locks import locked
from tests.projects import tree


class DiskFullError(OSError):
    pass


@pytest.fixture
def full_disk(monkeypatch):
    def fail(*_):
        raise DiskFullError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)


def test_a_file_is_written_whole_with_its_folders(tmp_path):
    write_bytes(tmp_path / "a" / "b.txt", b"new")
    assert tree(tmp_path) == {"a/b.txt": b"new"}
    assert oct((tmp_path / "a" / "b.txt").stat().st_mode)[-3:] == "644"


def test_a_file_that_holds_these_bytes_is_left_alone(tmp_path, full_disk):
    (tmp_path / "a.txt").write_bytes(b"same")
    write_changed(tmp_path / "a.txt", b"same")
    with pytest.raises(DiskFullError):
        write_changed(tmp_path / "a.txt", b"other")
    assert tree(tmp_path) == {"a.txt": b"same"}


def test_a_failure_leaves_the_old_file_and_no_litter(tmp_path, full_disk):
    (tmp_path / "a.txt").write_bytes(b"old")
    with pytest.raises(DiskFullError):
        write_bytes(tmp_path / "a.txt", b"new")
    assert tree(tmp_path) == {"a.txt": b"old"}


def test_a_folder_appears_with_all_its_files(tmp_path):
    write_folder(tmp_path / "out" / "version", {"a": b"1", "b": b"2"})
    assert tree(tmp_path) == {"out/version/a": b"1", "out/version/b": b"2"}


def test_a_folder_does_not_appear_where_one_file_fails(tmp_path, monkeypatch):
    writes = []

    def fail_at_the_second(handle):
        writes.append(handle)
        if len(writes) == 2:
            raise DiskFullError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail_at_the_second)
    with pytest.raises(DiskFullError):
        write_folder(tmp_path / "version", {"a": b"1", "b": b"2"})
    assert tree(tmp_path) == {}
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_not_replaced(tmp_path):
    write_folder(tmp_path / "version", {"a": b"1"})
    with pytest.raises(OSError, match="not empty"):
        write_folder(tmp_path / "version", {"a": b"2"})
    assert tree(tmp_path) == {"version/a": b"1"}
    assert [path.name for path in tmp_path.iterdir()] == ["version"]


def test_a_link_moves_from_one_target_to_the_next(tmp_path):
    point(tmp_path / "latest", "one")
    point(tmp_path / "latest", "two")
    assert tree(tmp_path) == {"latest": "two"}


def test_a_second_builder_waits(tmp_path):
    told = []

    def second():
        with locked(tmp_path / "brief"):
            told.append("second")

    with locked(tmp_path / "brief"):
        thread = threading.Thread(target=second)
        thread.start()
        thread.join(0.1)
        told.append("first")
    thread.join(5)
    assert told == ["first", "second"]
