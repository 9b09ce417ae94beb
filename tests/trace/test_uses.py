"""What rests on a row or source is found, whichever way it does."""

import pytest
from msgspec.structs import replace

from aibrief_report.trace.across import lines, used_json, versions_using
from aibrief_report.trace.uses import CONDITION, UNSEEN, uses
from aibrief_report.versions.shelf import Shelf
from tests.trace.brief import VERSION, document, number, shelve


def found(key: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(one.sentence.where, one.how, one.printed) for one in uses(document(), key)]


def test_a_row_is_found_in_text_cells_marks_claims_and_computed_numbers():
    five = "about 5.2\u00a0million"
    assert found("trips-north-2024") == [
        ("Key findings", ("number",), (five,)),
        ("Key figures", ("number",), ("1.3",)),
        ("Both districts ride more", ("number", "claim"), (five, "1.3")),
        ("Figure 1", ("number",), ("5.2",)),
        ("Table 1", ("number",), ("5.2",)),
    ]


def test_a_rival_is_told_as_one():
    assert found("lanes-by-press") == [("Both districts ride more", ("rival",), ("$10.0\u00a0million",))]


def test_a_row_that_only_a_chart_and_a_condition_use_is_found():
    assert found("trips-south-2024") == [("Figure 1", ("mark",), ("2.9",)), (CONDITION, ("condition",), ())]


def test_a_source_is_found_through_its_rows_and_citations():
    hows = {how for _, hows, _ in found("counts") for how in hows}
    assert hows == {"number", "citation", "claim", "mark", "condition"}


def test_a_source_is_found_as_origin_of_a_rival():
    assert ("Both districts ride more", ("number",), ("$10.0\u00a0million",)) in found("budget")
    assert [one.rows for one in uses(document(), "press")] == [("lanes-by-press",)]


def test_a_number_that_no_sentence_prints_is_found_too():
    hidden = number("trips-south-2024", "2.9 million", "2.9", "trips million")
    more = replace(document(), numbers={**document().numbers, "hidden": replace(hidden, id="hidden")})
    assert UNSEEN in [one.sentence.where for one in uses(more, "trips-south-2024")]


@pytest.mark.parametrize("key", ["nothing", ""])
def test_what_is_not_used_is_not_found(key):
    assert found(key) == []


def test_versions_are_searched_and_told(tmp_path):
    shelve(tmp_path / "out", "bicycles", document())
    without = replace(document(), version="ba9876543210", blocks=(), numbers={}, claims={}, dependencies=())
    shelve(tmp_path / "out", "bicycles", without, latest=False)
    shelf = Shelf(tmp_path / "out")
    told = list(lines(versions_using(shelf, "lanes-by-city")))
    assert told == [
        f"bicycles {VERSION} (latest)",
        "  “Both districts ride more”: “The city spent $10.0 million.” [$10.0 million] "
        "templates/bicycles/narrative.md:11",
    ]
    (version,) = used_json(versions_using(shelf, "lanes-by-city"))
    assert (version["version"], version["uses"][0]["rows"]) == (VERSION, ["lanes-by-city"])
