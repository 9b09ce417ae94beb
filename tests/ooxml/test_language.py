"""Languages as Word names them."""

import pytest

from aibrief_report.ooxml.language import decimal_mark, primary, word_language


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
