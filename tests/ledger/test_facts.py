"""Facts: which rows agree, which are rivals, which supersede others, and who chose."""

import pytest

from aibrief_report.errors import LedgerError
from aibrief_report.ledger.facts import agree, fact, fact_of_row
from tests.ledger.build import ledger, row


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("67", {}), ("67.2", {}), True),
        (("67", {}), ("67.5", {}), False),
        (("67.2", {}), ("67.22", {}), True),
        (("67.2", {}), ("67.3", {}), False),
        (("67", {"qualifier": "over"}), ("67.9", {}), True),
        (("67", {"qualifier": "over"}), ("68.1", {}), False),
        (("29000", {"qualifier": "over", "unit": "models"}), ("29542", {"unit": "models"}), True),
        (("29000", {"unit": "models"}), ("29542", {"unit": "models"}), False),
        (("67.2", {}), ("67200", {"unit": "USD million"}), True),
        (("67.2", {}), ("67249", {"unit": "USD million"}), True),
        (("67.2", {}), ("67251", {"unit": "USD million"}), False),
        (("67.2", {}), ("67.2", {"unit": "EUR billion"}), False),
        (("0", {}), ("0.4", {}), True),
        (("-0.5", {}), ("-0.52", {}), True),
    ],
)
def test_rows_agree_when_equal_once_rounded_to_the_rougher(one, other, same):
    first, second = (row(name, value, **more) for name, (value, more) in (("a", one), ("b", other)))
    assert agree(first, second) is same
    assert agree(second, first) is same


def candidates(*rows, prefer=None):
    found = fact(ledger(*rows), rows, prefer or {})
    return [[one.id for one in candidate.rows] for candidate in found.candidates], found


def test_rows_that_agree_are_one_candidate_told_by_the_best_of_them():
    groups, found = candidates(
        row("press", "67", source="press", reading="copy"), row("report", "67.2", source="report")
    )
    assert groups == [["report", "press"]]
    assert found.chosen == 0


def test_rows_that_differ_are_rivals_and_nobody_chose():
    groups, found = candidates(row("a", "7.76"), row("b", "14.6", source="other"))
    assert groups == [["a"], ["b"]]
    assert found.chosen is None


def test_a_newer_edition_of_one_series_is_no_rival():
    sources = "- {id: r23, collection-title: AI Index}\n- {id: r24, collection-title: AI Index}"
    old, new = (
        row("old", "7.0", source="r23", edition="2023"),
        row("new", "7.8", source="r24", edition="2024"),
    )
    found = fact(ledger(old, new, sources=sources), (old, new), {})
    assert [one.row.id for one in found.candidates] == ["new"]
    assert [one.id for one in found.set_aside] == ["old"]


def test_editions_of_different_series_stay_rivals():
    groups, _ = candidates(
        row("old", "7.0", source="r23", edition="2023"), row("new", "7.8", source="r24", edition="2024")
    )
    assert groups == [["old"], ["new"]]


def test_a_deprecated_row_is_set_aside():
    groups, found = candidates(row("a", "7.0", rank="deprecated"), row("b", "7.8", source="other"))
    assert groups == [["b"]]
    assert [one.id for one in found.set_aside] == ["a"]


def test_what_the_tables_set_aside_is_not_printed_unasked():
    with pytest.raises(LedgerError, match="set aside all that is said") as caught:
        candidates(row("a", "7.0", rank="deprecated"))
    assert 'row("a")' in str(caught.value)


def test_the_preference_of_the_brief_goes_before_that_of_the_table():
    rows = row("a", "7.0", rank="preferred", note="the table's reason"), row("b", "7.8", source="other")
    assert candidates(*rows)[1].preferred.row.id == "a"
    assert candidates(*rows)[1].reason == "the table's reason"
    chosen = candidates(*rows, prefer={"b": "the brief's reason"})[1]
    assert (chosen.preferred.row.id, chosen.reason) == ("b", "the brief's reason")


def test_two_rivals_cannot_both_be_preferred():
    with pytest.raises(LedgerError, match=r"two rivals are both preferred: a = 7[.]0; b = 7[.]8"):
        candidates(row("a", "7.0", rank="preferred"), row("b", "7.8", source="other", rank="preferred"))


def test_a_row_taken_by_its_id_is_chosen_and_keeps_its_rivals():
    a, b = row("a", "7.0"), row("b", "7.8", source="other")
    found = fact_of_row(ledger(a, b), b)
    assert found.preferred.row.id == "b"
    assert {one.row.id for one in found.candidates} == {"a", "b"}


def test_a_row_set_aside_can_still_be_taken_by_its_id():
    a, b = row("a", "7.0", rank="deprecated"), row("b", "7.8", source="other")
    found = fact_of_row(ledger(a, b), a)
    assert found.preferred.row.id == "a"
    assert [one.id for one in found.set_aside] == ["b"]


def test_unlike_currencies_are_no_rivals():
    groups, _ = candidates(row("usd", "7.0"), row("cny", "50", unit="CNY billion", source="other"))
    assert groups == [["usd"]]
