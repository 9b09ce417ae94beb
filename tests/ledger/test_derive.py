"""Derived values: worked examples whose answers were published or can be done by hand."""

from decimal import Decimal

import pytest

from aibrief_report.errors import LedgerError
from aibrief_report.ledger import derive
from aibrief_report.ledger.facts import fact_of_row
from tests.ledger.build import ledger, quantity, row


def value(number: str, unit: str = "USD billion", **more):
    name = more.pop("id", f"row-{number}-{more.get('period', '')}")
    return quantity(row(name, number, unit, **more))


def test_67_2_is_8_66_times_7_76():
    # Stanford AI Index Report 2024, section 4.3: private investment in the United States and China, 2023
    assert str(derive.ratio(value("67.2"), value("7.76")).rounded) == "8.66"


def test_61_models_to_15_models():
    # Stanford AI Index Report 2024, section 1.1: notable models of the United States and China, 2023
    over, under = value("61", "models"), value("15", "models")
    assert str(derive.ratio(over, under).rounded) == "4.1"
    assert derive.ratio(over, under).value.quantize(Decimal("0.001")) == Decimal("4.067")


def test_growth_from_12_6_to_26_44_in_four_years_is_20_4_percent_a_year():
    start, end = value("12.6", period="2019"), value("26.44", period="2023")
    growth = derive.growth(start, end)
    assert str(growth.rounded) == "20.4"
    assert str(growth.unit) == "percent"
    assert growth.formula == "((row-26.44-2023 ÷ row-12.6-2019)^(1/4) − 1) × 100"


def test_growth_counts_months_where_periods_are_finer_than_years():
    start, end = value("100", period="2020-06"), value("121", period="2021-12")
    assert derive.growth(start, end).value.quantize(Decimal("0.01")) == Decimal("13.55")  # 1.21^(1/1.5)


def test_share_is_percent():
    share = derive.share(value("22.6"), value("100.5"))
    assert (str(share.rounded), str(share.unit)) == ("22.5", "percent")


def test_change_is_percent_of_the_first():
    change = derive.change(value("4.1"), value("5.2"))
    assert (str(change.rounded), str(change.unit)) == ("27", "percent")
    assert str(derive.change(value("5.2"), value("4.1")).rounded) == "-21"


def test_two_percentages_differ_by_percentage_points():
    difference = derive.difference(value("62.5", "percent"), value("48.0", "percent"))
    assert (str(difference.rounded), str(difference.unit)) == ("14.5", "percentage-points")


def test_a_difference_keeps_the_fewest_decimals():
    assert str(derive.difference(value("67.2"), value("7.76")).rounded) == "59.4"
    assert str(derive.difference(value("67"), value("7.76")).rounded) == "59"


def test_a_total_is_in_the_unit_of_the_first():
    total = derive.total(value("1.25"), value("500", "USD million"))
    assert (str(total.rounded), str(total.unit)) == ("1.75", "USD billion")


def test_what_is_coarser_coarsens_the_sum():
    total = derive.total(value("12.5", "USD million"), value("1.2"))
    assert format(total.rounded, "f") == "1200"


def test_ratio_does_not_mind_the_scale():
    assert derive.ratio(value("7200", "USD million"), value("7.2")).rounded == 1


def test_what_is_left_of_100_percent():
    left = derive.remainder([value("61.5", "percent"), value("15.2", "percent", id="other")])
    assert str(left.rounded) == "23.3"
    assert left.formula == "100 − row-61.5- − other"


def test_digits_of_a_ratio_are_the_fewest_of_its_inputs_and_at_most_three():
    assert str(derive.ratio(value("67.25"), value("7.764")).rounded) == "8.66"
    assert str(derive.ratio(value("67"), value("7.764")).rounded) == "8.6"
    assert str(derive.ratio(value("9"), value("7.764")).rounded) == "1"


def test_more_digits_than_supported_cannot_be_asked_for():
    ratio = derive.ratio(value("67.2"), value("7.76"))
    assert str(ratio.with_digits(2).rounded) == "8.7"
    for digits in (0, 4):
        with pytest.raises(LedgerError, match="cannot be printed"):
            ratio.with_digits(digits)


@pytest.mark.parametrize("name", ["ratio", "share", "change", "difference", "total"])
def test_unlike_units_do_not_meet(name):
    with pytest.raises(LedgerError, match="means nothing"):
        getattr(derive, name)(value("1"), value("1", "models"))


def test_two_currencies_want_a_rate():
    with pytest.raises(LedgerError) as error:
        derive.total(value("1"), value("1", "EUR billion"))
    assert error.value.faults[0].hint.startswith(
        "two currencies need a rate that is declared, dated and sourced"
    )


@pytest.mark.parametrize(("start", "end"), [("2023", "2019"), ("2023", "2023"), ("", "2023")])
def test_growth_needs_two_periods_the_earlier_first(start, end):
    with pytest.raises(LedgerError, match="two dated periods"):
        derive.growth(value("1", period=start), value("2", period=end))


def test_nothing_is_divided_by_zero():
    with pytest.raises(LedgerError, match="division by zero"):
        _ = derive.ratio(value("1"), value("0")).value


def test_a_derived_value_knows_its_rows_and_says_how_it_was_computed():
    ratio = derive.ratio(value("67.2", id="us"), value("7.76", id="china", area="CHN"))
    assert ratio.formula == "us ÷ china"
    assert [one.id for one in ratio.rows] == ["us", "china"]
    assert derive.share(ratio, ratio).formula == "(us ÷ china) ÷ (us ÷ china) × 100"


def test_what_two_sources_say_of_one_fact_can_be_set_side_by_side():
    city, press = row("city", "10.0"), row("press", "14.6", source="other")
    held = ledger(city, press)
    low, high = (derive.observed(held, fact_of_row(held, one)) for one in (city, press))
    assert str(derive.ratio(high, low).rounded) == "1.46"
    assert str(derive.difference(high, low).rounded) == "4.6"
    assert derive.ratio(high, low).range.single
    assert derive.ratio(high, high).value == 1


@pytest.mark.parametrize("name", ["change", "growth"])
@pytest.mark.parametrize("start", ["0", "-3.5"])
def test_percent_of_nothing_or_of_a_loss_is_refused(name, start):
    with pytest.raises(LedgerError, match=f"a {name} in percent needs values above zero"):
        getattr(derive, name)(value(start, period="2022"), value("2.6", period="2023"))
