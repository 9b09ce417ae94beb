"""Ranges: every value that rivals, bounds and hedges allow lies within; nothing is understated."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aibrief_report.errors import LedgerError
from aibrief_report.ledger import derive
from aibrief_report.ledger.facts import Candidate, Fact, bounds
from aibrief_report.ledger.intervals import INFINITY, Interval, exactly
from aibrief_report.ledger.quantities import Constant, FactTerm, Operation, Quantity
from aibrief_report.ledger.units import read_unit
from tests.ledger.build import quantity, row


def ends(interval):
    return interval.low, interval.high


@pytest.mark.parametrize(
    ("more", "low", "high"),
    [
        ({}, "5", "5"),
        ({"qualifier": "over"}, "5", "Infinity"),
        ({"qualifier": "over", "high": "6"}, "5", "6"),
        ({"qualifier": "under"}, "0", "5"),
        ({"qualifier": "up-to", "low": "4"}, "4", "5"),
        ({"qualifier": "about"}, "0", "Infinity"),
        ({"qualifier": "about", "low": "4", "high": "6"}, "4", "6"),
        ({"low": "4"}, "4", "5"),
        ({"high": "6"}, "5", "6"),
        ({"qualifier": "under", "unit": "percent"}, "-Infinity", "5"),
    ],
)
def test_a_hedge_is_an_open_range_unless_bounds_close_it(more, low, high):
    assert ends(bounds(row("a", "5", **more))) == (Decimal(low), Decimal(high))


def test_a_range_spans_all_rivals():
    rivals = quantity(row("a", "7.76"), row("b", "14.6", source="other"))
    assert ends(rivals.range) == (Decimal("7.76"), Decimal("14.6"))


def test_a_ratio_spans_every_choice_of_rivals():
    rivals = quantity(row("a", "7.76", area="CHN"), row("b", "14.6", area="CHN", source="other"))
    spread = derive.ratio(quantity(row("us", "67.2")), rivals).range
    assert [round(one, 2) for one in ends(spread)] == [Decimal("4.60"), Decimal("8.66")]


def test_one_fact_used_twice_is_assigned_once():
    rivals = quantity(row("a", "7.76"), row("b", "14.6", source="other"))
    assert ends(derive.ratio(rivals, rivals).range) == (1, 1)


def test_rivals_in_another_scale_count_in_the_unit_of_the_first():
    rivals = quantity(row("a", "7.76"), row("b", "14600", unit="USD million", source="other"))
    assert ends(rivals.range) == (Decimal("7.76"), Decimal("14.6"))


def test_division_by_a_range_that_holds_zero_is_refused():
    hedged = quantity(row("a", "5", qualifier="under"))
    with pytest.raises(LedgerError, match="contains 0"):
        _ = derive.ratio(quantity(row("b", "1", area="CHN")), hedged).range


def test_too_many_combinations_are_refused():
    facts = [
        quantity(*(row(f"{n}-{m}", str(m), area=f"A{n}", source=f"s{m}") for m in range(1, 5)))
        for n in range(7)
    ]
    with pytest.raises(LedgerError, match="16384 combinations of rivals"):
        _ = derive.total(*facts).range


finite = st.decimals(min_value=-1000, max_value=1000, places=2, allow_nan=False)


@st.composite
def intervals(draw):
    low, high = sorted((draw(finite), draw(finite)))
    return Interval(
        draw(st.sampled_from([low, low, low, -INFINITY])), draw(st.sampled_from([high, high, high, INFINITY]))
    )


def points(interval):
    """Some values of an interval: its finite ends, its middle, and far out where it is open."""
    low = interval.low if interval.low.is_finite() else min(interval.high, Decimal(0)) - 10**6
    high = interval.high if interval.high.is_finite() else max(interval.low, Decimal(0)) + 10**6
    return {low, high, (low + high) / 2}


@given(intervals(), intervals(), st.sampled_from("+-*/"))
@settings(deadline=None)
def test_interval_arithmetic_never_understates(one, other, sign):
    operations = {
        "+": (Interval.__add__, Decimal.__add__),
        "-": (Interval.__sub__, Decimal.__sub__),
        "*": (Interval.__mul__, Decimal.__mul__),
        "/": (Interval.__truediv__, Decimal.__truediv__),
    }
    whole, single = operations[sign]
    if sign == "/" and other.low <= 0 <= other.high:
        with pytest.raises(LedgerError):
            whole(one, other)
        return
    spread = whole(one, other)
    slack = Decimal("1e-12")  # the points are computed with 28 digits, the ends with 40
    for a, b in product(points(one), points(other)):
        result = single(a, b)
        assert spread.low - slack * (1 + abs(result)) <= result <= spread.high + slack * (1 + abs(result))


@st.composite
def facts(draw, key):
    unit = read_unit("USD billion")
    rows = []
    for number in range(draw(st.integers(1, 3))):
        value = draw(st.decimals(min_value=1, max_value=100, places=1))
        hedge = draw(st.sampled_from(["exact", "exact", "about", "over", "under"]))
        low, high = (value - 1) / 2, value * 2
        rows.append(
            row(f"{key}{number}", str(value), str(unit), qualifier=hedge, low=str(low), high=str(high))
        )
    return Fact(key, tuple(Candidate(one) for one in rows), draw(st.sampled_from([None, 0])))


expressions = st.recursive(
    st.sampled_from("abc") | st.integers(1, 9).map(lambda n: Constant(Decimal(n))),
    lambda parts: st.tuples(st.sampled_from("+-*/"), parts, parts),
    max_leaves=5,
)


def built(tree, known):
    match tree:
        case str():
            return FactTerm(known[tree])
        case (sign, left, right):
            return Operation(sign, built(left, known), built(right, known))
        case _:
            return tree


@given(facts("a"), facts("b"), facts("c"), expressions, st.data())
@settings(max_examples=150)
def test_every_assignment_lies_within_the_range(a, b, c, tree, data):
    known = {"a": a, "b": b, "c": c}
    one = Quantity(built(tree, known), read_unit("USD billion"), "", "", "", 3)
    try:
        spread = one.range
    except LedgerError:
        return  # a divisor whose range holds zero: no range is told rather than a wrong one
    for choice in one.assignments:
        moved = {}
        for fact in one.facts:
            allowed = bounds(fact.candidates[choice[fact.key]].row)
            moved[fact.key] = data.draw(st.sampled_from(sorted(points(allowed))))
        value = one.value_for(choice, moved)
        assert spread.low - Decimal("1e-9") <= value <= spread.high + Decimal("1e-9")


@given(
    st.decimals(min_value="0.001", max_value="99999", places=3),
    st.sampled_from(["", "thousand", "million", "billion"]),
    st.sampled_from(["", "thousand", "million", "billion"]),
)
@settings(deadline=None)
def test_a_scale_is_only_a_way_of_writing(value, scale, other):
    one = quantity(row("a", str(value), f"USD {scale}".strip()))
    moved = value * one.unit.factor / read_unit(f"USD {other}".strip()).factor
    two = quantity(row("b", format(moved, "f"), f"USD {other}".strip()))
    assert derive.ratio(one, two).value == 1
    assert derive.difference(one, two).value == 0
    assert derive.total(one, two).value == value * 2


def test_an_interval_of_one_value_is_single():
    assert exactly(Decimal(3)).single
    assert not Interval(Decimal(3), Decimal(4)).single
