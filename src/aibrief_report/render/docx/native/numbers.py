"""Number formats that print a value as the brief printed it.

The marks of a format code are English whatever the language (`#,##0.0`); a reader sets them in its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from aibrief_report.charts.parts.ticks import Ticks
from aibrief_report.charts.values import decimal
from aibrief_report.charts.wording import number_text

_MOST_DECIMALS = 6
# Languages whose marks differ from English, by the number that a format names them with ([MS-LCID]).
_LANGUAGES = {"de": "[$-407]", "fr": "[$-40C]"}


@dataclass(frozen=True, slots=True)
class Printer:
    """Makes number formats for one language (BCP 47)."""

    language: str

    def code(self, text: str, value: str, before: str = "", after: str = "") -> str:
        """Return a format that prints a value as `text`, with words before and after it.

        Where the text does not hold the value's digits ("12–18%"), the format holds the whole text.
        """
        number = decimal(value)
        for places in range(_MOST_DECIMALS):
            digits = _digits(number, places, self.language)
            if digits and digits in text:
                head, _, tail = text.partition(digits)
                return self._signed(before + head, places, digits, tail + after, number)
        return literal(before + text + after)

    def axis(self, ticks: Ticks) -> str:
        """Return the format of an axis' numbers."""
        places = max((_places(one) for one in ticks.values), default=0)
        return self._mark + plain_code(places)

    @property
    def _mark(self) -> str:
        return _LANGUAGES.get(self.language.partition("-")[0], "")

    def _signed(self, head: str, places: int, digits: str, tail: str, number: Decimal) -> str:
        """Return a format whose words keep their sign: the minus stands among them, as it was printed."""
        body = plain_code(places, grouped=len(digits) > len(format(abs(number), f".{places}f")))
        code = f"{self._mark}{_quoted(head)}{body}{_quoted(tail)}"
        return f"{code};{code}" if number < 0 else code


def cell_code(values: Iterable[str | None]) -> str:
    """Return the format of a column of cells: as many decimals as its values have at most."""
    return plain_code(max((_places(decimal(one)) for one in values if one is not None), default=0))


def plain_code(places: int, *, grouped: bool = True) -> str:
    """Return a format of so many decimals, thousands apart where `grouped`."""
    whole = "#,##0" if grouped else "0"
    return f"{whole}.{'0' * places}" if places else whole


def literal(text: str) -> str:
    """Return a format that prints the same words for each value, whatever its sign."""
    return ";".join([_quoted(text) or '""'] * 3)


def _digits(number: Decimal, places: int, language: str) -> str:
    """Return a number's digits without its sign, in the language's marks; empty if it has more decimals."""
    rounded = round(abs(number), places)
    return number_text(rounded, language) if rounded == abs(number) else ""


def _places(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _quoted(text: str) -> str:
    """Return words within a format. It has no spelling for a quotation mark inside quotes but its own."""
    return '\\"'.join(f'"{piece}"' if piece else "" for piece in text.split('"'))
