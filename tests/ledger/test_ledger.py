"""The questions that can be put to a ledger about its rows."""

from tests.ledger.build import ledger, row


def test_all_rows_of_an_indicator_and_area_come_in_the_order_of_the_table():
    held = ledger(row("b", "1", period="2024"), row("other", "2", area="CHN"), row("a", "3", period="2023"))
    assert [one.id for one in held.told_of("investment", "USA")] == ["b", "a"]


def test_nothing_is_told_of_what_no_row_names():
    assert not ledger(row("a", "1")).told_of("patents", "USA")
