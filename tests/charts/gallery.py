"""A chart of every kind with values as briefs have them, and awkward ones: long names, many, missing."""

import json

from aibrief_report.model.charts import Axis, Chart
from tests.charts.awkward import MANY, MISSING, NOTED, PANELS
from tests.charts.making import P, chart, investment, series

_FORECAST = P("2026", "26.44", "26.44", status="forecast")
_RAW = {"mark": "point", "encoding": {"x": {"field": "x"}, "y": {"field": "y", "type": "quantitative"}}}


def _years(key: str, first: int, last: int, start: float, step: float) -> object:
    points = (
        P(str(y), f"{start + (y - first) * step:.1f}", f"{start + (y - first) * step:.1f}")
        for y in range(first, last)
    )
    return series(key, *points)


CONTEST = chart(
    "range-dot",
    series(
        "CHN",
        P("AI Index 2024", "7.76", "7.76", "r4", detail="private investment"),
        P("CB Insights", "2", "2", "r10", detail="equity funding"),
        P("ITJuzi", "8.77", "8.77", "r11", detail="funding, Jan–Nov"),
        P("Article A", "14.6", "14.6", "a1", status="untraced"),
        P("Article B", "14", "14", "a2", status="untraced"),
        P("Article C", "8.3", "8.3", "a3", status="untraced"),
    ),
    x="category",
)

EVENTS = chart(
    "timeline",
    series(
        "USA",
        P("2022-10-07", None, "Chip export controls"),
        P("2023-10-17", None, "Export controls tightened"),
        P("2023-10-30", None, "Executive Order 14110 on safe AI"),
        P("2025-07-23", None, "America’s AI Action Plan"),
        P("2025-10", None, "Reflection raises US$2 billion for open models"),
    ),
    series(
        "CHN",
        P("2017", None, "New Generation AI Development Plan", end="2030"),
        P("2023-07-13", None, "Interim Measures for generative AI issued"),
        P("2023-08-15", None, "Interim Measures in force"),
        P("2025-03-06", None, "State venture guidance fund, nearly 1 trillion yuan over 20 years"),
        P("2025-07-26", None, "Global AI governance action plan"),
        P("2025-08-26", None, "“AI Plus” opinions of the State Council"),
        P("2027", None, "Over 70% use of intelligent terminals and agents", status="target"),
        P("2030", None, "Over 90%", status="target"),
        P("2035", None, "“Intelligent economy and society”", status="target"),
    ),
    unit="",
)

