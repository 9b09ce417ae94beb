"""Number formats that print a value as the brief printed it.

The marks of a format code are English whatever the language (`#,##0.0`); a reader sets them in its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from aibrief_report.charts.parts.ticks import Ticks
from aibrief_report.charts.values import decimal
from aibrief_report.charts.wording import number_text

_MOST_DECIMALS = 6
# Languages whose marks differ from English, by the number that a format names them with ([MS-LCID]).
_LANGUAGES = {"de": "[$-407]", "fr": "[$-40C]"}


class Printer(Struct, frozen=True):
    """Makes number formats for one language (BCP 47)."""

    language: str

    def code(self, text: str, value: str, before: str = "", after: str = "") -> str:
        """Return a format that prints a value as `text`, with words before and after it.

        Where the text does not hold the value's digits ("12–18%"), the format holds the whole text.
        """
        number = decimal(value)
        for places in reversed(range(_MOST_DECIMALS)):
            for grouped, digits in _digits(number, places, self.language):
                if digits in text:
                    head, _, tail = text.partition(digits)
                    body = plain_code(places, grouped=grouped)
                    return self._signed(before + head, body, tail + after, number)
        return literal(before + text + after)

    def axis(self, ticks: Ticks) -> str:
        """Return the format of an axis' numbers."""
        places = max((_places(one) for one in ticks.values), default=0)
        return self._mark + plain_code(places)

    @property
    def _mark(self) -> str:
        return _LANGUAGES.get(self.language.partition("-")[0], "")

    def _signed(self, head: str, body: str, tail: str, number: Decimal) -> str:
        """Return a format whose words keep their sign: the minus stands among them, as it was printed."""
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


def _digits(number: Decimal, places: int, language: str) -> list[tuple[bool, str]]:
    """Return a number's digits in the language's marks, without its sign: plain ones, and thousands apart.

    Each comes with whether it is grouped; none, if the number has more decimals than `places`.
    """
    rounded = round(abs(number), places)
    if rounded != abs(number):
        return []
    grouped, plain = number_text(rounded, language), format(rounded, f".{places}f")
    plain = plain.replace(".", grouped[-places - 1]) if places else plain
    return [(False, plain)] if plain == grouped else [(True, grouped), (False, plain)]


def _places(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _quoted(text: str) -> str:
    """Return words within a format. It has no spelling for a quotation mark inside quotes but its own."""
    return '\\"'.join(f'"{piece}"' if piece else "" for piece in text.split('"'))
