"""What readers open in a spreadsheet runs nothing."""

import pytest

from aibrief_report.resolve.csv_text import unrun


@pytest.mark.parametrize(
    "text", ["=1+1", "=cmd|'/c calc'!A1", "+SUM(A1)", "-2+3", "@SUM(A1)", "\t=1", "\r=1"]
)
def test_a_formula_is_written_as_text(text):
    assert unrun(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "-5", "+4.1", "-1,234.5", "+5 %", "plain = text", "a-b", "’"])
def test_numbers_and_texts_stay(text):
    assert unrun(text) == text
