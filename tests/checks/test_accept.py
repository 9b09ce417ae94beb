"""Findings are accepted with a reason, in the brief's own file; what accepts nothing is found itself."""

import pytest

from aibrief_report.checks.run import check
from aibrief_report.errors import InputError
from tests.checks.briefs import found, material, row

TEXT = "China has the largest count, and 300 firms."


def entry(rule="AB102", where="the largest count", reason="It is about method."):
    return f"accept:\n  - rule: {rule}\n    where: {where}\n    reason: {reason}\n"


def open_codes(narrative: str, brief: str) -> list[str]:
    return [one.rule.code for one in check(material(narrative, brief)) if one.open]


def test_without_an_entry_both_findings_are_open():
    assert open_codes(TEXT, "") == ["AB101", "AB102"]


@pytest.mark.parametrize("where", ["the largest count", "[the largest count]", "China has  the largest"])
def test_words_of_the_sentence_accept_a_finding_of_that_rule_only(where):
    assert open_codes(TEXT, entry(where=where)) == ["AB101"]


def test_curly_quotes_of_the_print_are_matched_by_plain_ones():
    assert open_codes('The "biggest" is the largest.', entry(where="'The \"biggest\" is'")) == []


def test_the_id_of_a_row_accepts_what_is_found_of_it():
    brief = entry("AB108", "old", "A census.")
    rows = (row("old", 3, period="2016"),)
    assert found("AB108", '{{ row("old") }}', rows=rows) != []
    assert found("AB108", '{{ row("old") }}', brief, rows) == []


def test_the_reason_is_kept():
    told = [one.reason for one in check(material(TEXT, entry())) if one.rule.code == "AB102"]
    assert told == ["It is about method."]


def test_an_entry_that_matches_nothing_is_a_finding():
    (message,) = found("AB901", "Text.", entry())
    assert message == "AB102 finds nothing where 'the largest count' is accepted"


def test_each_place_of_an_entry_has_to_match():
    brief = entry(where='["the largest", "the smallest"]')
    assert found("AB901", TEXT, brief) == ["AB102 finds nothing where 'the smallest' is accepted"]


def test_an_unknown_rule_is_a_finding():
    assert found("AB901", TEXT, entry("AB120")) == ["there is no rule 'AB120'"]


def test_rules_on_words_keep_still_in_other_languages():
    assert found("AB102", TEXT, "language: de\n") == []
    assert found("AB101", "Es sind 12,5 %.", "language: de\n") == ["“12,5 %” comes from no row"]


@pytest.mark.parametrize(
    "brief", ["accept:\n  - {rule: AB102, where: x}\n", entry(reason='""'), entry(where="[]")]
)
def test_an_entry_without_place_or_reason_is_refused(brief):
    with pytest.raises(InputError):
        material(TEXT, brief)
