"""Amounts: numbers that measure something, by the signs and words beside them."""

from __future__ import annotations

import re

from aibrief_report.checks.reading.calendar import DASH, SPACE

DIGITS = r"\d+(?:[.,\u00a0\u202f’]\d+)*"
_RANGE = rf"{DIGITS}(?:{SPACE}?(?:{DASH}|to){SPACE}?{DIGITS})?"
_CURRENCY_BEFORE = (
    rf"(?:\b(?:US|A|C|HK|NT|R))?[$€£¥₹]{SPACE}?|\b(?:USD|EUR|GBP|CNY|RMB|JPY|CHF|INR|KRW){SPACE}?"
)
_SCALES = r"(?:hundred|thousand|million|billion|trillion)s?"
_CURRENCIES = r"(?:US\s)?(?:dollars?|euros?|yuan|renminbi|pounds?|yen|rupees?|won)"
_PERCENT = rf"(?:per{SPACE}?cent(?:age)?(?:{SPACE}points?)?|percentage{SPACE}points?|basis{SPACE}points?)"
_AFTER = (
    rf"{SPACE}?[%‰]",
    rf"(?:{SPACE}|{DASH})?(?:{_SCALES}|{_PERCENT}|{_CURRENCIES}|times|fold|bn|mn|tn|bps|pp)\b",
    r"[kKmMx×](?!\w)",
)
_UNITS = r"(?:k|M|G|T)?(?:W|Wh|m|g|t)|ha|km²"
_FIGURES = re.compile(
    rf"(?:{_CURRENCY_BEFORE}){_RANGE}(?:{'|'.join(_AFTER)})*"
    rf"|(?<![\w.,]){_RANGE}(?:{'|'.join(_AFTER)})+"
    rf"|(?<![\w.,]){DIGITS}{SPACE}?(?:{_UNITS})\b"
)
_NUMERALS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_SPELLED = re.compile(
    rf"\b(?:(?:{_NUMERALS})(?:[\s-](?:{_NUMERALS}|and|hundred|thousand|point))*[\s-]"
    rf"(?:{_SCALES}|{_PERCENT}|{_CURRENCIES})|a\s(?:million|billion|trillion)\s(?!to\s))",
    re.IGNORECASE,
)
_EVERYWHERE = re.compile(
    rf"(?:{_CURRENCY_BEFORE}){_RANGE}|(?<![\w.,]){_RANGE}{SPACE}?[%‰]"
    rf"|(?<![\w.,])\d{{1,3}}(?:[.,\u00a0\u202f]\d{{3}})+(?![\w])|(?<![\w.,]){_RANGE}[万亿]"
)


def amounts(text: str, *, english: bool = True) -> tuple[tuple[int, int], ...]:
    """Return where amounts stand: sums of money, shares, scaled and spelled-out numbers.

    In other languages only what their signs alone make an amount.
    """
    if not english:
        return tuple(found.span() for found in _EVERYWHERE.finditer(text))
    spans = [found.span() for pattern in (_FIGURES, _SPELLED) for found in pattern.finditer(text)]
    return tuple(sorted(spans))
