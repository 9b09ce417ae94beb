"""Reading tables: what Excel and people write, and what is told of what they get wrong."""

import pytest

from aibrief_report.errors import Faults, LedgerError
from aibrief_report.ledger.tables import RowReader, read_table

COLUMNS = ("id", "value", "note")


def told(text: str) -> str:
    with pytest.raises(LedgerError) as error:
        read_table(text, "t.csv", COLUMNS)
    return str(error.value)


@pytest.mark.parametrize(
    "text",
    [
        "id,value,note\na,1,x\n",
        "id;value;note\na;1;x",
        "id\tvalue\tnote\na\t1\tx\n\n\n",
        "note,id,value\nx,a,1\n",
        'id,value,note\n"a","1","x"\n',
        " id , value ,note\n a , 1 ,x \n",
    ],
)
def test_one_table_in_many_spellings(text):
    (found,) = read_table(text, "t.csv", COLUMNS).rows
    assert found == (2, {"id": "a", "value": "1", "note": "x"})


def test_a_row_is_named_by_the_line_on_which_it_begins():
    table = read_table('id,value,note\na,1,"two\nlines"\n\nb,2,y\n', "t.csv", COLUMNS)
    assert [(line, cells["note"]) for line, cells in table.rows] == [(2, "two\nlines"), (5, "y")]


def test_signs_that_end_lines_elsewhere_end_none_here():
    table = read_table("id,value,note\na,1,x\u2028y\u2029z\n", "t.csv", COLUMNS)
    assert table.rows == ((2, {"id": "a", "value": "1", "note": "x\u2028y\u2029z"}),)


def test_a_misspelt_column_is_told_once():
    assert told("id,valeu,note\na,1,x\n") == (
        "t.csv:1:2: the column 'valeu' is not known\n  hint: did you mean value?"
    )


def test_all_ragged_rows_are_told():
    assert told("id,value,note\na,1\nb,1,x,y\n").count("the header 3") == 2


def test_a_quotation_mark_that_is_never_closed_is_told_where_it_begins():
    assert told('id,value,note\na,1,x\nb,1,"never\nclosed\n').startswith(
        "t.csv:3: this is not CSV: unexpected end of data"
    )


@pytest.mark.parametrize("text", ["", "\n\n", "  \n"])
def test_an_empty_file_is_told_what_it_begins_with(text):
    assert "its first row names the columns: id, value, note" in told(text)


def reader(value: str) -> RowReader:
    table = read_table(f"id,value,note\na,{value},x\n", "t.csv", COLUMNS)
    return RowReader(table, *table.rows[0], Faults(LedgerError))


@pytest.mark.parametrize("value", ["0", "67.2", "67.20", "-5", "0.07", "2000"])
def test_a_number_keeps_its_digits(value):
    assert str(reader(value).number("value")) == value


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ('"14,6"', "write 14.6; the decimal mark in data files is a point"),
        ('"1,328"', "write 1328; thousands are not grouped in data files"),
        ('"1,328,000"', "write 1328000; thousands"),
        ('"1,328.5"', "write 1328.5; thousands"),
        ('"1.328,5"', "write 1328.5; the decimal mark"),
        ("1 328", "write 1328; data files have neither spaces"),
        ("\u22125", "write -5; data files have neither"),
        ("1\u202f328", "write 1328; data files have neither"),
        ("about 5", "write digits, a point, digits"),
        ("$5", "write digits"),
        ("5%", "write digits"),
        ("1e5", "write digits"),
        ("NaN", "write digits"),
        ("Infinity", "write digits"),
        ("1_000", "write digits"),
        ("+5", "write digits"),
        (".5", "write digits"),
        ("5.", "write digits"),
        ("0x10", "write digits"),
        ("١٢", "write digits"),
    ],
)
def test_what_is_no_number_is_told_how_to_write_it(value, hint):
    row = reader(value)
    assert row.number("value") is None
    (fault,) = row.faults.found
    assert str(fault.place) == "t.csv:2:2"
    assert "is not a number" in fault.message
    assert fault.hint.startswith(hint)
