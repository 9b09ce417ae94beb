"""Patterns of hyphenation: kept, and the same as Pyphen reads them."""

import pyphen
import pytest

from aibrief_report.render.pdf.hyphens import load_patterns
from aibrief_report.store.cache import Cache

WORDS = ("international", "manufacturing", "hyphenation", "goril·les", "développement")


@pytest.fixture(autouse=True)
def _unread(monkeypatch):
    monkeypatch.setattr(pyphen, "hdcache", {})


def parted(language):
    return [pyphen.Pyphen(lang=language).inserted(word) for word in WORDS]


def reader(monkeypatch):
    """The files that Pyphen reads from now on."""
    read = []
    once = pyphen.HyphDict.__init__
    monkeypatch.setattr(pyphen.HyphDict, "__init__", lambda self, path: read.append(path) or once(self, path))
    return read


@pytest.mark.parametrize("language", ["en-GB", "fr"])
def test_kept_patterns_part_words_as_those_of_the_file(language, tmp_path, monkeypatch):
    wanted = parted(language)
    pyphen.hdcache.clear()
    load_patterns(language, Cache(tmp_path))
    pyphen.hdcache.clear()
    read = reader(monkeypatch)
    load_patterns(language, Cache(tmp_path))
    assert parted(language) == wanted
    assert read == []


def test_patterns_that_change_letters_are_read_each_time(tmp_path, monkeypatch):
    read = reader(monkeypatch)
    for _ in range(2):
        pyphen.hdcache.clear()
        load_patterns("ca", Cache(tmp_path))
    assert len(read) == 2


def test_a_language_without_patterns_has_none(tmp_path):
    load_patterns("zh", Cache(tmp_path))
    assert pyphen.hdcache == {}
