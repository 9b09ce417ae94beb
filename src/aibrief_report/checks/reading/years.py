"""Years in a sentence: which of them date what is said, and which name an edition, a law or a base year."""

from __future__ import annotations

import re

from msgspec import Struct

from aibrief_report.checks.reading.calendar import (
    DASH,
    MONTH,
    NOT_GOING_ON,
    NOT_INSIDE,
    SPACE,
    YEAR,
)

_YEAR = re.compile(
    rf"{NOT_INSIDE}(?:mid-|early-|late-)?(?P<first>{YEAR})"
    rf"(?:{SPACE}?{DASH}{SPACE}?(?P<last>(?:\d\d)?\d\d))?(?P<decade>[’']?s)?{NOT_GOING_ON}"
)
_BASE = re.compile(
    r"\b(?:on|over|since|from|than(?:\s+in)?|against|compared\s(?:with|to)|above|below|of\sits|after|before|relative"
    r"\sto|versus|unlike(?:\sin)?|between)\s(?:the\s|its\s|that\sof\s)?(?:(?:early|late|mid|start\sof|end\sof)[\s-])?$",
    re.IGNORECASE,
)
_NAMED_BEFORE = re.compile(
    r"\b(?!In\b|For\b|By\b|During\b|Since\b|Of\b|The\b|And\b|Q[1-4]\b|H[12]\b)[A-Z][\w’&-]*\s$"
)
_NAMED_BEHIND = re.compile(
    r"^\s(?:[a-z]+\s){0,2}?(?:editions?|reports?|issues?|stud(?:y|ies)|surveys?|papers?|white\s?papers?|index|release|"
    r"recaps?|reviews?|outlooks?|articles?|plans?|laws?|acts?|orders?|rules?|measures?|models?|prices?|dollars?|budget|"
    r"vintage|classification|boundaries|definitions?|figures?|data|tables?|digests?|census|programmes?|strateg(?:y|ies)|"
    r"targets?|goals?|forecasts?|projections?|estimates?|rows?|levels?)\b"
)
_SAID = re.compile(
    r"\b(?:publish|releas|issu|print|dat|report|writ|revis|updat|announc|adopt|sign|launch|project|forecast|expect|"
    r"estimat|predict|stat|said|say|wrote|put\b|promis|pledg|plan|said|aim|found|reckon|read|cit|quot|foresaw|saw|"
    r"set\b|call|assum|count|credit)\w*",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:years?|months?|decades?|quarters?)\s(?:later|earlier|before|after|ago|on)\b|\b(?:previous|following|next|"
    r"preceding|last|same|latest)\s(?:\w+\s)?(?:year|month|quarter|decade)|\bthe\syear\s(?:before|after)|\bby\sthen\b|\bsince\s"
    r"then\b|\b(?:one|two|three|four|five)\s(?:years?|editions?)\b|\bnow\b|\btoday\b|\bstill\b|\buntil\b|\bonce\b",
    re.IGNORECASE,
)


class Years(Struct, frozen=True):
    """The years that a typed text covers, both ends included, and where it stands."""

    start: int
    end: int
    first: int
    last: int

    def meets(self, years: range) -> bool:
        """Return whether they share a year with some others."""
        return self.first < years.stop and years.start <= self.last


def dating_years(text: str) -> tuple[Years, ...]:
    """Return the years of a sentence that date what it says, in order.

    A year that belongs to a name ("the 2024 edition", "Index 2025") or is a base ("on 2022") dates nothing.
    """
    found = []
    for one in _YEAR.finditer(text):
        before, behind = text[: one.start()], text[one.end() :]
        month = re.search(rf"{MONTH}{SPACE}(?:\d\d?,{SPACE})?$", before)
        named = _NAMED_BEFORE.search(before) and not month
        if not (named or _BASE.search(before) or _NAMED_BEHIND.search(behind)):
            found.append(_years(one))
    return tuple(found)


def all_years(text: str) -> tuple[Years, ...]:
    """Return every year of a sentence."""
    return tuple(_years(one) for one in _YEAR.finditer(text))


def tells_when_it_was_said(text: str) -> bool:
    """Return whether a sentence says when something was published or said, or counts time relatively.

    Then its year need not be that of the figures in it.
    """
    return bool(_SAID.search(text) or _RELATIVE.search(text))


def _years(found: re.Match[str]) -> Years:
    first = int(found["first"])
    last = first
    if found["last"]:
        last = int(found["first"][: 4 - len(found["last"])] + found["last"])
    elif found["decade"]:
        last = first + 9
    return Years(found.start("first"), found.end(), first, max(first, last))
