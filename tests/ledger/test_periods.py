import calendar
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aibrief_report.ledger.periods import UNDATED, read_period

PERIODS = [
    ("2023", "year", date(2023, 1, 1), date(2023, 12, 31)),
    ("2023-Q3", "quarter", date(2023, 7, 1), date(2023, 9, 30)),
    ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
    ("2023-07-31", "day", date(2023, 7, 31), date(2023, 7, 31)),
    ("2014/2023", "interval", date(2014, 1, 1), date(2023, 12, 31)),
    ("2023-Q4/2024-01-15", "interval", date(2023, 10, 1), date(2024, 1, 15)),
]


@pytest.mark.parametrize(("text", "grain", "first", "last"), PERIODS)
def test_a_period_knows_its_first_and_last_day(text, grain, first, last):
    period = read_period(text)
    assert (str(period), period.grain, period.first, period.last) == (text, grain, first, last)


def test_an_empty_period_is_undated():
    assert read_period("") == UNDATED
    assert not UNDATED.dated


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("2023-13", "no such day or month"),
        ("2023-02-29", "no such day or month"),
        ("2023-Q5", "a period is written"),
        ("23", "a period is written"),
        ("FY2023", "a period is written"),
        ("2023 ", "a period is written"),
        ("٢٠٢٣", "a period is written"),
        ("2024/2023", "ends before it begins"),
        ("2014/", "a period is written"),
        ("2014/2015/2016", "a period is written"),
        ("0000", "no such day or month"),
    ],
)
def test_what_is_no_period_is_told(text, fault):
    with pytest.raises(ValueError, match=fault):
        read_period(text)


days = st.dates(min_value=date(1000, 1, 1), max_value=date(9999, 12, 31))


@given(days)
@settings(deadline=None)
def test_every_day_is_within_its_month_quarter_and_year(day):
    texts = [
        day.isoformat(),
        f"{day.year:04}-{day.month:02}",
        f"{day.year:04}-Q{(day.month + 2) // 3}",
        f"{day.year:04}",
    ]
    periods = [read_period(text) for text in texts]
    assert [str(period) for period in periods] == texts
    for finer, coarser in pairwise(periods):
        assert coarser.first <= finer.first <= day <= finer.last <= coarser.last
    assert periods[1].last.day == calendar.monthrange(day.year, day.month)[1]


@given(days, days)
@settings(deadline=None)
def test_an_interval_spans_both_its_ends(one, other):
    first, last = sorted((one, other))
    period = read_period(f"{first.isoformat()}/{last.isoformat()}")
    assert (period.first, period.last) == (first, last)


@pytest.mark.parametrize(
    ("one", "other", "within"),
    [
        ("2023-01/2023-11", "2023", True),
        ("2023-Q3", "2023", True),
        ("2023-07-31", "2023-07", True),
        ("2023", "2023", False),
        ("2023", "2023-01/2023-12", False),
        ("2023-11/2024-02", "2023", False),
        ("", "2023", False),
    ],
)
def test_a_shorter_period_lies_within_one_that_has_all_its_days(one, other, within):
    assert read_period(one).lies_within(read_period(other)) is within
