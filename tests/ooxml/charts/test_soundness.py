"""Each planted error of a chart that validators let pass is found, and told in words."""

import pytest
from lxml import etree

from aibrief_report.ooxml.charts.sheets import Book, read_book
from aibrief_report.ooxml.charts.soundness import axis_faults, cache_faults, cell_faults, series_faults
from aibrief_report.ooxml.charts.workbook import Sheet, Value, workbook
from tests.ooxml.charts.test_xml import SPACE

BOOK = workbook([Sheet("Data", (("Year", "China"), ("2023", Value("67.20")), ("2024", None)))])


def faults(old="", new=""):
    """What is found in a sound chart when a piece of it is replaced."""
    data = SPACE.xml
    assert old.encode() in data
    root = etree.fromstring(data.replace(old.encode(), new.encode()))
    book = read_book(BOOK, "book")
    return [*axis_faults(root), *series_faults(root), *cache_faults(root), *cell_faults(root, book)]


def test_a_sound_chart_has_no_faults():
    assert faults() == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('<c:pt idx="0"><c:v>67.2</c:v></c:pt>', "", "no cached values"),
        ('<c:overlap val="0"/><c:axId val="111111111"/>', "", "no plot has the axis 111111111"),
        ('<c:crossAx val="222222222"/>', '<c:crossAx val="3"/>', "crosses one that is not there"),
        ('<c:axId val="222222222"/><c:scaling>', '<c:axId val="-7"/><c:scaling>', "no positive number"),
        ("Data!$B$2:$B$3", "Data2!$B$2:$B$3", "no cells Data2!$B$2:$B$3"),
        ("<c:v>67.2</c:v>", "<c:v>76.2</c:v>", "hold other values than the chart shows"),
    ],
)
def test_what_no_validator_sees_is_told(old, new, told):
    assert any(told in one for one in faults(old, new))


def test_programs_may_round_the_last_digits():
    assert faults("<c:v>67.2</c:v>", "<c:v>67.200000000000003</c:v>") == []


def test_a_range_is_read_row_by_row():
    book = Book({"It's": {"A1": "a", "B1": "b", "A2": "c"}})
    assert book.cells("'It''s'!$A$1:$B$2") == ("a", "b", "c", None)
    assert book.cells("'It''s'!A1") == ("a",)
    assert book.cells("Other!$A$1") is None
