"""Values in words, in the languages a brief can be written in. A non-breaking space is shown as ␣."""

# ruff: noqa: E501  # a pair reads best on one line

from decimal import Decimal

import pytest

from aibrief_report.errors import LedgerError
from aibrief_report.ledger import derive
from aibrief_report.ledger.units import read_unit
from aibrief_report.ledger.wording import Wording
from tests.ledger.build import quantity, row

LANGUAGES = ("en", "en-GB", "de", "fr", "zh")


def shown(text: str) -> str:
    return text.replace("\u00a0", "␣").replace("\u202f", "␣")


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        ("67.2", "USD billion", ("$67.2␣billion", "$67.2␣billion", "67,2␣Mrd.␣$", "67,2␣milliards␣$US", "672亿美元")),
        ("7.76", "USD billion", ("$7.76␣billion", "$7.76␣billion", "7,76␣Mrd.␣$", "7,76␣milliards␣$US", "77.6亿美元")),
        ("50", "CNY billion", ("50␣billion␣yuan", "50␣billion␣yuan", "50␣Mrd.␣Yuan", "50␣milliards␣yuans", "500亿元")),
        ("3.0", "EUR million", ("€3.0␣million", "€3.0␣million", "3,0␣Mio.␣€", "3,0␣millions␣€", "300万欧元")),
        ("1234.5", "GBP", ("£1,234.5", "£1,234.5", "1.234,5␣£", "1␣234,5␣£GB", "£1,234.5")),
        ("22.60", "percent", ("22.60%", "22.60%", "22,60␣%", "22,60␣%", "22.60%")),
        ("-0.5", "percent", ("−0.5%", "−0.5%", "−0,5␣%", "−0,5␣%", "−0.5%")),
        ("29542", "models", ("29,542", "29,542", "29.542", "29␣542", "29,542")),
        ("5.2", "trips million", ("5.2␣million", "5.2␣million", "5,2␣Mio.", "5,2␣millions", "520万")),
        ("183", "TWh", ("183␣TWh", "183␣TWh", "183␣TWh", "183␣TWh", "183␣TWh")),
        ("5.2", "kWh million", ("5.2␣million␣kWh", "5.2␣million␣kWh", "5,2␣Mio.␣kWh", "5,2␣millions␣kWh", "520万␣kWh")),
        ("7", "t CO2e per capita", ("7␣t CO2e per capita", "7␣t CO2e per capita", "7␣t CO2e pro Kopf", "7␣t CO2e par habitant", "人均7␣t CO2e")),
        ("8.66", "ratio", ("8.66", "8.66", "8,66", "8,66", "8.66")),
        ("-2.5", "USD billion", ("−$2.5␣billion", "−$2.5␣billion", "−2,5␣Mrd.␣$", "−2,5␣milliards␣$US", "−25亿美元")),
        ("1.2345", "models thousand", ("1.2345␣thousand", "1.2345␣thousand", "1,2345␣Tausend", "1,2345␣milliers", "1,234.5")),
        (
            "14.5",
            "percentage-points",
            ("14.5␣percentage points", "14.5␣percentage points", "14,5␣Prozentpunkte", "14,5␣points de pourcentage", "14.5个百分点"),
        ),
    ],
)  # fmt: skip
def test_amounts_keep_the_digits_that_were_published(value, unit, written):
    told = [shown(Wording(one).amount(Decimal(value), read_unit(unit))) for one in LANGUAGES]
    assert told == list(written)


def test_a_symbol_is_left_out_of_a_bare_number():
    one = quantity(row("a", "183", "TWh"))
    assert shown(Wording("en").quantity(one)) == "183␣TWh"
    assert Wording("en").quantity(one, "number") == "183"


