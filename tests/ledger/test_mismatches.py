"""What is set against each other though it is not alike, and what only seems so."""

import pytest
from msgspec.structs import replace

from aibrief_report.ledger import derive
from aibrief_report.ledger.claims import Comparison, Negation
from aibrief_report.ledger.mismatches import compared, mismatches
from aibrief_report.ledger.rates import convert
from aibrief_report.ledger.records import Rate
from tests.ledger.build import ledger, quantity, row
from tests.ledger.test_rates import rate

SOURCES = """
- {id: index-24, title: Index 2024, collection-title: Index}
- {id: index-25, title: Index 2025, collection-title: Index}
- {id: other, title: Other}
"""
US = row("us", "67.2", source="index-24", edition="2024")


def cn(**more):
    return row("cn", "7.76", **({"area": "CHN", "source": "index-24", "edition": "2024"} | more))


def told(compute, *rows, rates=()):
    """Return the codes and messages of what a function of rows sets against each other."""
    held = replace(ledger(*rows, sources=SOURCES), rates={one.id: one for one in rates})
    found = compute(*(quantity(one) for one in rows))
    return [f"{one.code}: {one.message}" for one in mismatches(held, found)]


@pytest.mark.parametrize("compute", [derive.ratio, derive.share, derive.difference, derive.total])
def test_like_with_like_raises_nothing(compute):
    assert told(compute, US, cn()) == []


@pytest.mark.parametrize(
    ("compute", "other", "expected"),
    [
        (derive.ratio, cn(period="2024"), ["periods-differ: 2023 and 2024 are different periods"]),
        (derive.share, cn(period="2023-01/2023-11"),
         ["periods-differ: 2023 and 2023-01/2023-11 are different periods"]),
        (derive.ratio, cn(period=""), ["periods-differ: 2023 and no period are different periods"]),
        (derive.difference, cn(indicator="funding"),
         ["indicators-differ: investment and funding are defined differently"]),
        (derive.ratio, cn(source="index-25", edition="2025"),
         ["editions-differ: 2024 and 2025 are different editions of Index"]),
        (derive.ratio, cn(status="forecast"), ["forecast-and-outcome: cn is a forecast, us is none"]),
        (derive.ratio, cn(status="target"), ["forecast-and-outcome: cn is a target, us is none"]),
        (derive.ratio, cn(status="estimated"), []),
        (derive.ratio, cn(source="other", edition="2025"), []),
    ],
)  # fmt: skip
def test_what_is_not_alike_is_told(compute, other, expected):
    assert told(compute, US, other) == expected


def test_a_change_over_time_is_meant():
    later = row("us-24", "109.1", period="2024", source="index-24", edition="2024")
    for compute in (derive.change, derive.growth, derive.difference, derive.ratio):
        assert told(compute, US, later) == []


def test_a_change_over_time_between_editions_is_told():
    later = row("us-24", "109.1", period="2024", source="index-25", edition="2025")
    assert told(derive.change, US, later) == [
        "editions-differ: 2025 and 2024 are different editions of Index"
    ]


def test_growth_to_a_forecast_is_told():
    later = row("us-26", "120", period="2026", status="forecast", source="other")
    assert told(derive.growth, US, later) == ["forecast-and-outcome: us-26 is a forecast, us is none"]


def test_parts_and_their_whole_from_one_producer_are_meant():
    part = row("part", "20", indicator="compute", source="index-24", edition="2024")
    assert told(derive.share, part, US) == []
    assert told(derive.total, part, US) == []


def test_what_is_within_a_computed_value_is_told_too():
    rows = US, cn(period="2024"), row("de", "2", area="DEU", source="index-24", edition="2024")
    nested = told(lambda us, a, b: derive.difference(derive.ratio(us, a), derive.ratio(us, b)), *rows)
    assert nested == [
        "periods-differ: 2023 and 2024 are different periods",
        "periods-differ: 2023, 2024 and 2023 are different periods",
    ]


def test_what_is_accepted_is_told_no_more_nor_is_what_is_computed_from_it():
    accepted = replace(quantity(cn(period="2024")), accepted="the only years there are")
    us, other = quantity(US), accepted
    found = derive.ratio(us, other)
    assert mismatches(ledger(US), found) == ()
    assert found.accepted == "the only years there are"


def test_claims_compare_what_is_on_their_two_sides():
    held = ledger(US, sources=SOURCES)
    condition = Comparison(quantity(US), ">", quantity(cn(indicator="funding", source="other")))
    assert [one.code for one in compared(held, Negation(condition))] == ["indicators-differ"]
    assert compared(held, Comparison(quantity(US), ">", quantity(cn()))) == ()


@pytest.mark.parametrize(
    ("period", "codes"), [("2023", []), ("2023-06", []), ("2022", ["rate-of-another-period"])]
)
def test_a_rate_is_of_the_period_of_what_it_converts(period, codes):
    declared: Rate = rate(period=period)
    held = replace(ledger(US, sources=SOURCES), rates={declared.id: declared})
    found = convert(held, quantity(US), "CNY", declared.id)
    assert [one.code for one in mismatches(held, found)] == codes
    whole = derive.total(found, quantity(cn(unit="CNY billion")))
    assert [one.code for one in mismatches(held, whole)] == codes
