"""The pack has every printed number, with its sentence, its rows and their places."""

import pytest
from msgspec.structs import replace

from aibrief_report.review.pack import Item, make_pack
from tests.trace.brief import ROWS, addressed, changed_rows, document, n, number


def items() -> list[Item]:
    return list(make_pack(document(), "bicycles").items)


def item(where: str, printed: str) -> Item:
    return next(one for one in items() if (one.where, one.printed) == (where, printed))


def test_every_number_is_there_once_for_each_place():
    assert [(one.where, one.printed) for one in items()] == [
        ("Key findings", "about 5.2\u00a0million"),
        ("Key figures", "1.3"),
        ("Both districts ride more", "4.1\u00a0million"),
        ("Both districts ride more", "about 5.2\u00a0million"),
        ("Both districts ride more", "1.3"),
        ("Both districts ride more", "$10.0\u00a0million"),
        ("Figure 1", "5.2"),
        ("Figure 1", "2.9"),
        ("Table 1", "5.2"),
    ]


def test_ids_are_unique_also_where_a_sentence_stands_twice():
    twice = replace(document(), blocks=(*document().blocks, document().blocks[3]))
    ids = [one.id for one in make_pack(twice, "bicycles").items]
    assert len(set(ids)) == len(ids) == 13


def test_a_number_tells_row_value_source_and_place():
    (row,) = item("Both districts ride more", "4.1\u00a0million").rows
    assert (row.id, row.value, row.source, row.locator) == (
        "trips-north-2023",
        "4.1 trips million",
        "Office of Examples 2025",
        "table 2",
    )


@pytest.mark.parametrize(
    ("entry", "address"),
    [
        ({"url": "https://example.org/a"}, "https://example.org/a"),
        ({"DOI": "10.1000/1"}, "https://doi.org/10.1000/1"),
        ({"url": "file:///etc/hosts"}, ""),
        ({"url": "JavaScript:alert(1)"}, ""),
        ({}, ""),
    ],
)
def test_a_row_has_the_address_of_its_source_where_that_can_be_opened(entry, address):
    made = make_pack(addressed(**entry), "bicycles").items[0]
    assert [row.address for row in made.rows] == [address]


def test_a_computed_number_has_all_its_rows():
    found = item("Key figures", "1.3")
    assert found.formula == "trips-north-2024 ÷ trips-north-2023"
    assert list(found.digests) == ["trips-north-2024", "trips-north-2023"]


def test_a_mark_has_the_row_behind_it():
    assert list(item("Figure 1", "2.9").digests) == ["trips-south-2024"]


def test_a_number_that_no_sentence_prints_is_there_too():
    hidden = replace(number("trips-south-2024", "2.9 million", "2.9", "trips million"), id="hidden")
    more = replace(document(), numbers={**document().numbers, "hidden": hidden})
    (last,) = [one for one in make_pack(more, "bicycles").items if one.number == "hidden"]
    assert (last.where, last.start) == ("alternative text or description", None)


def test_the_id_outlives_a_change_of_data():
    before, after = items()[2], make_pack(changed_rows(",4.1,", ",4.2,"), "bicycles").items[2]
    assert before.id == after.id
    assert before.digests != after.digests


def test_the_id_goes_with_the_expression():
    blocks = list(document().blocks)
    blocks[3] = replace(blocks[3], inlines=(n("trips-north-2023", 3, 'row("trips-north-2023")'),))
    changed = make_pack(replace(document(), blocks=tuple(blocks)), "bicycles").items[2]
    assert changed.number == "trips-north-2023"
    assert changed.id != items()[2].id


def test_moving_rows_changes_nothing():
    head, *rows = ROWS.splitlines(keepends=True)
    moved = replace(document().attachments[0], data="".join([head, *reversed(rows)]))
    assert make_pack(replace(document(), attachments=(moved,)), "bicycles").items == tuple(items())
