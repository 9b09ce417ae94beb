"""Number formats that print a value as it was printed."""

from decimal import Decimal

import pytest

from aibrief_report.charts.parts.ticks import Ticks, ticks
from aibrief_report.render.docx.native.numbers import Printer, cell_code, literal


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("67.2", "67.2", "0.0"),
        ("5.0", "5.0", "0.0"),
        ("40%", "40.0", '0"%"'),
        ("1,500", "1500", "#,##0"),
        ("1500", "1500", "0"),
        ("about 2", "2", '"about "0'),
        ("$67.2 bn", "67.2", '"$"0.0" bn"'),
        ("−4", "-4", '"−"0;"−"0'),
        ("a few", "3", '"a few";"a few";"a few"'),
    ],
)
def test_a_text_becomes_a_format_of_its_value(text, value, code):
    assert Printer("en").code(text, value) == code


def test_words_stand_before_and_after():
    assert Printer("en").code("7.76", "7.76", "China ", " (IDC)") == '"China "0.00" (IDC)"'


@pytest.mark.parametrize(
    ("language", "mark"), [("de-AT", "[$-407]"), ("fr", "[$-40C]"), ("en-GB", ""), ("zh", "")]
)
def test_a_language_with_marks_of_its_own_is_named(language, mark):
    assert Printer(language).axis(ticks([])) == f"{mark}#,##0.00"


def test_quotation_marks_are_escaped():
    assert literal('a"b').split(";")[0] == '"a"\\""b"'


def test_a_column_has_as_many_decimals_as_its_values():
    assert cell_code(["7.76", None, "12"]) == "#,##0.00"
    assert cell_code([]) == "#,##0"


def test_an_axis_has_as_many_decimals_as_its_ticks():
    assert Printer("en").axis(Ticks((Decimal(0), Decimal("0.5")))) == "#,##0.0"
