from decimal import Decimal

import pytest

from aibrief_report.ledger.units import Unit, read_unit


@pytest.mark.parametrize(
    ("text", "measure", "scale", "kind"),
    [
        ("USD billion", "USD", "billion", "currency"),
        ("CNY", "CNY", "", "currency"),
        ("percent", "percent", "", "percent"),
        ("percentage-points", "percentage-points", "", "points"),
        ("ratio", "ratio", "", "ratio"),
        ("index", "index", "", "index"),
        ("models", "models", "", "count"),
        ("bicycle trips million", "bicycle trips", "million", "count"),
    ],
)
def test_a_unit_is_a_measure_and_a_scale(text, measure, scale, kind):
    unit = read_unit(text)
    assert (unit.measure, unit.scale, unit.kind) == (measure, scale, kind)
    assert str(unit) == text


@pytest.mark.parametrize(
    ("unit", "symbol"),
    [
        *(
            (one, one)
            for one in ("TWh", "GW", "MW", "m", "km", "t", "kg", "ha", "m²", "°C", "kWh", "bbl", "ppm")
        ),
        *((one, one) for one in ("exaFLOP", "FLOP/s", "GPUs", "t CO2e", "EUR/MWh")),
        ("kWh million", "kWh"),
        ("kWh per capita", "kWh"),
        *(
            (one, "")
            for one in ("models", "patent families", "AI models", "tonnes", "Modelle", "données", "模型")
        ),
        *(
            (one, "")
            for one in ("deaths per 100 thousand", "USD billion", "percent", "ratio", "index (2010=100)")
        ),
    ],
)
def test_a_unit_that_is_no_noun_is_a_symbol(unit, symbol):
    assert read_unit(unit).symbol == symbol


@pytest.mark.parametrize("text", ["", "million", "million USD", "USD billion million", "  "])
def test_a_scale_stands_last_and_not_alone(text):
    with pytest.raises(ValueError, match=r"scale|unit"):
        read_unit(text)


@pytest.mark.parametrize(
    ("scale", "factor"), [("", 1), ("thousand", 10**3), ("million", 10**6), ("trillion", 10**12)]
)
def test_scales_are_those_of_english(scale, factor):
    assert Unit("USD", scale).factor == Decimal(factor)
