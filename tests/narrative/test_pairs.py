"""A little template in, a few lines of document out. A number is {row: text}, ␣ a non-breaking space."""

# ruff: noqa: E501  # a pair reads best on one line

import pytest

NORTH = 'obs("trips", "NORTH", 2024)'


@pytest.mark.parametrize(
    ("template", "blocks"),
    [
        (f"{{{{ {NORTH} }}}} trips", "Paragraph @1-1 {trips-north-2024: 5.2␣million} trips"),
        (f"{{{{ {NORTH} | number }}}}", "Paragraph @1-1 {trips-north-2024: 5.2}"),
        ('{{ obs("trips", "SOUTH", 2024) }}', "Paragraph @1-1 {trips-south-2024: about 2.9␣million}"),
        ('{{ obs("trips", "SOUTH", "latest") }}', "Paragraph @1-1 {trips-south-2024: about 2.9␣million}"),
        ('{{ row("riders-north-2024") }}', "Paragraph @1-1 {riders-north-2024: 62.5%}"),
        (
            '{{ obs("spending", "NORTH", 2023) | range }}',
            "Paragraph @1-1 {range-lanes-by-city: $10.0–14.6␣million}",
        ),
        (
            '{{ obs("spending", "NORTH", 2023) | all }}',
            "Paragraph @1-1 {lanes-by-city: $10.0␣million} (City of Examples 2025), "
            "{lanes-by-press: $14.6␣million} (Writer 2024)",
        ),
        (
            '{{ contest("lanes").low }} {{ contest("lanes").high }} {{ contest("lanes").count }}',
            "Paragraph @1-1 {lanes-by-city: $10.0␣million} {lanes-by-press: $14.6␣million} {count-lanes: 2}",
        ),
        ('{{ event("lane-opened").date }}', "Paragraph @1-1 {lane-opened: 2␣May␣2023}"),
        ('{{ event("lane-opened").date.year }}', "Paragraph @1-1 {lane-opened: 2023}"),
        ('{{ event("lane-opened").date.month }}', "Paragraph @1-1 {lane-opened: May␣2023}"),
        ('{{ event("lane-promised").date }}', "Paragraph @1-1 {lane-promised: soon}"),
        ('{{ area("NORTH") }}: {{ event("lane-opened").actor }}', "Paragraph @1-1 the northern district: City council"),
        ('{{ "**not bold**" }} {{ 3 }} {{ 3 * 4 }}', "Paragraph @1-1 **not bold** 3 12"),
        ("**bold** *em* `code` [x](https://example.org)", "Paragraph @1-1 **bold** *em* `code` [x](https://example.org)"),
        ("See [@counts, table 2; @press] and @budget.", "Paragraph @1-1 See [@counts, table 2; @press] and [@budget]."),
        ("one\ntwo  \nthree", "Paragraph @1-3 one two⏎three"),
        ("# One {#first}\n\n## Two", "Heading @1-1 # One {#sec-first}\nHeading @3-3 ## Two {#sec-two}"),
        ("# Same\n\n# Same", "Heading @1-1 # Same {#sec-same}\nHeading @3-3 # Same {#sec-same-2}"),
        ("[GPT-4]{.literal} [AI]{.smallcaps} [你好]{lang=zh}", "Paragraph @1-1 GPT-4 [AI](small caps) [你好](zh)"),
        ("Text[^a].\n\n[^a]: A note.", "Paragraph @1-1 Text[^Paragraph @3-3 A note.]."),
        ("A[^a]. B[^a].\n\n[^a]: A note.", "Paragraph @1-1 A[^Paragraph @3-3 A note.]. B[^a]."),
        ("See @fig-a, @sec-b{.page}, and @tbl-c{.page}.", "Paragraph @1-1 See @fig-a=, @sec-b{.page}=, and @tbl-c{.page}=."),
        ("See @fig-a{.pages} and @press{.page}.", "Paragraph @1-1 See @fig-a={.pages} and [@press]{.page}."),
        (
            "::: box Title {#name}\nText.\n:::",
            "Box @1-2 Title\n  Paragraph @2-2 Text.",
        ),
        (
            "{% for a in ['NORTH', 'SOUTH'] %}\n- {{ a }}\n{% endfor %}",
            "ListBlock @2-2\n  Paragraph @2-2 NORTH\n  Paragraph @2-2 SOUTH",
        ),
        (f"{{% if {NORTH} > 5 %}}\nMany.\n{{% else %}}\nFew.\n{{% endif %}}", "Paragraph @2-2 Many."),
        (f"{{% if {NORTH} > 6 %}}\nMany.\n{{% else %}}\nFew.\n{{% endif %}}", "Paragraph @4-4 Few."),
        (
            f"{{% claim {NORTH} > 5 %}}Many.{{% endclaim %}}",
            "Paragraph @1-1 «holds: Many.»",
        ),
    ],
)  # fmt: skip
def test_a_template_becomes_blocks(read, template, blocks):
    assert read(template).replace(" narrative.md:", " @") == blocks


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ('ratio(obs("trips", "NORTH", 2024), obs("trips", "SOUTH", 2024))', "1.8"),
        ('obs("trips", "NORTH", 2024) / obs("trips", "SOUTH", 2023)', "2.0"),
        ('change(obs("trips", "NORTH", 2023), obs("trips", "NORTH", 2024))', "27%"),
        ('growth(obs("trips", "NORTH", 2023), obs("trips", "NORTH", 2024))', "27%"),
        ('share(obs("trips", "SOUTH", 2023), total(obs("trips", "NORTH", 2023), obs("trips", "SOUTH", 2023)))', "39%"),
        ('difference(obs("riders", "NORTH", 2024), obs("riders", "SOUTH", 2024))', "14.5 percentage points"),
        ('obs("trips", "NORTH", 2023) + obs("trips", "SOUTH", 2023)', "6.7 million"),
        ('obs("trips", "NORTH", 2024) - obs("trips", "NORTH", 2023)', "1.1 million"),
        ('ratio(row("lanes-by-press"), row("lanes-by-city"))', "1.46"),
        ('ratio(row("lanes-by-press"), row("lanes-by-city")) | digits(2)', "1.5"),
        ('obs("trips", "NORTH", 2024) * 2', "10 million"),
        ('obs("trips", "NORTH", 2024) / 2', "2.6 million"),
    ],
)  # fmt: skip
def test_values_are_computed_with_the_digits_they_support(compose, expression, text):
    document = compose(f"{{{{ {expression} }}}}")
    (paragraph,) = document.blocks
    assert paragraph.inlines[0].text.replace("\u00a0", " ") == text


