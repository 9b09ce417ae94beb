"""Verdicts: a claim holds for every assignment of rivals, is contested for some, or fails."""

from decimal import Decimal

import pytest

from aibrief_report.errors import LedgerError
from aibrief_report.ledger.claims import Both, Comparison, Either, Negation, decided, judge, margins
from tests.ledger.build import quantity, row


def chinese(**more):
    return quantity(
        row("vib", "7.76", area="CHN", **more),
        row("art", "14.6", area="CHN", source="other"),
        prefer={"vib": "why"},
    )


def american():
    return quantity(row("us", "67.2"))


def times(left, sign, right):
    return Comparison(left, sign, right)


@pytest.mark.parametrize(
    ("sign", "right", "verdict"),
    [
        (">", "5", "holds"),
        (">", "7.76", "fails"),
        (">=", "7.76", "holds"),
        ("<", "10", "contested"),
        ("<", "15", "holds"),
        (">", "10", "fails"),
        ("==", "7.76", "contested"),
        ("!=", "8", "holds"),
    ],
)
def test_a_bare_number_is_meant_in_the_unit_of_the_other_side(sign, right, verdict):
    assert judge(times(chinese(), sign, Decimal(right))).verdict == verdict


def test_a_contested_claim_names_who_speaks_against_it():
    found = judge(times(chinese(), "<", Decimal(10)))
    assert [one.row.id for one in found.support] == ["vib"]
    assert [one.row.id for one in found.against] == ["art"]


def test_units_convert_before_they_are_compared():
    assert (
        judge(times(american(), ">", quantity(row("m", "67000", "USD million", area="X")))).verdict == "holds"
    )
    with pytest.raises(LedgerError, match="cannot be compared"):
        judge(times(american(), ">", quantity(row("m", "1", "models", area="X"))))


def test_and_or_not():
    yes, no = times(american(), ">", Decimal(1)), times(american(), "<", Decimal(1))
    maybe = times(chinese(), "<", Decimal(10))
    assert judge(Both((yes, maybe))).verdict == "contested"
    assert judge(Both((yes, no))).verdict == "fails"
    assert judge(Either((yes, maybe))).verdict == "holds"
    assert judge(Either((no, maybe))).verdict == "contested"
    assert judge(Negation(no)).verdict == "holds"


def test_an_open_hedge_leaves_a_claim_contested_by_nobody():
    hedged = quantity(row("h", "5", qualifier="about"))
    found = judge(times(hedged, ">", Decimal(4)))
    assert (found.verdict, found.against == found.support) == ("contested", True)
    assert judge(times(quantity(row("h", "5", qualifier="over")), ">", Decimal(4))).verdict == "holds"


def test_one_fact_on_both_sides_is_assigned_once():
    assert judge(times(chinese(), "<=", chinese())).verdict == "holds"


def test_margins_tell_where_the_verdict_would_turn():
    ((one, value),) = margins(times(american(), ">", Decimal(50)))
    assert one.row.id == "us"
    assert round(value, 3) == 50


def test_each_rival_tells_how_far_it_is_from_the_turn_except_those_beyond_it():
    chinese = quantity(
        row("iea", "102", area="CHN"),
        row("caict", "166", area="CHN", source="other"),
        row("rumour", "190", area="CHN", source="third"),
    )
    found = margins(times(quantity(row("us", "183")), ">", chinese))
    assert [(one.row.id, round(value, 3)) for one, value in found] == [
        ("us", 102),
        ("iea", 183),
        ("caict", 183),
    ]


def test_what_is_undated_enters_no_comparison():
    undated = quantity(row("u", "5", period=""))
    with pytest.raises(LedgerError, match="u has no period, and enters no comparison"):
        judge(times(undated, ">", Decimal(4)))


def test_a_condition_of_a_template_goes_the_way_of_the_preferred():
    assert decided(times(chinese(), "<", Decimal(10))) is True


def test_a_condition_that_depends_on_whom_one_believes_is_refused():
    open_rivals = quantity(row("a", "7.76"), row("b", "14.6", source="other"))
    assert decided(times(open_rivals, "<", Decimal(20))) is True
    with pytest.raises(
        LedgerError, match=r"sources differ on which way this goes: a = 7[.]76 USD billion; b = 14[.]6"
    ):
        decided(times(open_rivals, "<", Decimal(10)))
