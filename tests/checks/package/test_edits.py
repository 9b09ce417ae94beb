"""What an editor did to a sentence: as printed, as it reads now, and what is told of it."""

import pytest

from aibrief_report.checks.package.edits import Edit
from aibrief_report.checks.package.rules.ab644_text_that_was_changed import RULE
from tests.checks.package.plants import NEW, TEXT
from tests.checks.package.sound import DOCUMENT, added, before, found_in, planted, wording

WAS = "They counted $67.2 billion in 2023."


@pytest.mark.parametrize(
    ("now", "typed"),
    [
        ("They counted about $67.2 billion in 2023.", ()),
        ("They counted $67.2 billion in 2024.", ()),
        ("They counted $68.2 billion in 2023.", ("$68.2 billion",)),
        ("They counted $67.2 billion, a share of 12.5%, in 2023.", ("12.5%",)),
    ],
)
def test_numbers_that_were_typed_are_told_from_those_that_were_printed(now, typed):
    assert Edit("word/document.xml", WAS, now, None, ("$67.2 billion",)).typed(english=True) == typed


def told(code: str, *changes) -> list[str]:
    return [one.finding.message for one in found_in(planted(*changes)) if one.rule.code == code]


def test_a_number_changed_in_its_control_is_told_as_that_and_not_as_its_sentence():
    change = wording(DOCUMENT, "//w:sdt//w:t", "$67.9 billion")
    assert [len(told(code, change)) for code in ("AB643", "AB644", "AB646")] == [1, 0, 0]


def test_a_new_sentence_is_told_with_the_line_of_its_passage():
    run = "<w:r><w:t>. They said so. Nobody knows.</w:t></w:r>"
    assert told(RULE.code, added(DOCUMENT, TEXT, run))[1:] == [
        "templates/torture/narrative.md:10: a sentence was added",
        "templates/torture/narrative.md:10: a sentence was added",
    ]


def test_a_new_paragraph_is_told_with_the_place_of_what_stands_before_it():
    behind_the_figure = "//w:p[.//w:t='Below it']"
    assert told("AB645", before(DOCUMENT, behind_the_figure, NEW)) == [
        "a paragraph was added behind what comes from templates/torture/brief.yaml:7"
    ]
