"""For each rule briefs that break it, and briefs that nearly do."""

import pytest

from tests.checks.briefs import DATA, found, row

US_23, US_24 = '{{ obs("models", "USA", 2023) }}', '{{ obs("models", "USA", 2024) }}'
CN_23, CN_24 = '{{ obs("models", "CHN", 2023) }}', '{{ obs("models", "CHN", 2024) }}'
INV = '{{ obs("investment", "CHN", 2024) }}'

BROKEN = [
    # numbers that come from no row
    ("AB101", "China has 300 such firms."),
    ("AB101", "The bill comes to $67.2 billion."),
    ("AB101", "The share is 22.6%."),
    ("AB101", "The share is 22 per cent."),
    ("AB101", "It is a factor of 0.22."),
    ("AB101", "Two million users signed up."),
    ("AB101", "Some twelve per cent agreed."),
    ("AB101", "Only 12 of them were read."),
    ("AB101", "It counted 1950 models in all."),
    ("AB101", "China 15, all others none."),
    ("AB101", "It grew 10x in a year."),
    ("AB101", "EUR 5 was the price."),
    ("AB101", "A survey of 100 firms says so."),
    ("AB101", f"China has {CN_24} models and 7 others."),
    ("AB101", "It is [about 12]{.smallcaps} of them."),
    ("AB101", "::: box A box\nWith **40** rows.\n:::"),
    ("AB101", "A note.[^a]\n\n[^a]: It had 40 rows."),
    ("AB101", "| Land | Models |\n|---|---|\n| China | 15 |"),
    ("AB101", "# Some 40 models are not enough"),
    ("AB101", 'He said "nearly 300" to nobody.'),
    # comparisons without a claim
    ("AB102", "The count has doubled."),
    ("AB102", "It is the largest of all."),
    ("AB102", "Private investment more than halved."),
    ("AB102", "A majority of the firms moved."),
    ("AB102", "More than half of the patents lapsed."),
    ("AB102", "Nearly two-thirds of them are Chinese."),
    ("AB102", "The United States spends twice as much."),
    ("AB102", "It has three times the staff."),
    ("AB102", "China surpassed the United States."),
    ("AB102", "China is ahead of the United States."),
    ("AB102", "China leads in patents."),
    ("AB102", "China ranks first."),
    ("AB102", "The United States lags far behind."),
    ("AB102", "China released more models than the United States."),
    ("AB102", "China released the most models."),
    ("AB102", f"China has {CN_24} models, fewer than the United States."),
    ("AB102", "# Investment in China fell"),
    ("AB102", "# China trains more models"),
    ("AB102", "It hit a record high."),
    ("AB102", f"{{% claim {CN_24[3:-3]} > 1 %}}China{{% endclaim %}} has the largest count."),
    # directions
    ("AB103", f"It rose from {US_23} to {US_24} models."),
    ("AB103", f"The count fell from {CN_23} to {CN_24}."),
    ("AB103", f"It grew, from {US_23} in 2023 to {US_24} in 2024."),
    ("AB103", "The count rose by {{ row('us-rate-24') }}."),
    ("AB103", "The count fell by {{ row('rate-24') }}."),
    ("AB103", f"It fell by {{{{ change({CN_23[3:-3]}, {CN_24[3:-3]}) }}}}."),
    ("AB103", f"That is {{{{ change({CN_23[3:-3]}, {CN_24[3:-3]}) }}}} less than before."),
    ("AB103", f"China's count declined: {CN_23} in 2023, {CN_24} in 2024."),
    ("AB103", f"{{% claim {CN_24[3:-3]} > {CN_23[3:-3]} %}}The count shrank{{% endclaim %}}."),
    # years and units
    ("AB104", f"In 2023 China had {CN_24} models."),
    ("AB104", f"China had {CN_24} models in 2023, and the United States {US_23}."),
    ("AB104", f"From 2014 to 2019, China had {CN_24} models."),
    ("AB104", f"Investment was {INV} billion."),
    ("AB104", f"Investment was {INV} million."),
    ("AB104", f"Investment was {INV} euros."),
    ("AB104", f"Investment was ${{{{ {INV[3:-3]} | number }}}} million."),
    ("AB104", f"Investment was €{{{{ {INV[3:-3]} | number }}}} billion."),
    ("AB104", "It changed by {{ row('rate-24') }} percentage points."),
    ("AB104", "Its data centres used {{ row('power') | number }} GWh."),
    ("AB104", "Its data centres used {{ row('power') }} TWh."),
    ("AB104", f"China had {CN_24} GWh of models."),
    ("AB109", "Its data centres used {{ row('power') | number }} in 2024."),
    ("AB109", f"# China has {CN_24}"),
    ("AB109", f"- China has {CN_24}, the United States {INV}."),
    # untraced readings
    ("AB105", "India had {{ row('rumour') }} models."),
    ("AB105", "India had {{ row('rumour') }} models [@counts]."),
    ("AB105", f"That is {{{{ ratio(row('rumour'), {CN_24[3:-3]}) }}}} times as China."),
    (
        "AB105",
        "# One\n\nIndia's {{ row('rumour') }} are untraced.\n\n# Two\n\nIndia had {{ row('rumour') }}.",
    ),
    # form
    ("AB401", "# One\n\n### Two"),
    ("AB401", "## One"),
    ("AB402", " ".join(["word"] * 46) + "."),
    ("AB402", f"- {' '.join(['word'] * 45)} {CN_24}."),
]

