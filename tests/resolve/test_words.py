from __future__ import annotations

import re

import pytest

from aibrief_report.resolve.words import LANGUAGES, words_for


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_words(language):
    assert set(words_for(language)) == set(words_for("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_there_and_names_the_same_parts(language):
    for key, english in words_for("en").items():
        word = words_for(language)[key]
        assert word.strip(), key
        assert set(re.findall(r"{\w+}", word)) == set(re.findall(r"{\w+}", english)), key


@pytest.mark.parametrize(
    ("tag", "figure"),
    [
        ("en-GB", "Figure"),
        ("fr-CA", "Figure"),
        ("de", "Abbildung"),
        ("de_AT", "Abbildung"),
        ("ZH-hans-CN", "图"),
        ("sw", "Figure"),
    ],
)
def test_a_language_is_known_by_its_primary_subtag(tag, figure):
    assert words_for(tag)["figure"] == figure


def test_a_language_without_words_is_told_in_english():
    assert words_for("sw") == words_for("en")


def test_words_cannot_be_changed():
    with pytest.raises(TypeError):
        words_for("en")["figure"] = "Fig."
