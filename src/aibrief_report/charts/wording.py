"""The few words and the number format that a chart needs beside its own values."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


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
        }
        return known.get(status, status)


def number_text(value: Decimal, language: str) -> str:
    """Return a number with all its digits and the language's marks: `1,500`, `1.500`, `0.25`."""
    from babel.numbers import format_decimal  # here: a cached chart needs no number set

    places = max(0, -int(value.as_tuple().exponent))
    pattern = f"#,##0.{'0' * places}" if places else "#,##0"
    return format_decimal(value, format=pattern, locale=language.replace("-", "_"), decimal_quantization=False)