NEARLY = [
    ("AB101", f"China has {CN_24} models."),
    ("AB101", "{% for n in range(3) %}Row {{ n }} and {{ n + 100 }}. {% endfor %}"),
    ("AB101", "{% for n in [6] %}{{ n }} sums were found in 2026, by 16 May. {% endfor %}"),
    ("AB101", "A rank of {{ rank('models', 'CHN', 2024) }} among those listed."),
    ("AB101", "Executive Order 14110 and [300]{.literal}."),
    ("AB101", "| Part | What |\n|---|---|\n| Article 5 | bans |"),
    ("AB101", "> We counted 300 firms."),
    ("AB101", "    300 in code"),
    ("AB101", "It rests on “Ten Steps in 300 Days” and three hunches."),
    ("AB102", f"{{% claim {US_24[3:-3]} > {CN_24[3:-3]} %}}The US count is the largest{{% endclaim %}}."),
    ("AB102", f"That is {{{{ ratio({US_24[3:-3]}, {CN_24[3:-3]}) }}}} times the number from China."),
    ("AB102", "The firm's biggest obstacle is China."),
    ("AB102", "Nobody counted more than once."),
    ("AB102", "The first half of the year was quiet."),
    ("AB102", "> China has the largest count."),
    ("AB102", "# Counts fell silent"),
    ("AB102", f"# {{% claim {CN_24[3:-3]} > {CN_23[3:-3]} %}}China trains more models{{% endclaim %}}"),
    ("AB102", "China could surpass the United States, or lead in patents."),
    ("AB103", f"It fell from {US_23} to {US_24} models."),
    ("AB103", f"It did not rise from {US_23} to {US_24} models; it fell."),
    ("AB103", "The count fell by {{ row('us-rate-24') }}."),
    ("AB103", f"Prices rose while China had {CN_23} models in 2023 and the United States {US_24}."),
    ("AB103", f"{{% claim {CN_24[3:-3]} > {CN_23[3:-3]} %}}The count grew{{% endclaim %}}."),
    ("AB104", f"In 2024 China had {CN_24} models."),
    ("AB104", f"In 2025 the office reported {CN_24} models."),
    ("AB104", f"The 2025 edition has {CN_24} models, the AI Report 2026 none."),
    ("AB104", f"China had {CN_23} models in 2023 and {CN_24} in 2024."),
    ("AB104", f"From 2020 to 2030 the plan runs, and has {CN_24} models."),
    ("AB104", f"The count of {CN_24} compares with 2020 levels."),
    ("AB104", "On 2023, the count changed by {{ row('rate-24') }}."),
    ("AB104", f"Investment was {INV}, or ${{{{ {INV[3:-3]} | number }}}} billion."),
    ("AB104", f"China's {CN_24} models and patents are listed."),
    ("AB104", "Its data centres used {{ row('power') }} or {{ row('power') | number }} TWh."),
    ("AB109", "Its data centres used {{ row('power') }}, or {{ row('power') | number }} TWh."),
    ("AB109", f"China has {CN_24}, and the United States {US_24}, models."),
    ("AB109", f"The model counts are near. China has {CN_24}."),
    ("AB109", "Shares rose by {{ row('rate-24') }}."),
    ("AB109", f"China has {INV}."),
    ("AB105", f"China had {CN_24} models."),
    ("AB105", "India had {{ row('rumour') }} models, by a page that could not be traced."),
    (
        "AB105",
        "# One\n\nIndia's {{ row('rumour') }} are untraced.\n\nSo of the {{ row('rumour') }} say nothing.",
    ),
    ("AB105", "| Land | Models |\n|---|---|\n| India | {{ row('rumour') }} |"),
    ("AB401", "# One\n\n## Two\n\n### Three\n\n# Four"),
    ("AB402", " ".join(["word"] * 45) + "."),
    ("AB402", f"{' '.join(['word'] * 44)} {INV} [@counts]."),
    ("AB402", " ".join(["word"] * 30) + ". " + " ".join(["Word"] * 30) + "."),
]


