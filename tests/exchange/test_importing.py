"""Tables go out as a workbook and come back without loss; what would not validate does not come back."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aibrief_report.errors import BriefError, InputError, LedgerError
from aibrief_report.inputs.door import Inputs
from aibrief_report.ledger.exchange.columns import MEANINGS
from aibrief_report.ledger.exchange.importing import Import, import_file, import_mapped
from aibrief_report.ledger.exchange.mapping import read_mapping
from aibrief_report.ledger.exchange.workbook import tables_workbook
from aibrief_report.ledger.read import COLUMNS
from tests.exchange.sheets import column, edited, foreign, opened, saved
from tests.projects import change, project


@pytest.fixture
def inputs(tmp_path):
    return Inputs(project(tmp_path))


@pytest.fixture
def book(inputs):
    return tables_workbook(inputs)


def read(inputs: Inputs, data: bytes, **more: bool) -> Import:
    return import_file(Inputs(inputs.root), data, "t.xlsx", **more)


def told(found: Import) -> list[str]:
    return [line for one in found.changes for line in one.lines() if not line.endswith(": unchanged")]


def places(error: BriefError) -> list[str]:
    return [str(fault.place) for fault in error.faults]


def test_every_column_has_a_meaning():
    assert not [
        (table, name) for table, names in COLUMNS.items() for name in names if not MEANINGS[table][name]
    ]


def test_tables_come_back_as_they_went(inputs, book):
    assert read(inputs, book) == read(inputs, saved(opened(book)))
    assert read(inputs, book).files == {}


def test_a_changed_cell_changes_one_row(inputs, book):
    found = read(inputs, edited(book, "areas", B2="the far north"))
    assert told(found) == [
        "areas: 0 added, 1 changed, 0 removed",
        "  changed NORTH: name “the northern district” → “the far north”",
    ]
    assert b"NORTH,the far north,North,subdivision,," in found.files["data/areas.csv"]
    assert list(found.files) == ["data/areas.csv"]


def test_a_value_typed_as_a_number_is_read(inputs, book):
    sheet = opened(book)["observations"]
    found = read(inputs, edited(book, "observations", **{f"{column(sheet, 'value')}2": 4.25}))
    assert told(found)[1] == "  changed trips-north-2023: value “4.1” → “4.25”"


def test_rows_are_added_and_removed(inputs, book):
    changed = opened(book)
    changed["areas"].append(["EAST", "the east", "East", "subdivision"])
    changed["contests"].delete_rows(2)
    changed["contests"].append(["x", "X", "lanes-by-city trips-north-2023", "They differ."])
    found = read(inputs, saved(changed))
    assert told(found) == [
        "areas: 1 added, 0 changed, 0 removed",
        "  added EAST",
        "contests: 1 added, 0 changed, 1 removed",
        "  added x",
        "  removed lanes",
    ]


def test_what_would_not_validate_is_refused_at_its_cells(inputs, book):
    sheet = opened(book)["observations"]
    changes = {
        f"{column(sheet, 'value')}3": "5,2",
        f"{column(sheet, 'qualifier')}4": "maybe",
        f"{column(sheet, 'source')}5": "",
    }
    with pytest.raises(LedgerError) as caught:
        read(inputs, edited(book, "observations", **changes))
    assert places(caught.value) == [
        "t.xlsx:observations!G3",
        "t.xlsx:observations!K4",
        "t.xlsx:observations!M5",
    ]


def test_a_key_that_leads_nowhere_is_refused_at_its_row(inputs, book):
    changed = opened(book)
    changed["areas"].delete_rows(3)  # SOUTH, which observations and the whole city name
    with pytest.raises(LedgerError, match="there is no area 'SOUTH'") as caught:
        read(inputs, saved(changed))
    assert "t.xlsx:areas!E3" in places(caught.value)
    assert any(place.startswith("data/observations.csv:") for place in places(caught.value))


@pytest.mark.parametrize(
    ("cells", "message", "place"),
    [
        ({"A3": "NORTH"}, "the id 'NORTH' is used twice", "t.xlsx:areas!A3"),
        ({"A2": None}, "id is empty", "t.xlsx:areas!A2"),
        ({"C1": "shrt"}, "the column 'shrt' is not known", "t.xlsx:areas!C1"),
        ({"C2": "=A2"}, "the cell holds a formula", "t.xlsx:areas!C2"),
    ],
)
def test_a_broken_sheet_is_refused(inputs, book, cells, message, place):
    with pytest.raises(InputError, match=message) as caught:
        read(inputs, edited(book, "areas", **cells))
    assert place in places(caught.value)


def test_a_source_cannot_be_changed_in_the_workbook(inputs, book):
    with pytest.raises(InputError, match=r"the source 'new' is not so in data/sources.yaml"):
        read(inputs, edited(book, "sources", A5="new"))


def test_a_workbook_older_than_the_tables_is_refused(inputs, book):
    change(inputs.root / "data/areas.csv", lambda text: text.replace("City", "Town"))
    with pytest.raises(InputError, match=r"areas.csv has changed since") as caught:
        read(inputs, book)
    assert places(caught.value) == ["t.xlsx:about!A4"]
    assert told(read(inputs, book, overwrite=True))[1] == "  changed CITY: short “Town” → “City”"


def test_a_sheet_that_is_missing_leaves_its_table(inputs, book):
    changed = opened(book)
    del changed["events"], changed["observations"]
    assert told(read(inputs, saved(changed))) == []


def test_a_table_that_may_be_missing_is_made(inputs):
    (inputs.root / "data/contests.csv").unlink()
    data = tables_workbook(Inputs(inputs.root))
    assert read(inputs, data).files == {}
    cells = dict(zip(("A2", "B2", "C2", "D2"), ("x", "X", "lanes-by-city", "how"), strict=True))
    assert read(inputs, edited(data, "contests", **cells)).files == {
        "data/contests.csv": b"id,title,rows,how,note\nx,X,lanes-by-city,how,\n"
    }


def test_a_csv_file_is_known_by_its_columns(inputs):
    data = (inputs.root / "data/areas.csv").read_bytes().replace(b"North,", b"N,")
    found = import_file(inputs, data, "anything.csv")
    assert told(found) == ["areas: 0 added, 1 changed, 0 removed", "  changed NORTH: short “North” → “N”"]


def test_a_foreign_table_asks_for_a_mapping(inputs):
    with pytest.raises(InputError) as caught:
        import_file(inputs, b"Country,Year\nX,2024\n", "f.csv")
    assert caught.value.faults[0].hint == "a foreign table needs a mapping: --mapping map.yaml"


MAPPING = """\
table: observations
columns: {area: District, period: Year, value: Trips, locator: Page}
constants: {indicator: trips, unit: trips million, source: counts, reading: copy}
values: {area: {N: NORTH, S: SOUTH}}
empty: [..]
defaults: {locator: table 9, note: read by hand}
files: {"*2025*": {edition: "2025", note: of 2025}}
skip: [value]
id: "t-{indicator}-{area}-{period}"
"""
TABLE = b'District,Year,Trips,Page\nN,2025,"1,234.5",p. 3\nS,2025,..,\nS,2024,3,\n'


def test_a_foreign_table_comes_in_through_a_mapping(inputs):
    found = import_mapped(inputs, TABLE, "trips-2025.csv", read_mapping(MAPPING, "map.yaml"))
    added = found.files["data/observations.csv"].decode().splitlines()[-2:]
    assert added == [
        "t-trips-north-2025,trips,NORTH,,2025,,1234.5,trips million,,,,,counts,p. 3,,,copy,2025,,of 2025",
        "t-trips-south-2024,trips,SOUTH,,2024,,3,trips million,,,,,counts,table 9,,,copy,2025,,of 2025",
    ]


def test_the_same_mapping_used_again_changes_nothing(inputs):
    mapping = read_mapping(MAPPING, "map.yaml")
    found = import_mapped(inputs, TABLE, "t.csv", mapping)
    (inputs.root / "data/observations.csv").write_bytes(found.files["data/observations.csv"])
    assert import_mapped(Inputs(inputs.root), TABLE, "t.csv", mapping).files == {}


def test_a_foreign_workbook_is_read_by_sheet_and_head(inputs):
    data = foreign(("Trips by bicycle",), ("District", "Year", "Trips", "Page"), ("N", 2026, 7.5, "p. 1"))
    text = MAPPING + "sheet: Data\nheader: 2\n"
    found = import_mapped(inputs, data, "f.xlsx", read_mapping(text, "map.yaml"))
    assert told(found)[1] == "  added t-trips-north-2026"


def test_decimal_commas_are_read(inputs):
    table = b"District;Year;Trips;Page\nN;2026;1.234,5;\n"
    found = import_mapped(inputs, table, "f.csv", read_mapping(MAPPING + "decimal: ','\n", "map.yaml"))
    assert b",1234.5,trips million" in found.files["data/observations.csv"]


def test_faults_of_foreign_rows_are_told_at_their_cells(inputs):
    table = b"District,Year,Trips,Page\nN,2025,many,\n"
    with pytest.raises(LedgerError) as caught:
        import_mapped(inputs, table, "f.csv", read_mapping(MAPPING, "map.yaml"))
    assert places(caught.value) == ["f.csv:2:3"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("table: observations\ncolumns: {id: A, valu: B}\n", "observations has no column 'valu'"),
        ("table: observations\ncolumns: {area: A}\n", "the rows have no id"),
        ("table: areas\ncolumns: {id: A, name: B}\nconstants: {name: x}\n", "is a constant and a column"),
        ("table: areas\nid: '{nme}'\n", "areas has no column 'nme'"),
        ("table: rows\n", "the tables are: observations, "),
        ("colums: {}\ntable: areas\n", "'colums' is not a known key"),
    ],
)
def test_a_broken_mapping_is_an_error_with_its_place(text, message):
    with pytest.raises(InputError, match=message) as caught:
        read_mapping(text, "map.yaml")
    assert str(caught.value.faults[0].place).startswith("map.yaml")


def test_a_column_that_the_table_lacks_is_told_at_the_mapping(inputs):
    with pytest.raises(InputError, match=r"f.csv has no column 'Page'") as caught:
        import_mapped(inputs, b"District,Year,Trips\nN,2025,1\n", "f.csv", read_mapping(MAPPING, "map.yaml"))
    assert places(caught.value) == ["map.yaml:2:64"]


CELL = st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), include_characters="\n"), max_size=12)


@settings(max_examples=15)
@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=3))
def test_whatever_a_cell_holds_it_survives_the_way_out_and_back(tmp_path_factory, texts):
    root = project(tmp_path_factory.mktemp("project"))
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerows(
        (f"x{place}", name or "x", short, "entity", "", "") for place, (name, short) in enumerate(texts)
    )
    with (root / "data/areas.csv").open("ab") as file:
        file.write(held.getvalue().encode())
    assert import_file(Inputs(root), tables_workbook(Inputs(root)), "t.xlsx").files == {}
