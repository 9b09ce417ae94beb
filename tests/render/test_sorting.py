from __future__ import annotations

import pytest

from aibrief_report.model.blocks import Column, Row, Table
from aibrief_report.render.html.sorting import keys_of, printed_value
from tests.documents import n, t, torture
from tests.render.pages import pen


@pytest.mark.parametrize(
    ("words", "mark", "value"),
    [
        ("67.2", ".", "67.2"),
        ("more than 77,000", ".", "77000"),
        ("−4.5%", ".", "-4.5"),
        ("2–14.6", ".", "2"),
        ("about $2 billion to $14.6 billion", ".", "2"),
        ("12.345,6", ",", "12345.6"),
        ("1\u202f234,5", ",", "1234.5"),
        ("3.409", ",", "3409"),
        ("no value", ".", ""),
        ("–", ".", ""),
    ],
)
def test_what_is_printed_has_a_value(words, mark, value):
    assert printed_value(words, mark) == value


def keys(*cells, align="decimal"):
    """The keys of a column of cells."""
    rows = tuple(Row((t("a"), cell)) for cell in cells)
    node = Table((Column(t("A")), Column(t("B"), align=align)), rows, t("T"), "tbl-a")
    return [keys_of(node, pen(torture())).of(1, cell) for cell in cells]


def test_values_of_one_unit_are_raw():
    assert keys((n("gap-2023", "8.7 times", 1),), (n("gap-2024", "11.7 times", 2),)) == ["8.66", "11.73"]


def test_values_of_several_units_are_as_printed():
    assert keys((n("q12", "$67.2 billion", 1),), (n("q30", "38,210", 2),)) == ["67.2", "38210"]


def test_a_missing_value_is_nothing():
    assert keys((n("q12", "$67.2 billion", 1),), t("–"), ()) == ["67.2", "", ""]


def test_an_event_is_its_date():
    assert keys((n("e5", "30 October 2023", 1),), align="left") == ["2023-10-30"]


def test_a_column_of_text_is_sorted_by_its_words():
    assert keys(t("b"), t("a"), align="left") == [None, None]
