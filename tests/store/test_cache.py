import pytest

from aibrief_report.store.cache import Cache


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache")


def entry(cache):
    (path,) = (path for path in cache.folder.rglob("*") if path.is_file())
    return path


def test_what_was_put_comes_back_for_equal_ingredients_only(cache):
    cache.put({"a": 1, "b": 2}, b"result")
    assert cache.get({"b": 2, "a": 1}) == b"result"
    assert cache.get({"a": 1, "b": 3}) is None


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 40, None])
def test_a_damaged_entry_counts_as_none_and_is_made_anew(cache, damage):
    cache.put("key", b"result")
    path = entry(cache)
    held = path.read_bytes()
    path.write_bytes(held[:-1] + b"X" if damage is None else damage)
    assert cache.get("key") is None
    cache.put("key", b"result")
    assert path.read_bytes() == held


def test_without_a_folder_every_look_up_misses():
    cache = Cache(None)
    cache.put("key", b"result")
    assert cache.get("key") is None


def test_a_cache_that_cannot_be_written_is_no_fault(tmp_path):
    (tmp_path / "cache").write_text("a file is in the way")
    cache = Cache(tmp_path / "cache")
    cache.put("key", b"result")
    assert cache.get("key") is None
