"""Conversions, ranks and words in templates: what is in the braces, what is printed, what is behind it."""

import pytest

from aibrief_report.errors import BriefError
from tests.outline import outline
from tests.projects import composed, project

RATES = """id,from,to,period,rate,source,locator,origin,reading,note
usd-eur-2024,USD,EUR,2024,0.924,budget,p. 3,,primary,
usd-eur-2022,USD,EUR,2022,0.951,budget,p. 3,,primary,
"""
MORE = """trips-city-2024,trips,CITY,,2024,,8.1,trips million,,,,normal,counts,table 2,,,primary,,normal,
real-north-2015,spending,NORTH,,2015,,10.0,USD@2015 million,,,,normal,budget,p. 9,,,primary,,normal,
real-north-2020,spending,NORTH,,2020,,20.0,USD@2015 million,,,,normal,budget,p. 9,,,primary,,normal,
"""


@pytest.fixture
def document(tmp_path):
    """A function from a template to its document; the project declares two rates."""

    def document(template, rates=RATES):
        root = project(tmp_path, template, SHORT, MORE)
        (root / "data" / "rates.csv").write_text(rates, encoding="utf-8")
        return composed(root)

    return document


SHORT = """short:
  north: obs("trips", "NORTH", 2024)
  south: obs("trips", "SOUTH", 2024)
  city: obs("trips", "CITY", 2024)
  north_23: obs("trips", "NORTH", 2023)
  south_23: obs("trips", "SOUTH", 2023)
  dollars: obs("spending", "NORTH", 2024)
  euros: obs("spending", "SOUTH", 2024)
  lanes: obs("spending", "NORTH", 2023)
"""


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ('convert(dollars, "EUR", rate="usd-eur-2024")', "€11.6␣million"),
        ('convert(euros, "USD", "usd-eur-2024")', "$3.2␣million"),
        ('dollars + convert(euros, "USD", "usd-eur-2024")', "$15.7␣million"),
        ('convert(lanes, "EUR", "usd-eur-2024") | range', "€9.24–13.5␣million"),
        ('row("real-north-2015")', "$10.0␣million (2015 prices)"),
        ('change(row("real-north-2015"), row("real-north-2020")) | words', "doubled"),
        ('rank("trips", "NORTH", 2024)', "1"),
        ('rank("trips", "SOUTH", 2024)', "2"),
        ('rank("trips", "SOUTH", 2024) | words', "the smaller of two"),
        ("ratio(north_23, south_23) | words", "more than one and a half times"),
        ("share(north, city) | words", "just under two thirds"),
        ("share(north, city) | words(capital=true)", "Just under two thirds"),
        ("change(north_23, north) | words", "rose"),
        ('obs("riders", "SOUTH", 2024) | words', "just under half"),
        ("ratio(north, south) | words", "more than one and a half times"),
        ("ratio(lanes, lanes) | words", "equal to"),
    ],
)
def test_an_expression_prints(document, expression, printed):
    line = outline(document(f"{{{{ {expression} }}}}")).splitlines()[1]
    assert line.partition("{")[2].rpartition("}")[0].partition(": ")[2] == printed


def test_a_converted_number_leads_to_value_rate_and_both_sources(document):
    found = document('{{ convert(obs("spending", "NORTH", 2024), "EUR", "usd-eur-2024") }}')
    (number,) = found.numbers.values()
    assert number.id.startswith("convert-")
    assert number.formula == "spending-north-2024 × usd-eur-2024"
    assert number.rows == ("spending-north-2024", "usd-eur-2024")
    assert [(one.locator, one.rows) for one in number.sources] == [
        ("p. 14", ("spending-north-2024",)),
        ("p. 3", ("usd-eur-2024",)),
    ]
    assert (number.value, number.unit, number.period) == ("11.6", "EUR million", "2024")


def test_a_word_leads_to_its_number(document):
    found = document('{{ ratio(obs("trips", "NORTH", 2023), obs("trips", "SOUTH", 2023)) | words }}')
    (number,) = found.numbers.values()
    assert (number.text, number.value) == ("1.6", "1.6")
    assert number.formula == "trips-north-2023 ÷ trips-south-2023"