@pytest.mark.parametrize(("code", "narrative"), BROKEN, ids=lambda text: text[:48])
def test_a_brief_that_breaks_a_rule(code, narrative):
    assert len(found(code, narrative)) == 1


@pytest.mark.parametrize(("code", "narrative"), NEARLY, ids=lambda text: text[:48])
def test_a_brief_that_nearly_breaks_a_rule(code, narrative):
    assert found(code, narrative) == []


@pytest.mark.parametrize(("text", "told"), [("It was", 0), ("In 2023 it was", 1)])
def test_the_day_of_a_correction_is_no_year_of_its_author(text, told):
    brief = f"date: 2026-02-15\ncorrections: [{{date: 2026-02-15, of: v1, text: '{text} {CN_24} models.'}}]\n"
    assert len(found("AB104", "Some text.", brief)) == told


FINDING = "key-findings:\n  - {text: '%s', claim: '%s'}\n"
SINGLE = (row("cn-24-other", 15, source="other"),)
FINDINGS = [
    ('China had {{ row("cn-24") }} models.', (), 1),
    ('By the Office of Examples, China had {{ row("cn-24") }} models.', (), 0),
    ('China had {{ row("cn-24") }} models [@counts].', (), 0),
    ('China had {{ row("cn-24") }} models.', SINGLE, 0),
    ("China has large models.", (), 0),
]


@pytest.mark.parametrize(("text", "rows", "count"), FINDINGS)
def test_a_key_finding_of_one_origin_names_it(text, rows, count):
    assert len(found("AB106", "Text.", FINDING % (text, ""), rows)) == count


def test_a_key_finding_compares_under_its_claim_only():
    text, condition = 'China had the fewest models, {{ row("cn-24") }}.', 'row("cn-24") < row("us-24")'
    assert found("AB102", "Text.", FINDING % (text, condition)) == []
    assert len(found("AB102", "Text.", FINDING % (text, ""))) == 1


FORECASTS = [
    (row("f", 20, period="2025", status="forecast"), 1),
    (row("f", 20, period="2025", status="target"), 1),
    (row("f", 20, period="2026", status="forecast"), 0),
    (row("f", 20, period="2025-03-06", status="target"), 0),
    (row("f", 20, period="2025", status="estimated"), 0),
]


@pytest.mark.parametrize(("line", "count"), FORECASTS)
def test_a_forecast_is_history_once_its_date_has_passed(line, count):
    assert len(found("AB107", '{{ row("f") }}', rows=(line,))) == count


def test_the_outcome_of_a_forecast_is_named():
    rows = (row("f", 20, period="2025", status="forecast"), row("o", 18, period="2025"))
    (message,) = found("AB107", '{{ row("f") }}', rows=rows)
    assert message == "f is a forecast for 2025, which is over: the outcome is known, see o"


AGES = [
    ((row("a", 3, period="2021"),), '{{ row("a") }}', 1),
    ((row("a", 3, period="2022"),), '{{ row("a") }}', 0),
    ((row("a", 3, period="2021"),), '{{ row("a") }}, then {{ row("cn-24") }}', 0),
    ((row("a", 3, period="2021", area="IND"),), '{{ row("a") }}, then {{ row("cn-24") }}', 1),
    ((row("a", 3, period=""),), '{{ row("a") }}', 0),
]


