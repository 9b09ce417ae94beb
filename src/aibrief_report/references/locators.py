"""Places in a source: "p. 3" as an analyst writes it, split into what CSL calls label and value.

A style decides how a page is told (Chicago prints the bare number, German says "S."), so what is
understood is handed over as label and value; what is not understood is printed as written.
"""

from __future__ import annotations

import re

from msgspec import Struct

_ENGLISH = {
    "page": "p pp pg page pages",
    "chapter": "ch chs chap chaps chapter chapters",
    "section": "s ss sec secs sect sects section sections",
    "figure": "fig figs figure figures",
    "paragraph": "para paras par paragraph paragraphs",
    "note": "n nn note notes fn",
    "volume": "vol vols volume volumes",
    "part": "pt pts part parts",
    "column": "col cols column columns",
    "line": "l ll line lines",
}
_GERMAN = {
    "page": "s seite seiten",
    "chapter": "kap kapitel",
    "section": "abschn abschnitt abschnitte",
    "figure": "abb abbildung abbildungen",
    "paragraph": "abs absatz",
    "note": "anm anmerkung anmerkungen",
    "volume": "bd bde band",
    "part": "teil teile",
    "column": "sp spalte spalten",
    "line": "z zeile zeilen",
}
_FRENCH = {
    "page": "p pp page pages",
    "chapter": "chap chapitre chapitres",
    "section": "sect section sections",
    "figure": "fig figure figures",
    "paragraph": "paragr paragraphe paragraphes",
    "note": "n note notes",
    "volume": "vol volume volumes",
    "part": "partie parties",
    "column": "col colonne colonnes",
    "line": "l ligne lignes",
}

LABELS = tuple(_ENGLISH)
"""The labels of CSL that are used. Pandoc knows none for tables, annexes and articles of laws: these are
printed as written, and so are "§ 4(b)" and "¶ 12", which lawyers want to see as they are."""


def _labels(*languages: dict[str, str]) -> dict[str, str]:
    return {word: label for words in languages for label, each in words.items() for word in each.split()}


# English stands beneath every language, for locators in the data are mostly English; but "s. 9" is a
# section of an Act in English, and a page in German.
_BY_LANGUAGE = {"de": _labels(_ENGLISH, _GERMAN), "fr": _labels(_ENGLISH, _FRENCH)}
_OTHERWISE = _labels(_ENGLISH)

_NUMBER = r"(?:[A-Z]{0,2}\d+(?:\.\d+)*[a-z]?(?:\(\w+\))*|[ivxlcdm]+|[IVXLCDM]+)"
_VALUE = rf"{_NUMBER}(?:(?:\s?[-–]\s?|,\s?|\s?&\s?){_NUMBER})*"
_LOCATOR = re.compile(rf"(?P<word>[^\W\d_]+)?\.?\s*(?P<value>{_VALUE})(?P<rest>(?:[,;(\s].*)?)", re.DOTALL)
_ROMAN = re.compile(r"[ivxlcdmIVXLCDM]+")

_HYPHENATED = frozenset({"figure", "section", "chapter", "part", "volume"})
"""Where "3-2" is one number (the second figure of chapter 3), not a range that runs backwards."""


class Locator(Struct, frozen=True):
    """A place in a source. `rest` follows label and value; without a label it is all, as written."""

    label: str = ""
    value: str = ""
    rest: str = ""


def read_locator(text: str, language: str = "en") -> Locator:
    """Return a locator as label, value and what follows them; a number alone is a page.

    `language` is that of the document (BCP 47), whose words are understood besides English ones.
    """
    text = text.strip()
    found = _LOCATOR.fullmatch(text)
    words = _BY_LANGUAGE.get(language.partition("-")[0].lower(), _OTHERWISE)
    label = words.get((found["word"] or "p").lower()) if found else None
    if not found or not label or not _is_plain(label, found["value"]):
        return Locator(rest=text)
    return Locator(label, found["value"], found["rest"])


def _is_plain(label: str, value: str) -> bool:
    # "Chapter iv": styles take a chapter that is no number for a verse, and drop the word before it.
    return label == "page" or not (_ROMAN.fullmatch(value) or (label in _HYPHENATED and "-" in value))
