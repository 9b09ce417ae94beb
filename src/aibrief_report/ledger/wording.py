"""Numbers, money, shares and dates in words of the brief's language, by CLDR through Babel.

Babel knows how digits are grouped and where the currency stands. What it does not know stands here: the
digits as published are kept, scales are words ("billion"), hedges are words ("more than").
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Literal, TypeAlias

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, get_currency_name, get_currency_symbol
from msgspec import Struct

from aibrief_report.errors import Fault, LedgerError
from aibrief_report.ledger.periods import Period, read_period
from aibrief_report.ledger.quantities import Quantity
from aibrief_report.ledger.records import Qualifier
from aibrief_report.ledger.units import SCALES, Unit

Form: TypeAlias = Literal["prose", "number", "axis"]
"""`prose`: "more than $67.2 billion"; `number`: "67.2", for cells whose header has the unit."""

_NBSP = "\u00a0"
_MINUS = "\u2212"
_DASH = "\u2013"

_SCALE_WORDS: dict[str, dict[str, str]] = {
    "en": {"thousand": "thousand", "million": "million", "billion": "billion", "trillion": "trillion"},
    "de": {"thousand": "Tausend", "million": "Mio.", "billion": "Mrd.", "trillion": "Bio."},
    "fr": {"thousand": "milliers", "million": "millions", "billion": "milliards", "trillion": "billions"},
    "zh": {},
}
_HEDGES: dict[str, dict[Qualifier, str]] = {
    "en": {"about": "about ", "over": "more than ", "under": "less than ", "up-to": "up to "},
    "de": {"about": "rund ", "over": "mehr als ", "under": "weniger als ", "up-to": "bis zu "},
    "fr": {"about": "environ ", "over": "plus de ", "under": "moins de ", "up-to": "jusqu’à "},
    "zh": {"about": "约", "over": "超过", "under": "不到", "up-to": "最多"},
}
_SIGNS: dict[Qualifier, str] = {"about": "~", "over": ">", "under": "<", "up-to": "≤"}
_TO = {"en": " to ", "de": " bis ", "fr": " à ", "zh": "至"}
_ROUGH = {
    "en": ("Open: this rests on figures that their sources give only roughly: ", "."),
    "de": ("Offen: Das beruht auf Zahlen, die ihre Quellen nur ungefähr angeben: ", "."),
    "fr": ("Ouvert : cela repose sur des chiffres que leurs sources ne donnent qu’à peu près : ", "."),
    "zh": ("尚无定论：所依据的数字在来源中仅为约数：", "。"),
}
_CONTESTED = {
    "en": ("Contested: this holds with ", ", but not with ", "."),
    "de": ("Umstritten: Das gilt mit ", ", aber nicht mit ", "."),
    "fr": ("Contesté : cela vaut avec ", ", mais pas avec ", "."),
    "zh": ("存在争议：依据", "时成立；依据", "时不成立。"),
}
_POINTS = {"en": "percentage points", "de": "Prozentpunkte", "fr": "points de pourcentage", "zh": "个百分点"}
# A symbol that several currencies share, or that readers do not know, gives way to a name.
_NAMED_CURRENCIES: dict[str, dict[str, str]] = {
    "en": {"CNY": "yuan"},
    "de": {"CNY": "Yuan"},
    "fr": {"CNY": "yuans"},
    "zh": {"CNY": "元", "USD": "美元", "EUR": "欧元"},
}
_PER = {"en": " per {}", "de": " pro {}", "fr": " par {}", "zh": "每{}"}
_CAPITA = {"en": " per capita", "de": " pro Kopf", "fr": " par habitant", "zh": "人均"}
_PRICES = {"en": " ({} prices)", "de": " (Preise von {})", "fr": " (prix de {})", "zh": "（{}年价格）"}
_RESTATED = {
    "en": ("Restated: the edition of {} gave {}.", "A newer edition ({}) gives {}."),
    "de": ("Revidiert: Die Ausgabe {} nannte {}.", "Eine neuere Ausgabe ({}) nennt {}."),
    "fr": ("Révisé : l’édition {} indiquait {}.", "Une édition plus récente ({}) indique {}."),
    "zh": ("已修订：{}版为{}。", "较新的{}版为{}。"),
}
_ZH_STEPS = ((Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))


class Wording(Struct, frozen=True):
    """Writes values in one language (a BCP 47 tag such as `en-GB`)."""

    language: str

    def quantity(self, quantity: Quantity, form: Form = "prose") -> str:
        """Return a quantity as it is printed. Hedges are words in prose, signs before a bare number."""
        fact = quantity.fact
        qualifier: Qualifier = fact.preferred.row.qualifier if fact else "exact"
        decimals = quantity.decimals
        text = self.amount(quantity.rounded, quantity.unit, form, decimals)
        return self.hedged(text, qualifier) if form == "prose" else _SIGNS.get(qualifier, "") + text

    def amount(self, value: Decimal, unit: Unit, form: Form = "prose", decimals: int | None = None) -> str:
        """Return a value with its unit, digits as given. Of what a noun counts only the number is written."""
        if form != "prose" or unit.kind in ("ratio", "index"):
            return self.number(value, decimals)
        if unit.kind == "percent":
            return self.percent(value, decimals)
        if unit.kind == "points":
            return f"{self.number(value, decimals)}{self._gap}{_POINTS[self._base]}"
        if unit.kind == "currency":
            return self._told(self._money(value, unit, decimals), unit)
        return self._told(self._scaled(value, unit.scale, decimals), unit)

    def number(self, value: Decimal, decimals: int | None = None) -> str:
        """Return a bare number with this language's marks, keeping the decimals it has or is given."""
        exponent = value.as_tuple().exponent
        places = decimals if decimals is not None else max(0, -exponent if isinstance(exponent, int) else 0)
        pattern = "#,##0" + ("." + "0" * places if places > 0 else "")
        text: str = format_decimal(value, pattern, self._locale)
        return text.replace("-", _MINUS)

    def percent(self, value: Decimal, decimals: int | None = None) -> str:
        """Return a percentage: "22.6%", in German and French with a space before the sign."""
        gap = _NBSP if self._base in ("de", "fr") else ""
        return f"{self.number(value, decimals)}{gap}%"

    def range(self, low: Decimal, high: Decimal, unit: Unit) -> str:
        """Return a closed range: "$7.76–14.6 billion"."""
        # A symbol, and the words that say per what and in whose prices, hold for both ends: they stand once.
        bare = Unit(unit.currency, unit.scale) if unit.currency or unit.symbol else unit
        first, last = self.amount(low, bare), self.amount(high, bare)
        if first == last:
            return self._told(first, unit)
        if low < 0:  # between two signs a dash would be read as a third
            return self._told(self.between(first, last), unit)
        head, tail = _before_digits(first), _before_digits(first[::-1])[::-1]
        shared = tail if last.endswith(tail) else ""
        return self._told(f"{first.removesuffix(shared)}{_DASH}{last.removeprefix(head)}", unit)

    def between(self, low: str, high: str) -> str:
        """Return two written values as the ends of a range: "about $2 billion to $14.6 billion"."""
        return f"{low}{_TO[self._base]}{high}"

    def contested(self) -> tuple[str, str, str]:
        """Return what stands before, between and after the values of a contested claim's note."""
        return _CONTESTED[self._base]

    def restated(self, edition: str, text: str, *, newer: bool = False) -> str:
        """Return the sentence that tells of another edition's value for the same: an older or a newer one."""
        return _RESTATED[self._base][newer].format(edition, text)

    def rough(self) -> tuple[str, str]:
        """Return what stands before and after the values of a claim that only their hedges leave open."""
        return _ROUGH[self._base]

    def hedged(self, text: str, qualifier: Qualifier) -> str:
        """Return a value with the hedge that its source put before it."""
        return _HEDGES[self._base].get(qualifier, "") + text

    def unit(self, unit: Unit) -> str:
        """Return a unit as it stands in a table's header or on an axis: "$ billion", "%", "models"."""
        if unit.kind == "percent":
            return "%"
        if unit.kind == "points":
            return _POINTS[self._base]
        if unit.kind in ("ratio", "index"):
            return unit.base.replace("=", " = ")
        named = _NAMED_CURRENCIES[self._base].get(unit.currency)
        scale = _SCALE_WORDS[self._base].get(unit.scale, unit.scale)
        if unit.kind != "currency":
            return f"{scale} {unit.measure}".strip()
        text = f"{scale} {named}".strip() if named else f"{self.symbol(unit.currency)} {scale}".strip()
        return self._told(text, unit)

    def symbol(self, currency: str) -> str:
        """Return a currency's sign; dollars of the United States are "$" in every English."""
        name: str = get_currency_symbol(currency, "en" if self._base == "en" else self._locale)
        return name

    def currency(self, code: str) -> str:
        """Return a currency's name in full: "US dollars"."""
        name: str = get_currency_name(code, count=2, locale=self._locale)
        return name

    def date(self, period: Period | str) -> str:
        """Return a day, month, quarter, year or interval in words: "17 October 2023", "Q3 2023"."""
        found = period if isinstance(period, Period) else read_period(period)
        start, slash, end = found.text.partition("/")
        if slash:
            gap = "" if found.text.replace("/", "").isdigit() else " "
            return f"{self.date(start)}{gap}{_DASH}{gap}{self.date(end)}"
        if found.first is None:
            return ""
        match found.grain:
            case "year":
                return str(found.first.year)
            case "quarter":
                text: str = format_skeleton("yQQQ", found.first, locale=self._locale)
            case "month":
                text = format_skeleton("yMMMM", found.first, locale=self._locale)
            case _:
                text = format_date(found.first, "long", locale=self._locale)
        return text.replace(" ", _NBSP) if self._base in ("en", "de", "fr") else text

    @property
    def _base(self) -> str:
        return self.language.split("-")[0].lower() if self.language[:2].lower() in _HEDGES else "en"

    @property
    def _locale(self) -> Locale:
        return _locale(self.language)

    @property
    def _gap(self) -> str:
        return "" if self._base == "zh" else _NBSP

    def _scaled(self, value: Decimal, scale: str, decimals: int | None) -> str:
        if self._base == "zh":
            return self._myriads(value, scale)
        word = _SCALE_WORDS[self._base].get(scale, "")
        return f"{self.number(value, decimals)}{_NBSP}{word}" if word else self.number(value, decimals)

    def _myriads(self, value: Decimal, scale: str) -> str:
        """Return a value in 万 and 亿, the scales that Chinese counts in; no digit is gained or lost."""
        bare = value.scaleb(SCALES[scale])
        for step, word in _ZH_STEPS:
            if scale and abs(bare) >= step:
                shifted = bare / step
                whole = shifted == shifted.to_integral_value()
                return self.number(shifted.quantize(Decimal(1)) if whole else shifted.normalize()) + word
        whole = bool(scale) and bare == bare.to_integral_value()
        return self.number(bare.quantize(Decimal(1)) if whole else bare)

    def _told(self, text: str, unit: Unit) -> str:
        """Return an amount with its symbol, what it is per, and in whose prices it is."""
        text = f"{text}{_NBSP}{unit.symbol}" if unit.symbol else text
        if unit.per:
            per = (_CAPITA if unit.per == "capita" else _PER)[self._base].format(unit.per)
            text = f"{per}{text}" if self._base == "zh" else f"{text}{per}"
        return text + _PRICES[self._base].format(unit.prices) if unit.prices else text

    def _money(self, value: Decimal, unit: Unit, decimals: int | None) -> str:
        amount = self._scaled(value, unit.scale, decimals)
        named = _NAMED_CURRENCIES[self._base].get(unit.currency)
        if named:
            return f"{amount}{self._gap}{named}"
        symbol = self.symbol(unit.currency)
        if self._locale.currency_formats["standard"].pattern.startswith("¤"):
            sign, bare = (_MINUS, amount[1:]) if amount.startswith(_MINUS) else ("", amount)
            return f"{sign}{symbol}{bare}"
        return f"{amount}{_NBSP}{symbol}"


def _before_digits(text: str) -> str:
    """Return what stands before the first digit."""
    return text[: next((place for place, sign in enumerate(text) if sign.isdigit()), len(text))]


@cache
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError) as error:
        hint = "use a language tag such as en, en-GB, de, fr or zh"
        raise LedgerError(Fault(f"the language {language!r} is not known", hint=hint)) from error
