"""Numbers that are names: years, dates, ordinals, sections, laws, versions, products, addresses.

A literal list of patterns; a digit that lies within a match of one of them counts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from aibrief_report.checks.reading.calendar import (
    DASH,
    DATES,
    DECADES,
    NOT_GOING_ON,
    NOT_INSIDE,
    SPACE,
    TIMES,
    YEAR_RANGES,
    YEARS,
)
from aibrief_report.checks.reading.words import word_set

_LABELS = word_set(
    "sections? sec § §§ subsections? figures? figs? tables? tbl box boxes chapters? ch pages? pp?",
    "paragraphs? paras? articles? arts? annex annexes appendix appendices parts? volumes? vols?",
    "numbers? nos? № clauses? rules? steps? phases? stages? lines? rows? columns? items? points?",
    "questions? notes? footnotes? equations? exhibits? maps? principles? recommendations? options?",
    "scenarios? goals? targets? objectives? pillars? lots? tiers? levels? grades? class classes",
    "categor(?:y|ies) types? groups? rounds? waves? days? weeks? years? versions? issues? orders?",
    "directives? regulations? resolutions? acts? laws? bills? decrees? circulars? protocols?",
    "standards? amendments? titles? schedules? headings? zones? rooms? routes? flights? units?",
    "districts? wards? ages? aged chapter track hypothes[ie]s cases? proposals? conventions? nm",
)
_LABEL = "|".join(sorted(_LABELS, key=lambda word: (-len(word), word)))
_PART = r"\(?[A-Z]?\d{1,5}(?:[./:-]\d+)*(?:\s?\([\da-z]{1,4}\))*[a-z]?\)?"
_LIST = rf"{_PART}(?:(?:,{SPACE}?|{SPACE}?{DASH}{SPACE}?|{SPACE}(?:and|or|to){SPACE}){_PART})*"
_COMPOUNDS = (
    "bit|years?|year-olds?|months?|days?|weeks?|hours?|minutes?|pages?|points?|inch|nanomet(?:re|er)s?|nm|member|"
    "stage|step|tier|part|way|seat|digit|degree|sided|person|storey|volume|nation|country|party|strong"
)
_NOT_PART_OF_AMOUNT = (
    rf"(?!\w|[.,]\d|{SPACE}?[%‰]|{SPACE}(?:per{SPACE}?cent|(?:m|b|tr)illion|thousand|hundred))"
)

_PATTERNS = (
    # the calendar
    YEAR_RANGES,
    DECADES,
    *DATES,
    *TIMES,
    # ordinals, quarters, halves, and words that carry a number: GPT-4, H100, COVID-19, mid-2023, 5G, Q3
    r"\b\d+(?:st|nd|rd|th)\b",
    r"(?<![\w.])[A-Za-zÀ-ÿα-ω_]+[-‑–/.+]?\d+(?:[.:‑–/-]\d+)*[A-Za-z]*(?:-[A-Za-z]\w*)*",
    rf"{NOT_INSIDE}[12]H\d*\b|{NOT_INSIDE}\d{{1,4}}[A-Z]{{1,3}}\b",
    rf"{NOT_INSIDE}\d{{1,3}}(?:[-‑]|–)(?:{_COMPOUNDS})\b",
    rf"{NOT_INSIDE}\d{{1,3}}(?:\.\d)?{SPACE}?(?:nm|nanomet(?:re|er)s?)\b",
    # sections, laws, versions
    rf"(?i:\b(?:{_LABEL})|§§?)\.?{SPACE}?{_LIST}{_NOT_PART_OF_AMOUNT}",
    rf"{NOT_INSIDE}\d{{1,5}}/\d{{1,4}}(?:/[A-Z]+)?{NOT_GOING_ON}",
    rf"\((?:EU|EC|EEC|UN)\){SPACE}(?:No\.?{SPACE})?\d+/\d+",
    r"\b[vV](?:er(?:sion)?)?\.?\s?\d+(?:\.\d+)*\b",
    r"\b[A-Z](?:\.[A-Z])*\.\s\d{1,5}\b",
    # counting to a round whole: per 100,000, out of 100, 2015 = 100, a scale of 1 to 10
    rf"(?i:\b(?:per|out{SPACE}of)|=){SPACE}1(?:,?0)+\b{_NOT_PART_OF_AMOUNT}",
    rf"\b(?:of|to){SPACE}100\b(?=\s*(?:[.;:)]|$)){_NOT_PART_OF_AMOUNT}",
    rf"(?i:\b(?:scale|score|index|range|interval)\b[^.;]{{0,24}}?\b)\d{{1,3}}{SPACE}?(?:–|-|to|and){SPACE}?\d{{1,3}}\b",
    rf"(?i:\b(?:between|from)){SPACE}[01]{SPACE}(?:to|and){SPACE}(?:1|10|100)\b",
    # lists, idioms
    r"(?<!\w)\(\d{1,2}\)",
    r"(?:^|(?<=[;:]\s))\d{1,2}[.)]\s",
    r"#\d+\b",
    r"\b(?:24/7|9/11|50/50|50[-–]50|80/20|360[-\s]degree)\b",
    # addresses and codes
    r"(?:https?://|www\.)\S+|\b(?:doi|arXiv|ISBN|ISSN)\b:?\s?[\w./-]*\d[\w./-]*|\b10\.\d{4,}/\S+|\S+@\S+\.\w+",
    r"\b[\w.-]+\.(?:txt|csv|pdf|md|xlsx|docx|html|json|yaml)\b|\b\w*_\w*\d\w*\b",
    r"\+\d[\d\s()-]{6,}\d",
)
_KNOWN = tuple(re.compile(pattern) for pattern in _PATTERNS)
_YEARS = re.compile(YEARS)
_NAMED = re.compile(
    rf"(?<![\w.])(?P<word>[A-Z][\w’&.-]*\+?){SPACE}(?:No\.?{SPACE})?"
    rf"(?:\d{{1,5}}(?:[/:-]\d+)*|\d{{1,2}}(?:\.\d)+){_NOT_PART_OF_AMOUNT}"
)
_NO_NAMES = word_set(
    "a an the this that these those some only about over under around nearly almost roughly more less",
    "fewer up at by in of on for from with and but or as to than since until all both between among",
    "its their his her our your another every each no not just exactly another other further today",
    "now then there here because while when if although though after before during within across",
    "against",
)
_DETERMINERS = word_set(
    "the a an this that its their our of in for from since by until and to or",
)


def names(text: str, areas: Collection[str], nouns: Collection[str]) -> tuple[tuple[int, int], ...]:
    """Return where numbers stand that are names.

    `areas` are names that a count may follow ("China 15"), `nouns` what is counted ("models"): a number
    before one of these is no year.
    """
    found = [one.span() for pattern in _KNOWN for one in pattern.finditer(text)]
    found += [one.span() for one in _YEARS.finditer(text) if not _counts(text, one, nouns)]
    found += [one.span() for one in _NAMED.finditer(text) if _is_name(text, one, areas)]
    return tuple(found)


def _counts(text: str, year: re.Match[str], nouns: Collection[str]) -> bool:
    """Return whether what looks like a year counts something: “1950 models”, but “the 2023 models”."""
    following = re.match(r"\s(?:[A-Za-z-]+\s)?([A-Za-z-]+)", text[year.end() :])
    if following is None or not ({following[1], following[0].split()[0]} & set(nouns)):
        return False
    before = re.search(r"([A-Za-z’]+)\s$", text[: year.start()])
    return before is None or before[1].lower() not in _DETERMINERS


def _is_name(text: str, found: re.Match[str], areas: Collection[str]) -> bool:
    """Return whether a capital word and a number are a name: “Order 14110”, but not “Only 12”."""
    word = found["word"]
    if word.lower() in _NO_NAMES:
        return False
    return not any(text[: found.end("word")].endswith(area) for area in areas)