def test_a_rank_leads_to_every_row_it_counts(document):
    found = document('{{ rank("trips", "SOUTH", 2024) | words }}')
    (number,) = found.numbers.values()
    assert number.id.startswith("rank-")
    assert (number.text, number.rows) == ("2", ("trips-north-2024", "trips-south-2024"))
    assert number.formula == (
        "place of trips-south-2024 among trips-south-2024, trips-north-2024, the largest first"
    )


def test_a_rank_is_judged_in_a_claim(document):
    found = document('{% claim rank("riders", "NORTH", 2024) == 1 %}The north leads.{% endclaim %}')
    assert [claim.verdict for claim in found.claims.values()] == ["holds"]


def test_a_template_asks_for_a_rank(document):
    assert " yes" in outline(document('{% if rank("riders", "NORTH", 2024) == 1 %}yes{% endif %}'))


def test_a_word_that_is_not_true_of_all_is_an_error_even_where_a_weaker_one_is_wanted(document):
    with pytest.raises(BriefError, match=r"is not true of all that sources say: 0\.8 to 1\.17"):
        document("{{ ratio(lanes, dollars) | words(safe=true) }}")


def test_words_need_nobody_to_choose_where_they_are_true_for_all(document):
    found = document("{{ ratio(lanes, row('spending-north-2024') / 4) | words(safe=true) }}")
    (number,) = found.numbers.values()
    assert outline(found).splitlines()[1].endswith(": more than three times}")
    assert (number.kind, number.verdict) == ("range", "contested")


def test_a_reason_stands_in_the_annex(document):
    found = document(
        '{{ ratio(row("trips-north-2024"), row("trips-south-2023"), accept="the south is late") }}'
    )
    (number,) = found.numbers.values()
    assert number.note == "the south is late"
    assert found.notices == ()


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ('convert(dollars, "EUR", "usd-eur")', "there is no rate 'usd-eur'"),
        ('convert(dollars, "EUR")', "convert() lacks rate"),
        ('accept(north, " ")', "why is it accepted?"),
        ("3 | words", "words() works on quantities"),
        ("north | words", "no words for bicycle trips in trips million"),
    ],
)
def test_what_cannot_be_said_is_told(document, template, message):
    with pytest.raises(BriefError) as error:
        document(f"{{{{ {template} }}}}")
    assert message in str(error.value)


HEADER = RATES.splitlines()[0] + "\n"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("a,USD,EUR,2024,,budget,,,primary,", "data/rates.csv:2:5: a rate is a number above zero"),
        ("a,USD,EUR,2024,0,budget,,,primary,", "data/rates.csv:2:5: a rate is a number above zero"),
        ("a,USD,EUR,2024,x,budget,,,primary,", "data/rates.csv:2:5: rate 'x' is not a number"),
        ("a,USD billion,EUR,2024,1,budget,,,primary,", "data/rates.csv:2:2: from “USD billion”"),
        ("a,USD,USD,2024,1,budget,,,primary,", "data/rates.csv:2:3: the rate leads from USD to itself"),
        ("a,USD,EUR,,1,budget,,,primary,", "data/rates.csv:2:4: period is empty"),
        ("a,USD,EUR,2024,1,,,,primary,", "data/rates.csv:2:6: source is empty"),
        ("a,USD,EUR,2024,1,bank,,,primary,", "data/rates.csv:2:6: a: there is no source 'bank'"),
        ("a,USD,EUR,2024,1,budget,,,hearsay,", "data/rates.csv:2:9: reading 'hearsay' is not one of"),
        ("lanes-by-city,USD,EUR,2024,1,budget,,,primary,", "data/rates.csv:2:1: the id 'lanes-by-city' is"),
    ],
)  # fmt: skip
def test_a_rate_that_cannot_be_right_is_told_at_its_cell(document, line, fault):
    with pytest.raises(BriefError) as error:
        document("Text.", HEADER + line + "\n")
    assert str(error.value).startswith(fault)
    assert len(error.value.faults) == 1