KINDS: dict[str, Chart] = {
    "bar": chart(
        "bar",
        series(
            "CHN",
            P("2019", "12", "12"),
            P("2020", None),
            P("2021", "-4", "−4"),
            P("2030", "30", "30", status="target"),
        ),
    ),
    "bar, long names": chart(
        "bar",
        *(
            series(name, P(name, str(at * 7 + 3), str(at * 7 + 3)), name=name)
            for at, name in enumerate(
                (
                    "Telecommunications",
                    "Finance and insurance",
                    "Telekommunikationsdienstleistungen",
                    "Health",
                    "Education",
                    "Manufacturing",
                    "Energy",
                )
            )
        ),
        x="category",
    ),
    "bar, thirty years": chart("bar", _years("CHN", 1994, 2025, 4, 3)),
    "grouped-bar": investment(),
    "grouped-bar, fourteen years": chart(
        "grouped-bar",
        *(_years(key, 2010, 2024, 20, step) for key, step in (("USA", 2.5), ("CHN", 5.5), ("EUR", 2.1))),
    ),
    "horizontal-bar": chart(
        "horizontal-bar",
        series(
            "USA",
            P("United States", "61", "61"),
            P("European Union and the United Kingdom together", "21", "21"),
            P("Canada", None),
            name="2023",
        ),
        series(
            "CHN",
            P("United States", "40", "40"),
            P("European Union and the United Kingdom together", "3", "3"),
            P("Canada", "-6", "−6", status="forecast"),
            name="2024",
        ),
        x="category",
    ),
    "stacked-bar": chart(
        "stacked-bar",
        series("CHN", P("2023", "22.6", "22.6")),
        series("EUR", P("2023", "20.9", "20.9")),
        series("USA", P("2023", "13.0", "13.0")),
        series("remainder", P("2023", "43.5", "43.5"), name="All others"),
        unit="%",
    ),
    "stacked-bar, nine years": chart(
        "stacked-bar",
        *(
            _years(key, 2015, 2024, start, step)
            for key, start, step in (("USA", 20, 2.5), ("CHN", 5, 5.5), ("EUR", 18, -1.9))
        ),
    ),
    "line": chart("line", series("CHN", P("2022", "12.6", "12.6"), P("2023", "14.75", "14.75"), _FORECAST)),
    "line, two": investment("line"),
    "line, near each other": chart(
        "line",
        *(
            _years(key, 2001, 2024, start, 1)
            for key, start in (("USA", 50), ("CHN", 50.5), ("EUR", 51), ("A", 51.2), ("B", 51.3), ("C", 51.4))
        ),
    ),
    "line, quarters": chart(
        "line", series("CHN", P("2024-Q1", "3", "3.0"), P("2024-Q2", "4", "4.0"), P("2024-Q4", "4.5", "4.5"))
    ),
    "area": chart(
        "area",
        series(
            "USA", *(P(str(2019 + at), y, y) for at, y in enumerate(("32.5", "33.7", "74.6", "47.3", "42.5")))
        ),
    ),
    "area, stacked": chart(
        "area",
        *(
            _years(key, 2015, 2024, start, step)
            for key, start, step in (("USA", 20, 2.5), ("CHN", 5, 5.5), ("EUR", 18, -1.9))
        ),
    ),
    "scatter": Chart(
        "scatter",
        Axis("quantity", "GDP per head", "thousand US$"),
        Axis("quantity", "Private AI investment per head", "US$"),
        (
            series(
                "USA",
                P("80", "200", "United States"),
                P("54", "150", "Israel"),
                P("84", "160", "Singapore"),
                P("53", "60", "Canada"),
                P("52", "58", "Elsewhere"),
                name="OECD",
            ),
            series(
                "CHN",
                P("12.6", "5.5", "China"),
                P("2.5", "1", "India"),
                P("10", "1.2", "Brazil"),
                P("4", "0.4", "Viet Nam"),
                name="Others",
            ),
        ),
        "What it shows.",
    ),
    "range-dot": CONTEST,
    "range-dot, two": chart(
        "range-dot",
        series("USA", P("AI Index", "70", "70%"), P("Another index", "66", "66%")),
        series(
            "CHN",
            P("AI Index", "8.1", "8.1%"),
            P("An article with a long name", "15", "15%", status="untraced"),
            P("CB Insights", "12", "12–18%", end="18"),
        ),
        x="category",
    ),
    "range-dot, a crowd": chart(
        "range-dot",
        series("CHN", *(P(f"Source number {at}", str(at + 2), str(at + 2)) for at in range(15))),
        x="category",
    ),
    "dots over time": chart(
        "dots",
        series(
            "CHN",
            P("2023-06", "40", "40%", detail="CLSA"),
            P("2024-01/2024-06", "36", "36%", detail="CAICT, world total 1,328"),
            P("2025-07", "40.2", "40.2%", detail="CAICT"),
        ),
        unit="%",
    ),
    "dots by category": chart(
        "dots",
        series(
            "USA",
            P("By place of work", "42", "42"),
            P("By country of origin", "18", "18"),
            P("Graduate school", "30", "30"),
        ),
        series(
            "CHN",
            P("By place of work", "28", "28"),
            P("By country of origin", "47", "47"),
            P("Graduate school", "31", "31", status="forecast"),
        ),
        x="category",
    ),
    "timeline": EVENTS,
    "vega": chart("vega", *investment().series, spec=json.dumps(_RAW)),
}

GALLERY: dict[str, Chart] = KINDS | MISSING | MANY | NOTED | PANELS
