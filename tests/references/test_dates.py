import pytest

from aibrief_report.references.dates import date_from_csl, date_from_edtf, edtf


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", {"date-parts": [[2024]]}),
        ("2024-04", {"date-parts": [[2024, 4]]}),
        ("2024-04-15", {"date-parts": [[2024, 4, 15]]}),
        ("2024~", {"date-parts": [[2024]], "circa": True}),
        ("2024-04?", {"date-parts": [[2024, 4]], "circa": True}),
        ("2023/2024", {"date-parts": [[2023], [2024]]}),
        ("2024-04-30/2024-05-02", {"date-parts": [[2024, 4, 30], [2024, 5, 2]]}),
        ("2023/..", {"date-parts": [[2023], [0]]}),
        ("2024-22", {"date-parts": [[2024]], "season": 2}),
        ("-0044", {"date-parts": [[-44]]}),
    ],
)
def test_edtf_becomes_date_parts(text: str, expected: dict[str, object]) -> None:
    assert date_from_edtf(text) == expected
    assert date_from_edtf(str(edtf(date_from_edtf(text)))) == expected


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("2023-02-29", "no such day"),
        ("2024-13", "no such day"),
        ("2024-25", "no such day"),
        ("2024/2023", "ends before"),
        ("15 April 2024", "not a date such as"),
        ("15.04.2024", "not a date such as"),
        ("24", "not a date such as"),
        ("/2024", "not a date such as"),
        ("", "not a date such as"),
    ],
)
def test_what_is_no_date_is_said_to_be_none(text: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        date_from_edtf(text)


def test_dates_of_reference_managers_are_read_whatever_their_numbers_are() -> None:
    assert date_from_csl({"date-parts": [["2024", "4"]], "circa": "true"}) == {
        "date-parts": [[2024, 4]],
        "circa": True,
    }
    assert date_from_csl({"raw": "2024-04"}) == {"date-parts": [[2024, 4]]}
    assert date_from_csl({"literal": "in press"}) == {"literal": "in press"}
    assert date_from_csl({"date-parts": [[2024]], "season": "2"}) == {"date-parts": [[2024]], "season": 2}


@pytest.mark.parametrize(
    "value", [{}, {"date-parts": "2024"}, {"date-parts": [[2024, "May"]]}, {"date-parts": [[]]}]
)
def test_csl_dates_without_date_parts_are_none(value: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        date_from_csl(value)
