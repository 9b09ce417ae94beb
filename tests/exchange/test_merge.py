"""Rows are taken into a table: what nobody changed keeps its bytes, its order and its place."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from aibrief_report.errors import Place
from aibrief_report.ledger.exchange.changes import Incoming, merge
from aibrief_report.ledger.exchange.csv_text import new_csv, read_csv

COLUMNS = ("id", "name", "note")
TABLE = b'id,name,note\na,Anna,"one, two"\n\nb,"Bert",\nc,Carl,"three\nfour"\n'


def incoming(*rows: dict[str, str]) -> list[Incoming]:
    return [Incoming(row, {name: Place("f", line) for name in row}) for line, row in enumerate(rows, 2)]


def as_is(data: bytes = TABLE) -> list[dict[str, str]]:
    return [dict(row.cells) for row in read_csv(data, "t.csv", COLUMNS).rows]


def merged(rows: list[dict[str, str]], data: bytes = TABLE, *, whole: bool = True) -> tuple[bytes, list[str]]:
    old = read_csv(data, "t.csv", COLUMNS)
    found = merge("t", old, incoming(*rows), whole=whole)
    return old.data([row for row, _ in found.rows]), list(found.changes.lines())


def test_the_same_rows_give_the_same_bytes():
    assert merged(as_is()) == (TABLE, ["t: unchanged"])


def test_excels_habits_are_kept():
    data = b"\xef\xbb\xbf" + TABLE.replace(b",", b";").replace(b"\n", b"\r\n")
    rows = as_is(data)
    assert merged(rows, data)[0] == data
    rows[1]["name"] = "Berta"
    assert merged(rows, data)[0] == data.replace(b'"Bert"', b"Berta")


def test_a_changed_row_is_the_only_one_that_is_written_anew():
    rows = as_is()
    rows[1]["note"] = "x, y"
    data, told = merged(rows)
    assert data == TABLE.replace(b'b,"Bert",\n', b'b,Bert,"x, y"\n')
    assert told == ["t: 0 added, 1 changed, 0 removed", "  changed b: note “” → “x, y”"]


def test_sorting_a_sheet_changes_nothing():
    assert merged(as_is()[::-1])[0] == TABLE


def test_a_new_row_stands_behind_the_one_it_came_behind():
    rows = as_is()
    data, told = merged([{"id": "0", "name": "Zoe"}, rows[0], {"id": "a2", "name": "Ada"}, *rows[1:]])
    assert data.decode().splitlines()[1:4] == ["0,Zoe,", 'a,Anna,"one, two"', ""]
    assert data.decode().splitlines()[4] == "a2,Ada,"
    assert told[0] == "t: 2 added, 0 changed, 0 removed"


def test_a_row_that_does_not_come_is_removed():
    data, told = merged(as_is()[1:])
    assert b"Anna" not in data
    assert told == ["t: 0 added, 0 changed, 1 removed", "  removed a"]


def test_part_of_a_table_removes_nothing_and_keeps_cells_that_it_does_not_give():
    data, told = merged([{"id": "b", "name": "Berta"}, {"id": "z", "name": "Zoe"}], whole=False)
    assert data == TABLE.replace(b'"Bert"', b"Berta") + b"z,Zoe,\n"
    assert told == ["t: 1 added, 1 changed, 0 removed", "  added z", "  changed b: name “Bert” → “Berta”"]


def test_a_last_line_without_an_end_does_not_run_into_the_next():
    data, _ = merged([{"id": "z"}], b"id,name,note\na,Anna,", whole=False)
    assert data == b"id,name,note\na,Anna,\nz,,\n"


def test_a_table_that_was_missing_begins_with_its_head():
    old = new_csv("t.csv", COLUMNS)
    found = merge("t", old, incoming({"id": "a", "name": "Anna"}), whole=True)
    assert old.data([row for row, _ in found.rows]) == b"id,name,note\na,Anna,\n"


def test_lines_of_the_new_file_are_known():
    old = read_csv(TABLE, "t.csv", COLUMNS)
    assert [line for line, _ in old.lines(old.rows)] == [2, 4, 5]


CELLS = st.text(st.characters(categories=("L", "N", "P", "Zs"), include_characters=',;"\n'), max_size=8).map(
    str.strip
)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=6), st.sampled_from([",", ";"]))
def test_whatever_a_table_holds_it_comes_back_byte_for_byte(rows, delimiter):
    held = io.StringIO()
    writer = csv.writer(held, delimiter=delimiter, lineterminator="\n")
    writer.writerows([COLUMNS, *((f"r{place}", *cells) for place, cells in enumerate(rows))])
    data = held.getvalue().encode()
    assert merged(as_is(data), data)[0] == data