@pytest.mark.parametrize(
    ("qualifier", "sign", "written"),
    [
        ("over", ">67", ("more than 67", "more than 67", "mehr als 67", "plus de 67", "超过67")),
        ("under", "<67", ("less than 67", "less than 67", "weniger als 67", "moins de 67", "不到67")),
        ("about", "~67", ("about 67", "about 67", "rund 67", "environ 67", "约67")),
        ("up-to", "≤67", ("up to 67", "up to 67", "bis zu 67", "jusqu’à 67", "最多67")),
        ("exact", "67", ("67", "67", "67", "67", "67")),
    ],
)
def test_hedges_are_words_in_prose_and_signs_in_cells(qualifier, sign, written):
    one = quantity(row("a", "67", "models", qualifier=qualifier))
    assert [Wording(language).quantity(one) for language in LANGUAGES] == list(written)
    assert Wording("en").quantity(one, "number") == sign


@pytest.mark.parametrize(
    ("period", "written"),
    [
        ("2023", ("2023", "2023", "2023", "2023", "2023年")),
        ("2023-Q3", ("Q3␣2023", "Q3␣2023", "Q3␣2023", "T3␣2023", "2023年第3季度")),
        ("2023-10", ("October␣2023", "October␣2023", "Oktober␣2023", "octobre␣2023", "2023年10月")),
        ("2023-10-17", ("October␣17,␣2023", "17␣October␣2023", "17.␣Oktober␣2023", "17␣octobre␣2023", "2023年10月17日")),
        ("2014/2023", ("2014–2023", "2014–2023", "2014–2023", "2014–2023", "2014年–2023年")),
        ("", ("", "", "", "", "")),
    ],
)  # fmt: skip
def test_dates_are_those_of_the_language(period, written):
    told = [shown(Wording(one).date(period)) for one in LANGUAGES]
    if period in ("2023", "2014/2023"):  # a bare year may do without 年 in Chinese
        told[-1] = told[-1].replace("年", "")
        written = (*written[:-1], written[-1].replace("年", ""))
    assert told == list(written)


@pytest.mark.parametrize(
    ("low", "high", "unit", "written"),
    [
        ("7.76", "14.6", "USD billion", ("$7.76–14.6␣billion", "7,76–14,6␣Mrd.␣$")),
        ("22.6", "30.1", "percent", ("22.6–30.1%", "22,6–30,1␣%")),
        ("50", "60", "CNY billion", ("50–60␣billion␣yuan", "50–60␣Mrd.␣Yuan")),
        ("15", "61", "models", ("15–61", "15–61")),
        ("102", "166", "TWh", ("102–166␣TWh", "102–166␣TWh")),
        ("5", "6", "m²", ("5–6␣m²", "5–6␣m²")),
        ("-5", "-3", "percent", ("−5% to −3%", "−5␣% bis −3␣%")),
        ("-5", "3", "percent", ("−5% to 3%", "−5␣% bis 3␣%")),
        ("8.7", "8.7", "ratio", ("8.7", "8,7")),
    ],
)
def test_a_range_says_its_unit_once_and_no_sign_is_lost(low, high, unit, written):
    told = [shown(Wording(one).range(Decimal(low), Decimal(high), read_unit(unit))) for one in ("en", "de")]
    assert told == list(written)


def test_a_derived_value_prints_the_digits_it_has():
    ratio = derive.ratio(quantity(row("us", "67.2")), quantity(row("cn", "7.76", area="CHN")))
    assert [Wording(one).quantity(ratio) for one in LANGUAGES] == ["8.66", "8.66", "8,66", "8,66", "8.66"]


def test_columns_name_the_unit_once():
    units = [read_unit(one) for one in ("USD billion", "percent", "models", "trips million", "CNY billion")]
    assert [Wording("en").unit(one) for one in units] == [
        "$ billion",
        "%",
        "models",
        "million trips",
        "billion yuan",
    ]


@pytest.mark.parametrize("language", ["xx", "klingon", "e"])
def test_a_language_nobody_speaks_is_refused(language):
    with pytest.raises(LedgerError, match="is not known"):
        Wording(language).number(Decimal(1))
