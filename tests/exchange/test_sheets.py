"""Workbooks hold text as it is, run nothing, and are the same bytes every time."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aibrief_report.errors import InputError
from aibrief_report.ledger.exchange.grids import read_grids
from aibrief_report.ledger.exchange.sheets import (
    MOST_TEXT,
    Choices,
    SheetColumn,
    SheetPlan,
    column_letter,
    workbook_bytes,
)
from aibrief_report.ooxml.reading import read_package
from tests.exchange.sheets import opened

RISKY = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "#N/A",
    "TRUE",
    "2023-10",
    "007",
    "1e5",
    "_x0041_",
    " a\nb ",
    "'quoted",
)


def plan(*texts: str, **more: object) -> SheetPlan:
    return SheetPlan("s", (SheetColumn("a", **more),), tuple((text,) for text in texts))


@pytest.mark.parametrize("text", RISKY)
def test_a_cell_is_text_whatever_it_holds(text):
    data = workbook_bytes([plan(text)], "t")
    cell = opened(data)["s"]["A2"]
    assert (cell.data_type, cell.number_format) == ("s", "@")
    (grid,) = read_grids(data, "t.xlsx")
    assert grid.rows[0].texts == (text.strip(),)


def test_no_formula_is_in_the_sheet():
    members = read_package(workbook_bytes([plan(*RISKY)], "t"))
    assert b"<f>" not in members["xl/worksheets/sheet1.xml"]


LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"))


@given(st.lists(st.text(LETTERS, min_size=1).map(str.strip).filter(bool), min_size=1, max_size=5))
def test_any_text_comes_back_as_it_went(texts):
    (grid,) = read_grids(workbook_bytes([plan(*texts)], "t"), "t.xlsx")
    assert [row.texts[0] for row in grid.rows] == texts


@pytest.mark.parametrize("text", ["x" * (MOST_TEXT + 1), "bell\x07", "x005F_", "a_x000D_b"])
def test_what_no_cell_can_hold_is_an_error_at_its_cell(text):
    with pytest.raises(InputError) as caught:
        workbook_bytes([plan("fine", text)], "t")
    assert str(caught.value.faults[0].place) == "s!A3"


def test_drop_downs_offer_words_and_keys():
    keys = SheetPlan("keys", (SheetColumn("id"),), (("one",), ("two",)))
    first = SheetColumn("a", choices=Choices(("yes", "no")))
    second = SheetColumn("b", choices=Choices(sheet="keys", strict=False))
    book = opened(workbook_bytes([SheetPlan("s", (first, second), (("yes", "one"),)), keys], "t"))
    words, others = book["s"].data_validations.dataValidation
    assert (words.formula1, words.errorStyle) == ("'lists'!$A$1:$A$2", "stop")
    assert (others.formula1, others.errorStyle) == ("'keys'!$A$2:$A$1003", "warning")
    assert [cell.value for cell in book["lists"]["A"]] == ["yes", "no"]
    assert book["lists"].sheet_state == "hidden"


def test_the_head_stays_in_view_and_has_notes():
    sheet = opened(workbook_bytes([plan("x", note="What it means.", width=33)], "t"))["s"]
    assert sheet.freeze_panes == "B2"
    assert sheet["A1"].comment.text == "What it means."
    assert sheet.column_dimensions["A"].width == 33


def test_the_same_plan_gives_the_same_bytes_in_another_process():
    code = (
        "import sys; from aibrief_report.ledger.exchange.sheets import *;"
        "c = SheetColumn('a', note='n', choices=Choices(('x', 'y')));"
        "sys.stdout.buffer.write(workbook_bytes([SheetPlan('s', (c,), (('x',),))], 't'))"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Pacific/Kiritimati"))
    }
    assert len(made) == 1


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_columns_have_letters(number, letters):
    assert column_letter(number) == letters
