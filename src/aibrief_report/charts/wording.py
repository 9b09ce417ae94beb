"""The few words and the number format that a chart needs beside its own values."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.charts.words import LANGUAGES, WORDS
from aibrief_report.digest import Json
from aibrief_report.model.document import Document


class Wording(Struct, frozen=True):
    """The brief's language (`en`, `de-AT`), and in that language what marks, key, table and alt text say.

    `missing` stands where a value is missing, and `no_value` says in the key what that means. What alt text
    says of a mark, of a run and of a pair of values are patterns with their parts in braces.
    """

    language: str = "en"
    missing: str = "n/a"
    no_value: str = "no value"
    no_value_for: str = "no value for {names}"
    forecast: str = "Forecast"
    target: str = "Target"
    untraced: str = "Origin not traced"
    estimated: str = "Estimated"
    provisional: str = "Provisional"
    derived: str = "Computed"
    series: str = "Series"
    name: str = "Name"
    category: str = "Category"
    period: str = "Period"
    event: str = "Event"
    source: str = "Source"
    value: str = "Value"
    until: str = "Up to"
    status: str = "Status"
    note: str = "Note"
    row: str = "Row"
    axis: str = "On the axis"
    label: str = "Label"
    unit: str = "Unit"
    panel: str = "Panel"
    place: str = "Place"
    data_sheet: str = "Data"
    places_sheet: str = "Places"
    rows_sheet: str = "Rows"
    about_sheet: str = "About"
    title: str = "Title"
    measured: str = "What is measured"
    bar: str = "Bar chart"
    grouped_bar: str = "Grouped bar chart"
    stacked_bar: str = "Stacked bar chart"
    line: str = "Line chart"
    area: str = "Area chart"
    scatter: str = "Scatter plot"
    range_dot: str = "Range of figures by source"
    dots: str = "Dot plot"
    timeline: str = "Timeline"
    chart: str = "Chart"
    panels: str = "{kind} in panels"
    at: str = "{value} in {x}"
    run: str = "from {first} to {last}, lowest {low}, highest {high}"
    gaps: str = "{count} missing"
    pair: str = "{x} and {y}"
    marked: str = "Marked: {notes}"
    comma: str = ", "
    semicolon: str = "; "
    colon: str = ": "
    stop: str = ". "

    def of_status(self, status: str) -> str:
        """Return the word for a status, empty for a normal one; the status itself where none is known."""
        known = {
            "normal": "",
            "forecast": self.forecast,
            "target": self.target,
            "untraced": self.untraced,
            "estimated": self.estimated,
            "provisional": self.provisional,
            "derived": self.derived,
        }
        return known.get(status, status)


ENGLISH = Wording()
"""The words where a brief gives none of its own."""


@lru_cache(maxsize=8)
def wording_for(language: str) -> Wording:
    """Return the words in a language (BCP 47); English ones where it has none of its own."""
    primary = language.partition("-")[0].lower()
    column = LANGUAGES.index(primary) if primary in LANGUAGES else -1
    own = {key: texts[column] for key, *texts in WORDS} if column >= 0 else {}
    known = {*Wording.__struct_fields__}
    return replace(ENGLISH, language=language, **{key: text for key, text in own.items() if key in known})


def chart_wording(document: Document) -> Wording:
    """Return the words with which the charts of a document are drawn."""
    return wording_for(document.meta.language)


def number_locale(language: str) -> dict[str, Json]:
    """Return the marks of a language's numbers as Vega takes them (d3-format, `formatLocale`)."""
    from babel.numbers import get_decimal_symbol, get_group_symbol  # here: as below

    locale = language.replace("-", "_")
    marks = {"decimal": get_decimal_symbol(locale), "thousands": get_group_symbol(locale)}
    return {**marks, "grouping": [3], "currency": ["", ""]}


def number_text(value: Decimal, language: str) -> str:
    """Return a number with all its digits and the language's marks: `1,500`, `1.500`, `0.25`."""
    from aibrief_report.ledger.wording import Wording as Writing  # here: a cached chart sets no numbers

    return Writing(language).number(value)
