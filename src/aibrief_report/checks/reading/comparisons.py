"""Comparisons in words: doubled, largest, a majority, more than half, ahead of, more … than.

Strong words compare wherever they stand. Weak ones ("leads", "more", "behind") have other uses too, and count
only in a sentence about something that the ledger measures.
"""

from __future__ import annotations

import re

from aibrief_report.checks.reading.directions import DOWN, UP
from aibrief_report.checks.reading.lines import HIDDEN
from aibrief_report.checks.reading.topics import Topics

_COUNT = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a\shundred|several|many|\d[\d.,]*)"
)
_PART = (
    r"(?:half|(?:a|one|two|three)[\s-](?:thirds?|quarters?|fourths?|fifths?|tenths?)|four[\s-]fifths"
    r"|nine[\s-]tenths)"
)
_HALF_OF_TIME = r"(?!\s(?:of\s)?(?:the\s)?(?:year|decade|century|month|\d{4}|a\s(?:year|decade|century)))"
_RHETORICAL = (
    r"challenges?|obstacles?|risks?|problems?|questions?|concerns?|opportunit(?:y|ies)|mistakes?|uncertaint(?:y|ies)|"
    r"difficult(?:y|ies)|weakness(?:es)?|strengths?|hurdles?|barriers?|threats?|lessons?|worr(?:y|ies)|courts?|"
    r"possible|common|care|respect|caution|priority|priorities|virtues?|dangers?|disappointments?|surprises?|"
    r"levels?|standards?|importance|concern|fears?|hopes?|unknowns?|degree|extent"
)
_LARGE = (
    r"(?:larg|bigg|small|high|low|great|few|fast|slow|rich|poor|strong|weak|cheap|dear|costli|busi|heavi|long|"
    r"short|young|old|wid|narrow|clos|deep|quick|stead)i?est"
)
_STRONG = re.compile(
    "|".join(
        (
            r"\b(?:doubled|trebled|tripled|quadrupled|quintupled|halved)\b",
            r"\b(?:doubling|trebling|tripling|quadrupling|halving)\b",
            r"\btwice\s(?:as|the|that|its|their|what)\b|\bthrice\b",
            rf"\b{_COUNT}\stimes\s(?:as|more|the|that|its|their|larger|higher|bigger|greater|faster|over)\b",
            r"\b(?:two|three|four|five|six|seven|eight|ten|hundred|many)-?fold\b",
            r"\b(?:surpass|outpac|outnumber|outstrip|outspen|outperform|eclips|overtak)\w*|\bovertook\b",
            r"\b(?:the|a|an|great|vast|large|overwhelming|clear|small)\s(?:\w+\s)?majority\sof\b|\bmajority\sof\b",
            rf"\b(?:more|less|over|under|nearly|almost|about|around|roughly|just\s\w+|well\sover|close\sto|at\sleast)"
            rf"\s(?:than\s)?(?:a\s)?{_PART}\b{_HALF_OF_TIME}",
            rf"(?<!first )(?<!second )(?<!other )(?<!latter )(?<!upper )(?<!lower )\b{_PART}\sof\s(?:all|the|its|their|every|these|those|any)\b"
            r"(?!\s(?:year|decade|century|twentieth|time))",
            r"\b(?:record|all-time|historic)\s(?:high|low)s?\b",
        )
    ),
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(
    rf"(?<!at )\b{_LARGE}\b(?!\s(?:\w+\s)?(?:{_RHETORICAL})\b)(?!-(?:lasting|lived|running|growing))",
    re.IGNORECASE,
)
_IDIOM = re.compile(
    r"\b(?:at|in)\s(?:the\s)?(?:latest|earliest|closest|oldest|longest|shortest)\b|\bnot\sthe\sleast\b|\bhighest\s(?:court|bidder)"
    r"|\blowest\scommon|\bin\sthe\s(?:strongest|weakest|clearest)\sterms|\bno(?:t)?\s(?:more|less|fewer)\sthan\b"
    r"|\bmore\sthan\s(?:can|could|one|once|ever|enough|a\s(?:decade|year|century|generation|matter|slogan|formality))\b"
    r"|\bmore\soften\sthan\snot\b|\b(?:rather|other)\sthan\b|\bmore\sor\sless\b|\bmore\sand\smore\b|\bless\sand\sless\b"
    r"|\bno\slonger\b|\bmuch\smore\sthan\sa\b|\b(?:earlier|later|sooner|longer)\sthan\b",
    re.IGNORECASE,
)
_COMPARED = r"(?:more|fewer|less|larger|bigger|smaller|higher|lower|greater|faster|slower|stronger|weaker|richer|cheaper|better|worse|longer|wider)"
_THAN = re.compile(rf"\b{_COMPARED}\b(?:\s[\w’,-]+){{0,8}}?\s?\bthan\b", re.IGNORECASE)
_BARE = re.compile(
    rf"\b{_COMPARED}\b(?!\s(?:recent|likely|important|common|generally|broadly))", re.IGNORECASE
)
_EXCEED = re.compile(r"\bexceed(?:s|ed)?\b", re.IGNORECASE)
_MOST = re.compile(r"\bthe\smost\s(?:[\w-]+\s)?(?P<what>[\w-]+)", re.IGNORECASE)
_MOST_OF = re.compile(r"\bmost\sof\s(?:all|the\s(?:world|\w+[’']s)|its|their|them)\b", re.IGNORECASE)
_LEAD = (
    r"\b(?:leads?|led)\s(?:in|by|on|over|the\s(?:world|field|pack|race|ranking|table|list))\b",
    r"\b(?:in\sthe\slead|lead\sover|out\sin\sfront|number\sone|second\sonly\sto|top\sof\sthe\s(?:list|table|ranking))\b",
    r"\b(?:lags?|lagged|trails?|trailed|falls?|fell|remains?|remained|stays?|stayed|comes?|came|ranks?|ranked|far|close|years?)"
    r"\s(?:\w+\s){0,2}?behind\b",
    r"\b(?:dominates?|dominated)\b",
    r"\b(?:comes?|came|ranks?|ranked|stands?|stood|puts?|placed?s?)\s(?:\w+\s){0,3}?(?:first|second|third|last|top)\b(?!\s\w)",
    r"\bcatch(?:es|ing)?\sup|\bcaught\sup\b|\bworld[’']s\s(?:first|only|top|best|leading)\b",
)
_LEADING = re.compile("|".join(_LEAD), re.IGNORECASE)
_MOVING = re.compile(rf"\b(?:{UP}|{DOWN})\b", re.IGNORECASE)


def comparisons(
    text: str, topics: Topics, *, numbers: bool = False, finding: bool = False
) -> tuple[tuple[int, int], ...]:
    """Return where a text compares or ranks, in prose whose numbers, claims and quotations are hidden.

    `numbers` says whether the text prints numbers. `finding` is for headings, titles and key findings: there
    a bare "more" and a direction compare too, since such a text has no other purpose.
    """
    idioms = [found.span() for found in _IDIOM.finditer(text)]
    spans = [found.span() for pattern in (_STRONG, _SUPERLATIVE) for found in pattern.finditer(text)]
    spans += _weak(text, topics, numbers=numbers)
    if finding and topics.concerns(text, numbers=numbers):
        spans += [found.span() for pattern in (_BARE, _MOVING) for found in pattern.finditer(text)]
    kept = [span for span in spans if not _covered(span, idioms) and not _counted(text, span)]
    return _joined(kept)


def _weak(text: str, topics: Topics, *, numbers: bool) -> list[tuple[int, int]]:
    """Return comparisons by words that have other uses, where the text is about something measured."""
    found = [one.span() for one in _MOST.finditer(text) if topics.measured_in(one["what"])]
    if topics.concerns(text, numbers=numbers):
        found += [one.span() for pattern in (_THAN, _EXCEED, _MOST_OF) for one in pattern.finditer(text)]
    if topics.areas_in(text):
        found += [one.span() for one in _LEADING.finditer(text)]
        found += [one.span() for one in _ahead(topics).finditer(text)]
    return found


def _ahead(topics: Topics) -> re.Pattern[str]:
    area = topics.area.pattern
    return re.compile(
        rf"\bahead\sof\s(?:the\s)?{area}|{area}(?:\s\w+)?\sahead\b(?!\sof)|\bbehind\s(?:only\s)(?:the\s)?{area}"
    )


def _counted(text: str, span: tuple[int, int]) -> bool:
    """Return whether a printed number says how much: “22.6% more than a year before” supports itself."""
    return re.search(rf"{HIDDEN}(?:\s(?:times|points|percentage\spoints))?\s?$", text[: span[0]]) is not None


def _covered(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _joined(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return spans in order, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
