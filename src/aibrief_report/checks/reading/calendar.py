"""The calendar in prose: years, dates and times as patterns."""

from __future__ import annotations

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[6-9]|20|21)\d\d"
SPACE = r"[\s\u00a0\u202f]"
DASH = r"[-\u2010-\u2014/]"

NOT_INSIDE = r"(?<![\w.,$€£¥])"
"""Before a number that is not the tail of a longer one."""
NOT_GOING_ON = r"(?![\w%]|[.,]\d)"
"""Behind a number that is not the head of a longer one, nor a share."""

YEARS = rf"{NOT_INSIDE}{YEAR}(?:[’']?s)?{NOT_GOING_ON}"
YEAR_RANGES = rf"{NOT_INSIDE}{YEAR}{SPACE}?{DASH}{SPACE}?(?:\d\d)?\d\d{NOT_GOING_ON}"
DECADES = r"[’'‘]\d0s\b"
DATES = (
    rf"\b{DAY}(?:{SPACE}?(?:[-–]|to|and|or|,){SPACE}?{DAY})*{SPACE}(?:of{SPACE})?{MONTH}",
    rf"\b{MONTH}{SPACE}{DAY}(?:{SPACE}?(?:[-–]|to|and|or){SPACE}?{DAY})*\b(?!{SPACE}?(?:%|per{SPACE}cent))",
    r"\b\d{4}-\d\d(?:-\d\d)?\b",
    r"\b\d{1,2}[./]\d{1,2}[./](?:\d\d)?\d\d\b",
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?" + rf"{SPACE}(?:the{SPACE})?{DAY}\b",
)
TIMES = (
    r"\b(?:[01]?\d|2[0-4]):[0-5]\d\b",
    rf"\b(?:1[0-2]|[1-9])(?:[:.][0-5]\d)?{SPACE}?(?:[ap]\.m\.|[ap]m\b|o’clock)",
)
