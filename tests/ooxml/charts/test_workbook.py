"""The workbook behind a chart, as our own reader and as openpyxl read it."""

import io

import openpyxl
import pytest

from aibrief_report.ooxml.charts.cells import column_name
from aibrief_report.ooxml.charts.sheets import read_book
from aibrief_report.ooxml.charts.workbook import Sheet, Value, workbook
from aibrief_report.ooxml.packages import normalise

SHEETS = (
    Sheet(
        "Data",
        (("Year", "China & <US>"), ("2023", Value("7.76", "0.00")), ("2024", None), ("2025", Value("-3"))),
    ),
    Sheet("Rows", (("Row",), ("=1+1",), ("+49",))),
)


@pytest.mark.parametrize(("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_letters(place, letters):
    assert column_name(place) == letters


def test_a_spreadsheet_program_reads_words_numbers_and_formats():
    book = openpyxl.load_workbook(io.BytesIO(workbook(SHEETS)))
    data = book["Data"]
    assert [[cell.value for cell in row] for row in data] == [
        ["Year", "China & <US>"],
        ["2023", 7.76],
        ["2024", None],
        ["2025", -3],
    ]
    assert data["B2"].number_format == "0.00"
    assert data["A1"].font.bold
    book.close()


def test_text_is_never_a_formula():
    book = openpyxl.load_workbook(io.BytesIO(workbook(SHEETS)))
    assert [cell.data_type for cell in book["Rows"]["A"]] == ["s", "s", "s"]
    book.close()


def test_a_number_may_follow_other_cells_and_keeps_its_value():
    sheet = Sheet("Places", (("x",), (Value("7.76", "0.00", "MIN('Data'!$B$2:$B$3)"),)))
    file = workbook((*SHEETS, sheet))
    book = openpyxl.load_workbook(io.BytesIO(file))
    assert book["Places"]["A2"].value == "=MIN('Data'!$B$2:$B$3)"
    book.close()
    assert read_book(file, "x.xlsx").cells("'Places'!$A$2") == ("7.76",)


def test_the_same_sheets_give_the_same_bytes_which_are_normal():
    assert workbook(SHEETS) == workbook(SHEETS) == normalise(workbook(SHEETS))


def test_cells_are_read_back_by_reference():
    book = read_book(workbook(SHEETS), "x.xlsx")
    assert book.cells("Data!$B$2:$B$4") == ("7.76", None, "-3")
    assert book.cells("'Rows'!$A$2") == ("=1+1",)


@pytest.mark.parametrize("reference", ["Elsewhere!$A$1", "Data", "Data!$A:$B", "(Data!$A$1,Data!$A$2)", ""])
def test_a_reference_that_leads_nowhere_has_no_cells(reference):
    assert read_book(workbook(SHEETS), "x.xlsx").cells(reference) is None


def test_shared_words_are_read_as_spreadsheet_programs_write_them():
    held, book = io.BytesIO(), openpyxl.Workbook()
    book.active.title = "My data"
    book.active.append(["a", 1.5, "a"])
    book.save(held)
    read = read_book(held.getvalue(), "x.xlsx")
    assert [read.cells(f"'My data'!${one}$1") for one in "ABC"] == [("a",), ("1.5",), ("a",)]
