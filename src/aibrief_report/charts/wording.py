"""The few words and the number format that a chart needs beside its own values."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from aibrief_report.digest import Json
from aibrief_report.model.document import Document


@dataclass(frozen=True, slots=True)
class Wording:
    """The brief's language (`en`, `de-AT`), and in that language what key and data table say.

    `missing` stands where a value is missing and its point has no text of its own.
    """

    language: str = "en"
    missing: str = "n/a"
    forecast: str = "Forecast"
    target: str = "Target"
    untraced: str = "Not traced to its origin"
    estimated: str = "Estimate"
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


_OF_DOCUMENT = ("missing", "forecast", "target", "untraced")


def chart_wording(document: Document) -> Wording:
    """Return the language of a document and those of its words with which its charts are drawn."""
    words = {key: document.words[key] for key in _OF_DOCUMENT if key in document.words}
    return Wording(document.meta.language, **words)


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
