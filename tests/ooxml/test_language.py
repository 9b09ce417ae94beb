"""Languages as Word names them."""

import pytest

from aibrief_report.ooxml.language import (
    decimal_mark,
    is_right_to_left,
    parts_by_direction,
    primary,
    word_language,
)


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en-GB", "en-GB"),
        ("en", "en-US"),
        ("de", "de-DE"),
        ("zh-Hant-HK", "zh-HK"),
        ("zh-Hans", "zh-CN"),
        ("eo", "eo"),
    ],
)
def test_word_wants_a_language_with_its_region(tag, name):
    assert word_language(tag) == name


@pytest.mark.parametrize(
    ("tag", "mark"), [("en-GB", "."), ("fr", ","), ("de-CH", ","), ("zh", "."), ("eo", ".")]
)
def test_numbers_align_on_the_decimal_mark_of_their_language(tag, mark):
    assert decimal_mark(tag) == mark


def test_the_primary_language_has_neither_script_nor_region():
    assert primary("zh-Hant-TW") == "zh"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("only Latin", [("only Latin", False)]),
        ("a ملف b", [("a ", False), ("ملف", True), (" b", False)]),
        ("ملف 12, ملف.", [("ملف 12, ملف", True), (".", False)]),
        ("", []),
    ],
)
def test_words_are_parted_by_the_direction_in_which_they_are_written(text, parts):
    assert parts_by_direction(text) == parts


@pytest.mark.parametrize(
    ("text", "turned"), [("ملف 12.", True), ("ملف a", False), ("12", False), ("", False)]
)
def test_a_text_is_written_from_right_to_left_where_all_its_letters_are(text, turned):
    assert is_right_to_left(text) is turned