@pytest.mark.parametrize(("rows", "narrative", "count"), AGES)
def test_an_old_figure_needs_a_newer_one_beside_it(rows, narrative, count):
    assert len(found("AB108", narrative, rows=rows)) == count


def test_a_newer_row_of_the_ledger_is_named():
    assert found("AB108", '{{ row("a") }}', rows=(row("a", 3, period="2020"),)) == [
        "a is of 2020, more than 4 years before the brief’s date"
    ]


SOURCES = [
    ("As told [@undated].", (), 1),
    ("As told [@known].", (), 0),
    ("As told [@counts].", (), 0),
    ('{{ row("a") }}', (row("a", 3, locator=""),), 1),
    ('{{ row("a") }}', (row("a", 3, source="undated"),), 1),
    ("Text.", (row("a", 3, locator="", source="undated"),), 0),
]


@pytest.mark.parametrize(("narrative", "rows", "count"), SOURCES)
def test_a_source_has_a_year_and_a_row_its_place_in_it(narrative, rows, count):
    assert len(found("AB202", narrative, rows=rows)) == count


CHART = """charts:
  c:
    kind: grouped-bar
    indicator: models
    areas: [CHN, USA]
    periods: [2023, 2024]
    title: Models
"""


def test_a_written_alt_text_is_wanted():
    assert len(found("AB301", '{{ chart("c") }}', CHART)) == 1
    assert found("AB301", '{{ chart("c") }}', CHART + "    alt: Two bars an area.\n") == []


@pytest.mark.parametrize(
    ("more", "count"),
    [
        ("    alt: Of 300 models.\n", 1),
        ("    alt: 'Of {{ row(\"cn-24\") }} in 2024.'\n", 0),
        ("    note: Of 9.\n", 1),
    ],
)
def test_numbers_in_texts_of_charts_come_from_rows(more, count):
    assert len(found("AB101", '{{ chart("c") }}', CHART + more)) == count


def test_a_chart_that_says_so_may_draw_what_is_untraced():
    titled = CHART.replace("title: Models", "title: 'India had {{ row(\"rumour\") }}'")
    assert len(found("AB105", '{{ chart("c") }}', titled)) == 1
    assert found("AB105", '{{ chart("c") }}', titled + "    note: The figure could not be traced.\n") == []


def test_a_reference_to_a_chart_that_says_so_is_enough():
    noted = CHART + "    note: India's figure could not be traced.\n"
    assert found("AB105", '{{ chart("c") }}\n\nIndia had {{ row("rumour") }} (@fig-c).', noted) == []


@pytest.mark.parametrize(("count", "expected"), [(6, 0), (7, 1)])
def test_seven_colours_are_too_many(count, expected):
    keys = [f"XA{letter}" for letter in "ABCDEFG"[:count]]
    areas = DATA["areas.csv"] + "".join(f"{key},{key},{key},country,,\n" for key in keys)
    rows = tuple(row(f"{key}-{year}", 3, area=key, period=year) for key in keys for year in ("2023", "2024"))
    brief = CHART.replace("CHN, USA", ", ".join(keys)).replace("grouped-bar", "line")
    assert len(found("AB303", '{{ chart("c") }}', brief, rows, areas_csv=areas)) == expected
    alone = brief.replace("2023, 2024", "2024").replace("line", "horizontal-bar")
    assert found("AB303", '{{ chart("c") }}', alone, rows, areas_csv=areas) == []


def test_a_chart_that_word_cannot_draw_is_told_with_the_reason():
    rows = (row("cn-25", 18, period="2025", status="forecast"),)
    areas = CHART.replace("grouped-bar", "area").replace("CHN, USA", "CHN")
    later = areas.replace("2023, 2024", "2023, 2024, 2025")
    assert found("AB304", '{{ chart("c") }}', CHART) == []
    assert found("AB304", '{{ chart("c") }}', areas) == []
    (told,) = found("AB304", '{{ chart("c") }}', later, rows)
    assert told.startswith("the chart c is a picture in Word: a part of it is not counted yet")
