"""A check counts as long as sentence, expression and rows are the same; then it lapses, and says why."""

import pytest
from msgspec.structs import replace

from aibrief_report.review.checks import Check, Standing, combined, standing
from aibrief_report.review.pack import Item, Pack, RowBehind

ROW = RowBehind("r1", "4.1 trips million", "Office 2025", "table 2", "aaa")


def item(key: str, **more: object) -> Item:
    told = {
        "where": "Section",
        "place": "n.md:3",
        "sentence": "It was 4.1.",
        "source": "It was {{ x }}.",
        "printed": "4.1",
        "start": 7,
        "number": "r1",
        "expression": "x",
        "formula": "",
        "rows": (ROW,),
    }
    return Item(id=key, **{**told, **more})  # type: ignore[arg-type]  # keywords of any kind


def check(key: str, **more: object) -> Check:
    told = {
        "where": "Section",
        "sentence": "It was {{ x }}.",
        "number": "r1",
        "expression": "x",
        "printed": "4.1",
        "rows": {"r1": "aaa"},
        "verdict": "correct",
        "checker": "Ann",
        "date": "2026-01-20",
    }
    return Check(id=key, **{**told, **more})  # type: ignore[arg-type]  # keywords of any kind


def state(items: list[Item], checks: list[Check]) -> Standing:
    return standing(Pack("b", "B", "", tuple(items)), checks)


def test_a_check_on_the_same_counts():
    found = state([item("a"), item("b")], [check("a")])
    assert (list(found.valid), [one.id for one in found.open], found.complete) == (["a"], ["b"], False)
    assert found.summary == "1 of 2 checked, 0 lapsed"


def test_all_correct_is_complete():
    assert state([item("a")], [check("a")]).complete


@pytest.mark.parametrize("verdict", ["wrong", "unclear"])
def test_an_objection_is_no_completion(verdict):
    found = state([item("a")], [check("a", verdict=verdict)])
    assert not found.complete
    assert found.summary == "1 of 1 checked, 0 lapsed, 1 wrong or unclear"


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ((replace(ROW, digest="bbb"),), "row r1 changed"),
        ((ROW, replace(ROW, id="r2")), "row r2 is new behind it"),
        ((replace(ROW, id="r2"),), "row r2 is new behind it; row r1 is no longer behind it"),
    ],
)
def test_a_changed_row_lapses_the_check(rows, reason):
    found = state([item("a", rows=rows)], [check("a")])
    assert [one.reason for one in found.lapsed] == [reason]
    assert found.reason(found.pack.items[0]) == reason
    assert found.summary == "0 of 1 checked, 1 lapsed"


def test_a_changed_sentence_lapses_the_check_and_names_what_became_of_it():
    found = state([item("new", source="It was only {{ x }}.")], [check("old")])
    assert [(one.reason, one.item.id if one.item else None) for one in found.lapsed] == [
        ("the sentence changed", "new")
    ]


def test_a_changed_expression_is_no_longer_the_same_number():
    found = state([item("new", expression="y")], [check("old")])
    assert [(one.reason, one.item) for one in found.lapsed] == [("it is no longer printed", None)]


def test_another_number_behind_the_same_expression_lapses():
    assert state([item("a", number="r9")], [check("a")]).lapsed[0].reason == "it is now the number r9"


def test_of_two_changed_sentences_each_check_finds_its_own():
    items = [item("new1", where="One"), item("new2", where="Two")]
    found = state(items, [check("old2", where="Two"), check("old1", where="One")])
    assert {one.check.id: one.item.id for one in found.lapsed if one.item} == {"old1": "new1", "old2": "new2"}


def test_new_checks_are_taken_in_in_the_order_of_the_pack():
    before = state([item("a"), item("b")], [check("b")])
    assert [one.id for one in combined(before, [check("a")])] == ["a", "b"]


@pytest.mark.parametrize(
    ("date", "checker"), [("2026-01-19", "Ann"), ("2026-01-20", "Bo"), ("2026-01-21", "Bo")]
)
def test_the_later_of_two_checks_counts(date, checker):
    before = state([item("a")], [check("a")])
    assert [one.checker for one in combined(before, [check("a", date=date, checker="Bo")])] == [checker]


def test_a_check_on_rows_as_they_were_does_not_undo_one_that_counts():
    before = state([item("a")], [check("a")])
    stale = check("a", rows={"r1": "old"}, checker="Bo", date="2026-02-01")
    assert [one.checker for one in combined(before, [stale])] == ["Ann"]


def test_a_check_that_lapsed_goes_once_its_number_is_checked_anew():
    before = state([item("new", source="It was only {{ x }}.")], [check("old")])
    assert [one.id for one in combined(before, [check("new")])] == ["new"]
    assert [one.id for one in combined(before, [])] == ["old"]


def test_a_check_on_what_is_no_longer_printed_stays():
    before = state([item("a")], [check("a"), check("gone", expression="z")])
    assert [one.id for one in combined(before, [])] == ["a", "gone"]
