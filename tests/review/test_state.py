"""The state of a check is a file that people can read, and that comes back as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aibrief_report.errors import InputError
from aibrief_report.review.checks import VERDICTS, Check
from aibrief_report.review.state import day, read_state, state_file, state_text
from tests.review.test_checks import check

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), max_size=20).map(str.strip)
FILLED = TEXT.filter(bool)
CHECKS = st.builds(
    Check,
    id=FILLED,
    where=TEXT,
    sentence=TEXT,
    number=FILLED,
    expression=TEXT,
    printed=TEXT,
    rows=st.dictionaries(FILLED, FILLED, max_size=3),
    verdict=st.sampled_from(VERDICTS),
    checker=FILLED,
    date=st.dates().map(str),
    remark=TEXT,
)


def test_a_state_is_readable():
    assert (
        state_text([check("a", remark="p. 3: “4.1”")])
        == """\
# The number check of this brief: what reviewers found. Written by: aibrief number-check --import
# No build reads it. A check lapses when its sentence, its expression or one of its rows changes.
checks:
- id: a
  where: Section
  sentence: It was {{ x }}.
  number: r1
  expression: x
  printed: '4.1'
  rows:
    r1: aaa
  verdict: correct
  checker: Ann
  date: '2026-01-20'
  remark: 'p. 3: “4.1”'
"""
    )


@given(st.lists(CHECKS, max_size=3))
def test_checks_come_back_as_they_were_written(checks):
    assert read_state(state_text(checks), "f") == tuple(checks)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("correct", "fine", "verdict"),
        ("2026-01-20", "20 January", "a date is written year-month-day"),
        ("checker: Ann\n  ", "", "'checker' is missing"),
        ("remark", "remarks", "'remarks' is not a known key"),
    ],
)
def test_a_broken_state_is_an_error_with_its_place(old, new, message):
    with pytest.raises(InputError, match=message) as caught:
        read_state(state_text([check("a", remark="x")]).replace(old, new), "templates/b/number-check.yaml")
    assert str(caught.value.faults[0].place).startswith("templates/b/number-check.yaml:")


def test_an_empty_state_has_no_checks():
    assert read_state("", "f") == ()


def test_the_file_stands_beside_the_brief():
    assert state_file("bicycles") == "templates/bicycles/number-check.yaml"


def test_a_day_is_iso_8601():
    assert day("2026-01-20") == "2026-01-20"
    with pytest.raises(ValueError, match="such as 2026-01-15"):
        day("1/20/26")
