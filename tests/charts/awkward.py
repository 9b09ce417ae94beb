"""Charts that are hard to draw: with missing values, with notes, in panels, with one value or very many."""

from msgspec.structs import replace

from aibrief_report.model.charts import Annotation, Chart, Series
from tests.charts.making import THEME, P, chart, investment, series

_COLOURS = THEME.colours.series
_NAMES = ("Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta", "Theta")


def made(place, *points, panel=""):
    """One of several series, in a colour of the theme."""
    name = _NAMES[place]
    return Series(name, name, _COLOURS[place % len(_COLOURS)], points, panel)


def run(first, values, *, status=""):
    """A value a year; `None` is missing, and the last has a status if one is given."""
    last = len(values) - 1
    return tuple(
        P(str(first + at), None if one is None else str(one), "" if one is None else str(one))
        if at < last or not status
        else P(str(first + at), str(one), str(one), status=status)
        for at, one in enumerate(values)
    )


MISSING: dict[str, Chart] = {
    "line with a gap": chart(
        "line",
        series("USA", *run(2019, (5, 6, 7.5, 8, 9))),
        series("CHN", *run(2019, (3, 3.5, None, 4, 4.5))),
    ),
    "line that begins late": chart("line", series("CHN", *run(2019, (None, None, 7, 8, 9)))),
    "bars in groups, two missing": chart(
        "grouped-bar",
        series("USA", *run(2022, (47.3, 67.2, 109.1))),
        series("CHN", *run(2022, (None, 7.8, 9.3))),
        series("EUR", *run(2022, (5.2, 6, None))),
    ),
    "lying bars, named by the first, one missing": chart(
        "horizontal-bar",
        series("USA", *run(2023, (61, 40))),
        series("CHN", P("2023", "15", "15"), P("2024", None)),
        x="category",
    ),
    "stacks, one missing, the last a forecast": chart(
        "stacked-bar",
        *(made(at, *run(2018, (10 + at, 11 + at, None, 12, 13, 14), status="forecast")) for at in range(3)),
    ),
    "lying stacks, one missing, one a target": chart(
        "stacked-bar",
        *(
            made(
                at,
                P("North", str(10 + at), str(10 + at)),
                P("South", None),
                P("West", str(20 - at), str(20 - at), status="target"),
            )
            for at in range(3)
        ),
        x="category",
    ),
    "area with a gap": chart("area", series("USA", *run(2019, (5, 6, None, 8, 9)))),
    "area, a forecast at its end": chart("area", series("USA", *run(2019, (5, 6, 7, 8), status="forecast"))),
    "layers with a gap": chart(
        "area", *(made(at, *run(2018, (9 + at, 10, None, 12, 13))) for at in range(3))
    ),
    "dots on lines, one missing": chart(
        "dots",
        series("USA", P("By place of work", "42", "42"), P("By origin", "18", "18")),
        series("CHN", P("By place of work", None), P("By origin", "47", "47", status="target")),
        x="category",
    ),
    "dots over time, one missing": chart(
        "dots",
        series("CHN", P("2023-06", "40", "40%"), P("2024", None), P("2025-07", "41", "41%")),
        unit="%",
    ),
    "contest, one without a figure": chart(
        "range-dot",
        series("CHN", P("Stanford", "7.8", "7.8"), P("CB Insights", None), P("ITJuzi", "9", "9")),
        x="category",
    ),
}

MANY: dict[str, Chart] = {
    "line of one value": chart("line", series("CHN", P("2023", "4.2", "4.2"))),
    "bar of one value": chart("bar", series("CHN", P("2023", "4.2", "4.2"))),
    "lines of forty years": chart(
        "line",
        series("USA", *run(1984, tuple(range(3, 83, 2)))),
        series("CHN", *run(1984, tuple(range(1, 41)))),
    ),
    "eight lines": chart(
        "line",
        *(made(at, *run(2015, tuple(10 + at * 7 + y * (at % 3) for y in range(8)))) for at in range(8)),
    ),
    "bars in groups of eight": chart(
        "grouped-bar",
        *(made(at, *run(2021, tuple(10 + at * 7 + y * (at % 3) for y in range(3)))) for at in range(8)),
    ),
    "lying bars below zero": chart(
        "horizontal-bar",
        made(0, P("North", "-12", "−12"), P("South", "5", "5"), P("West", "-3.5", "−3.5")),
        x="category",
    ),
}

_FIVE = chart(
    "line", series("USA", *run(2019, (5, 6, 7.5, 8, 9))), series("CHN", *run(2019, (3, 3.5, 3, 4, 4.5)))
)

NOTED: dict[str, Chart] = {
    "lines, a time and a stretch": replace(
        _FIVE,
        annotations=(
            Annotation("Export controls tightened", "2022-10"),
            Annotation("Pandemic", "2020", "2021"),
        ),
    ),
    "lines, notes at marks": replace(
        _FIVE,
        annotations=(
            Annotation("A record of 9 billion dollars in one year", "2023", series="USA"),
            Annotation("A dip", "2021", series="CHN"),
        ),
    ),
    "lines, five notes": replace(
        MANY["lines of forty years"],
        annotations=(
            Annotation("Crash", "2008-09"),
            Annotation("Accession to a trade organisation", "2001-12"),
            Annotation("Long words about a law that was passed at last", "2017", "2019"),
            Annotation("The last year", "2023"),
            Annotation("A good year", "2005", series="USA"),
        ),
    ),
    "area with notes": replace(
        chart("area", series("USA", *run(2019, (32.5, 33.7, 74.6, 47.3)))),
        annotations=(Annotation("The boom", "2021", series="USA"), Annotation("A launch", "2021-11")),
    ),
    "timeline with notes": replace(
        chart(
            "timeline",
            series("USA", P("2022-10-07", None, "Chip export controls")),
            series("CHN", P("2017", None, "A plan", end="2030"), P("2023-07-13", None, "Interim measures")),
            unit="",
        ),
        annotations=(Annotation("ChatGPT", "2022-11-30"), Annotation("Plan period", "2026", "2030")),
    ),
    "bars, a note on one": replace(investment(), annotations=(Annotation("A record", "2024", series="USA"),)),
    "lying bars, a note on one": replace(
        MISSING["lying bars, named by the first, one missing"],
        annotations=(Annotation("an earlier edition has 16", "2023", series="CHN"),),
    ),
}

PANELS: dict[str, Chart] = {
    "lines in panels, one with a gap": chart(
        "line",
        *(
            made(
                at,
                *run(2015, tuple(10 + at * 5 + y if (at, y) != (2, 5) else None for y in range(10))),
                panel=name,
            )
            for at, name in enumerate(_NAMES[:4])
        ),
    ),
    "bars in panels, with forecasts": chart(
        "bar",
        *(
            made(at, *run(2020, tuple(10 + at * 5 + y for y in range(5)), status="forecast"), panel=name)
            for at, name in enumerate(_NAMES[:3])
        ),
    ),
    "areas in six panels": chart(
        "area",
        *(
            made(at, *run(2015, tuple(10 + at * 5 + y for y in range(10))), panel=name)
            for at, name in enumerate(_NAMES[:6])
        ),
    ),
    "two lines in each panel": chart(
        "line",
        *(
            made(at, *run(2015, tuple(10 + at * 9 + y * (2 - at) for y in range(10))), panel=panel)
            for panel in ("Papers", "Patents")
            for at in range(2)
        ),
    ),
}