def test_a_number_can_be_followed_to_its_rows_sources_and_rivals(compose):
    document = compose(
        '{{ ratio(obs("spending", "NORTH", 2024), obs("spending", "NORTH", 2023)) }}',
        "prefer:\n  lanes-by-press: it counts repairs\n",
    )
    (number,) = document.numbers.values()
    assert number.rows == ("spending-north-2024", "lanes-by-press")
    assert [(mark.key, mark.rows) for mark in number.sources] == [
        ("budget", ("spending-north-2024",)),
        ("press", ("lanes-by-press",)),
    ]
    assert [rival.row for rival in number.rivals] == ["lanes-by-city"]
    assert number.formula == "spending-north-2024 ÷ lanes-by-press"
    assert (number.text, number.verdict) == ("0.856", "")  # what was preferred is one of its inputs
    assert (number.low, number.high) == ("0.856", "1.25")


def test_a_range_over_a_fact_and_one_over_a_contest_are_two_numbers(compose):
    document = compose('{{ obs("spending", "NORTH", 2023) | range }} {{ contest("lanes") | range }}')
    assert sorted(document.numbers) == ["range-contest-lanes", "range-lanes-by-city"]


def test_a_number_of_many_rows_names_every_place_of_every_source(compose):
    document = compose('{{ contest("lanes").count }}')
    (number,) = document.numbers.values()
    assert sorted(row for mark in number.sources for row in mark.rows) == sorted(number.rows)
