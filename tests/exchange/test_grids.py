"""Tables come back from spreadsheets with the place of every cell."""

from datetime import date, datetime, time

import pytest

from aibrief_report.errors import BriefError
from aibrief_report.ledger.exchange.grids import read_grids
from tests.exchange.sheets import edited, foreign, opened, saved


def texts(data: bytes, head: int = 1) -> list[tuple[str, ...]]:
    (grid,) = read_grids(data, "f", head)
    return [grid.columns, *(row.texts for row in grid.rows)]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  word ", "word"),
        (67, "67"),
        (67.2, "67.2"),
        (0.1 + 0.2, "0.3"),
        (1e20, "100000000000000000000"),
        (-0.00001, "-0.00001"),
        (True, "true"),
        (date(2023, 7, 31), "2023-07-31"),
        (datetime.fromisoformat("2023-07-31"), "2023-07-31"),
        ("two\r\nlines", "two\nlines"),
        (None, ""),
    ],
)
def test_a_value_becomes_the_text_that_a_person_typed(value, text):
    assert texts(foreign(("a", "b"), (value, "x")))[1] == (text, "x")


def test_a_month_that_the_spreadsheet_took_for_a_day_stays_a_month():
    book = opened(foreign(("a",), (date(2023, 10, 1),)))
    book["Data"]["A2"].number_format = "mmm-yy"
    assert texts(saved(book))[1] == ("2023-10",)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("=A1", "a formula: =A1"),
        ("#N/A", "an error: #N/A"),
        (time(12, 30), "a time of day"),
        (datetime.fromisoformat("2023-07-31T12:00"), "a time of day"),
        ("\ue000", "private-use character"),
    ],
)
def test_what_is_no_plain_value_is_an_error_at_its_cell(value, message):
    with pytest.raises(BriefError, match=message) as caught:
        texts(foreign(("a", "b"), ("x", value)))
    assert str(caught.value.faults[0].place) == "f:Data!B2"


def test_a_csv_file_is_read_with_its_habits():
    data = '\ufeffa;b\r\nx;"1;2"\r\n\r\ny;3\r\n'.encode()
    (grid,) = read_grids(data, "f.csv")
    assert [(row.line, row.texts) for row in grid.rows] == [(2, ("x", "1;2")), (4, ("y", "3"))]
    assert str(grid.place(4, 1)) == "f.csv:4:2"


def test_the_head_may_stand_lower():
    assert texts(b"A table of figures\n\na,b\n1,2\n", 3) == [("a", "b"), ("1", "2")]
    assert texts(foreign(("A table",), (), ("a", "b"), (1, 2)), 3) == [("a", "b"), ("1", "2")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a,,b\n1,2,3\n", "the column has no name"),
        (b"a,a\n1,2\n", "the column 'a' stands twice"),
        (b"a\n1,2\n", "the cell stands beyond the last column"),
        (b'a\n"1\n', "this is not CSV"),
        (b"a\n\xff\n", "not UTF-8 text"),
        (b"PK\x03\x04 nothing", "the package is damaged"),
    ],
)
def test_a_broken_table_is_an_error(data, message):
    with pytest.raises(BriefError, match=message):
        texts(data)


def test_a_row_without_its_last_cells_is_filled_up():
    assert texts(b"a,b,c\n1\n") == [("a", "b", "c"), ("1", "", "")]


def test_every_sheet_is_read():
    data = edited(foreign(("a",), ("x",)), "Data", A3="y")
    assert texts(data) == [("a",), ("x",), ("y",)]
