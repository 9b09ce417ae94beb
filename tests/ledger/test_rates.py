"""Rates: an amount changes its currency or price year only by a rate that is declared, dated and sourced."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from aibrief_report.errors import LedgerError, Place
from aibrief_report.ledger import derive
from aibrief_report.ledger.periods import read_period
from aibrief_report.ledger.rates import convert
from aibrief_report.ledger.records import Rate
from tests.ledger.build import ledger, quantity, row


def rate(key="usd-cny-2023", source="USD", target="CNY", value="7.0467", period="2023"):
    place = Place("data/rates.csv", 2, 1)
    return Rate(
        key, source, target, read_period(period), Decimal(value), "bank", "table 1", "", "primary", "", place
    )


def held(*rates):
    return replace(ledger(), rates={one.id: one for one in rates})


def converted(value, unit, to, declared):
    return convert(held(declared), quantity(row("a", value, unit)), to, declared.id)


@pytest.mark.parametrize(
    ("value", "unit", "to", "declared", "result", "formula"),
    [
        # ITJuzi's 63.1 billion yuan are 8.77 billion dollars in the article that was read: 7.195 to one.
        ("63.1", "CNY billion", "USD", rate(value="7.195"), "8.77 USD billion", "a ÷ usd-cny-2023"),
        # Shanghai's 1 billion yuan are 139 million dollars where they were read; “1” has one digit.
        ("1", "CNY billion", "USD", rate("c", "CNY", "USD", "0.139"), "0.1 USD billion", "a × c"),
        ("1000", "CNY million", "USD", rate("c", "CNY", "USD", "0.139"), "139 USD million", "a × c"),
        # By hand: 7.0840 yuan to the dollar.
        ("70.840", "CNY billion", "USD", rate(value="7.0840"), "10.000 USD billion", "a ÷ usd-cny-2023"),
        ("12681", "USD per capita", "CNY", rate(), "89359 CNY per capita", "a × usd-cny-2023"),
        # A deflator: prices of 2015 are turned into prices of 2023.
        ("100.0", "USD@2015 billion", "USD@2023", rate("d", "USD@2015", "USD@2023", "1.286"),
         "128.6 USD@2023 billion", "a × d"),
    ],
)  # fmt: skip
def test_a_declared_rate_converts(value, unit, to, declared, result, formula):
    found = converted(value, unit, to, declared)
    assert f"{found.rounded} {found.unit}" == result
    assert found.formula == formula


def test_a_converted_value_keeps_no_more_digits_than_the_rate():
    assert str(converted("123.456", "USD billion", "CNY", rate(value="7.1")).rounded) == "8.8E+2"


def test_a_converted_value_carries_the_row_of_its_rate():
    found = converted("10.0", "USD billion", "CNY", rate())
    assert [(one.id, one.source, one.locator) for one in found.rows] == [
        ("a", "report", ""),
        ("usd-cny-2023", "bank", "table 1"),
    ]
    assert str(found.rows[1].unit) == "CNY per USD"


def test_a_converted_value_keeps_its_rivals():
    rivals = quantity(row("a", "10"), row("b", "20", source="other"))
    spread = convert(held(rate(value="7")), rivals, "CNY", "usd-cny-2023").range
    assert (spread.low, spread.high) == (70, 140)


@pytest.mark.parametrize(
    ("unit", "to", "message"),
    [
        ("EUR billion", "USD", "the rate 'usd-cny-2023' is between USD and CNY, not EUR and USD"),
        ("USD billion", "EUR", "the rate 'usd-cny-2023' is between USD and CNY, not USD and EUR"),
        ("USD@2015 billion", "CNY", "the rate 'usd-cny-2023' is between USD and CNY, not USD@2015 and CNY"),
        ("models", "CNY", "the rate 'usd-cny-2023' is between USD and CNY, not models and CNY"),
    ],
)
def test_a_rate_leads_between_its_own_units_only(unit, to, message):
    with pytest.raises(LedgerError) as error:
        converted("1", unit, to, rate())
    assert error.value.faults[0].message == message


def test_an_undeclared_rate_is_an_error():
    with pytest.raises(LedgerError, match="there is no rate 'x', nor any other"):
        convert(held(), quantity(row("a", "1")), "CNY", "x")
    with pytest.raises(LedgerError, match="there is no rate 'usd-cny-2024'"):
        convert(held(rate()), quantity(row("a", "1")), "CNY", "usd-cny-2024")


CURRENCIES = "two currencies need a rate that is declared, dated and sourced: see convert()"
PRICES = "prices of different years need a deflator that is declared and sourced: see convert()"


@pytest.mark.parametrize(
    ("one", "other", "hint"),
    [
        ("USD billion", "CNY billion", CURRENCIES),
        ("USD@2015 billion", "USD billion", PRICES),
        ("USD@2015 billion", "USD@2023 million", PRICES),
        ("USD per capita", "USD", "compare like with like"),
        ("index (2010=100)", "index (2015=100)", "compare like with like"),
        ("percent", "percentage-points", "compare like with like"),
    ],
)  # fmt: skip
def test_unlike_units_do_not_add_or_compare(one, other, hint):
    values = quantity(row("a", "1", one)), quantity(row("b", "1", other, area="CHN"))
    for compute in (derive.total, derive.difference, derive.ratio, derive.share):
        with pytest.raises(LedgerError) as error:
            compute(*values)
        assert error.value.faults[0].hint == hint


def test_converted_amounts_add():
    whole = derive.total(
        quantity(row("a", "10.0")), converted("70.840", "CNY billion", "USD", rate(value="7.0840"))
    )
    assert f"{whole.rounded} {whole.unit}" == "20.0 USD billion"


amounts = st.decimals(min_value="0.01", max_value=100000, places=2, allow_nan=False)
rates = st.decimals(min_value="0.001", max_value=1000, places=4, allow_nan=False)


@given(amounts, rates)
def test_there_and_back_is_where_it_began(amount, value):
    declared = rate(value=str(value))
    found = convert(held(declared), quantity(row("a", str(amount))), "CNY", declared.id)
    back = convert(held(declared), found, "USD", declared.id)
    assert abs(back.value - amount) <= amount * Decimal("1e-30")
    assert back.unit == quantity(row("a", "1")).unit


@given(amounts, amounts, rates)
def test_converting_a_sum_is_summing_what_is_converted(one, other, value):
    declared = rate(value=str(value))
    a, b = quantity(row("a", str(one))), quantity(row("b", str(other), area="CHN"))
    whole = convert(held(declared), derive.total(a, b), "CNY", declared.id)
    parts = [convert(held(declared), each, "CNY", declared.id) for each in (a, b)]
    assert abs(whole.value - derive.total(*parts).value) <= whole.value * Decimal("1e-30")


@given(amounts, amounts, rates)
def test_a_rate_cancels_in_a_ratio(one, other, value):
    declared = rate(value=str(value))
    a, b = quantity(row("a", str(one))), quantity(row("b", str(other), area="CHN"))
    ratio = derive.ratio(*(convert(held(declared), each, "CNY", declared.id) for each in (a, b)))
    assert abs(ratio.value - derive.ratio(a, b).value) <= ratio.value * Decimal("1e-30")
    assert abs(ratio.range.low - ratio.range.high) <= ratio.value * Decimal("1e-30")
