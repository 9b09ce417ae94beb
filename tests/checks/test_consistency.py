"""Rows that cannot all be true at once, and rows that nearly cannot."""

import pytest

from tests.checks.briefs import DATA, found, row


def share(value, **more):
    return row("share", value, indicator="model-share", unit="percent", **more)


def world(value, **more):
    return row("world", value, area="WLD", **more)


FITS = [
    ("AB501", (share(40), world(38)), []),
    (
        "AB501",
        (share(60), world(38)),
        ["share: 60% of 38 models is 22.8, not 15 models (see world, cn-24)"],
    ),
    ("AB501", (share(60, reading="untraced"), world(38)), []),
    ("AB501", (share(60, period="2023"), world(38)), []),
    ("AB501", (share(60, source="other"), world(38)), []),
    ("AB501", (share(60, edition="2024"), world(38)), []),
    ("AB501", (share(30, qualifier="over"), world(38)), []),
    (
        "AB501",
        (share(50, qualifier="over"), world(38)),
        ["share: 50% of 38 models is 19, not 15 models (see world, cn-24)"],
    ),
    ("AB502", (world(60),), []),
    ("AB502", (world(45),), ["world: 15 + 40 = 55 is more than the total 45 models (see cn-24, us-24)"]),
    ("AB502", (world(45, qualifier="over"),), []),
    ("AB502", (world(45, source="other"),), []),
    ("AB502", (row("pair", 55, area="PAIR"),), []),
    (
        "AB502",
        (row("pair", 60, area="PAIR"),),
        ["pair: 15 + 40 = 55 is not the total 60 models (see cn-24, us-24)"],
    ),
    ("AB502", (row("pair", 60, area="PAIR", qualifier="about"),), []),
    ("AB503", (), []),
    ("AB504", (row("cn-22", 11, period="2022"),), []),
    (
        "AB504",
        (row("cn-22", 130, period="2022"), row("cn-21", 14, period="2021")),
        [
            "cn-22: 130 models in 2022 beside 14 models in 2021 and 12 models in 2023: "
            "a factor of 9.286 (see cn-21, cn-23)"
        ],
    ),
    ("AB504", (row("cn-22", 60, period="2022"), row("cn-21", 14, period="2021")), []),
    ("AB504", (row("cn-22", 1, period="2022"), row("cn-21", 1, period="2021")), []),
    (
        "AB504",
        (row("cn-25", 900, period="2025"),),
        ["cn-25: 900 models in 2025 beside 15 models in 2024: a factor of 60 (see cn-24)"],
    ),
    ("AB504", (row("cn-25", 900, period="2025-Q1"),), []),
    (
        "AB506",
        (row("cn-x", 40, source="other"), row("us-x", 15, source="other", area="USA")),
        [
            "cn-24: counts has 15 for CHN 2024 and 40 for USA 2024, other the other way round "
            "(see cn-x, us-24, us-x)"
        ],
    ),
    ("AB506", (row("cn-x", 40, source="other"), row("us-x", 16, source="other", area="USA")), []),
]


@pytest.mark.parametrize(("code", "rows", "expected"), FITS)
def test_what_cannot_all_be_true_is_told_with_its_arithmetic(code, rows, expected):
    every = ("cn-23", "cn-24", "us-24", "rate-24", *(line.split(",")[0] for line in rows))
    narrative = " ".join(f'{{{{ row("{key}") }}}}' for key in every)
    assert found(code, narrative, rows=rows) == expected


GROWTH = "Their growth was {{ row('rate-24') }}, {{ row('cn-23') }}, {{ row('cn-24') }}, {{ row('r') }}."


@pytest.mark.parametrize(
    ("value", "period", "expected"),
    [
        ("25.1", "2024", []),
        ("40.0", "2024", ["r: from 12 to 15 models is 25%, not 40.0% (see cn-23, cn-24)"]),
        ("25.0", "2023/2024", []),
        ("12.0", "2023/2024", ["r: from 12 to 15 models is 25%, not 12.0% (see cn-23, cn-24)"]),
    ],
)
def test_a_growth_rate_is_that_of_its_end_points(value, period, expected):
    line = row("r", value, indicator="model-growth", unit="percent", period=period, status="provisional")
    told = found("AB503", GROWTH, rows=(line,))
    assert told == expected


def test_rows_that_no_brief_prints_are_left_alone():
    assert found("AB502", "Text.", rows=(world(45),)) == []


def test_a_contest_tells_rows_apart():
    contest = "id,title,rows,how,note\nc,Models,world cn-24 us-24,They count otherwise.,\n"
    narrative = '{{ row("cn-24") }} {{ row("us-24") }} {{ row("world") }}'
    assert found("AB502", narrative, rows=(world(45),), contests_csv=contest) == []


PROGRAMME = {"unit": "USD million"}
PARTS = (
    row("whole", 1, indicator="programme", unit="USD billion"),
    row("data", 400, indicator="programme-data", **PROGRAMME),
)


@pytest.mark.parametrize(("chips", "count"), [(600, 0), (500, 0), (1300, 1)])
def test_parts_that_carry_the_name_of_their_whole_do_not_exceed_it(chips, count):
    rows = (*PARTS, row("chips", chips, indicator="programme-chips", **PROGRAMME))
    narrative = '{{ row("whole") }} {{ row("data") }} {{ row("chips") }}'
    assert len(found("AB502", narrative, rows=rows)) == count


def test_shares_of_one_whole_stay_below_all_of_it():
    rows = tuple(
        row(f"s-{area}", value, indicator="model-share", unit="percent", area=area)
        for area, value in (("CHN", 60), ("USA", 55))
    )
    told = found("AB501", '{{ row("s-CHN") }} {{ row("s-USA") }}', rows=rows)
    assert told == [
        "s-CHN: 60 + 55 is more than 100 percent of Share of the world’s large models (see s-USA)"
    ]


def test_rates_that_are_no_parts_of_a_whole_may_add_up_to_more():
    rows = tuple(
        row(f"r-{area}", 80, indicator="riders", unit="percent", area=area) for area in ("CHN", "USA")
    )
    assert found("AB501", '{{ row("r-CHN") }} {{ row("r-USA") }}', rows=rows) == []


ALIKE = (
    row("g", 3, indicator="granted", unit="patents"),
    row("p", 4, indicator="patents-granted", unit="patents"),
    row("a", 9, indicator="applied", unit="patents"),
)
ALL_THREE = '{{ row("g") }} {{ row("p") }} {{ row("a") }}'


def test_two_names_of_one_indicator_are_told():
    told = found("AB505", ALL_THREE, rows=ALIKE)
    assert told == ["granted and patents-granted look like one indicator, and g and p like one figure"]


def test_indicators_that_only_look_alike_are_let_pass():
    assert found("AB505", '{{ row("g") }} {{ row("a") }}', rows=ALIKE) == []
    elsewhere = (ALIKE[0], row("p", 4, indicator="patents-granted", unit="patents", area="USA"))
    assert found("AB505", '{{ row("g") }} {{ row("p") }}', rows=elsewhere) == []


def test_indicators_that_name_each_other_are_told_apart():
    text = DATA["indicators.csv"].replace(
        "What offices granted,patents,flow,0,", "Granted,patents,flow,0,Not granted patents."
    )
    assert found("AB505", ALL_THREE, rows=ALIKE, indicators_csv=text) == []
