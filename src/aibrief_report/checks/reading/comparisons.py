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
_NO_SPAN = (
    r"(?!\s(?:of\s)?(?:(?:the|a|this|that|last)\s)?(?:year|decade|century|month|day|week|hour|century|\d{4}))"
)
_NEARLY = (
    r"(?:more|less|over|under|nearly|almost|about|around|roughly|just\s\w+|well\sover|close\sto|at\sleast)"
)
_BASE = r"(?:surpass|outpace|outnumber|outstrip|outspend|eclipse|dwarf|overtake|lead|dominate)"
_ONLY_POSSIBLE = re.compile(
    r"\bto\b[^.;:,]*$|\b(?:can|could|may|might|will|would|shall|should|must)\b[^.;:]*$", re.IGNORECASE
)
"""Before a verb, what makes it a possibility or an aim: “could lead in”, “aims to lead in”."""
_STRONG = (
    r"\b(?:doubl|trebl|tripl|quadrupl|quintupl|halv)(?:ed|ing)\b",
    r"\btwice\s(?:as|the|that|its|their|what)\b|\bthrice\b",
    rf"\b{_COUNT}\stimes\s(?:as|more|the|that|its|their|larger|higher|bigger|greater|faster|over)\b",
    r"\b(?:two|three|four|five|six|seven|eight|ten|hundred|many)-?fold\b",
    r"\b(?:surpass|outpac|outnumber|outstripp?|eclips|dwarf)(?:e?s|e?d|ing)\b|\boutspen(?:t|ds|ding)\b",
    r"\b(?:surpass|outpace|outnumber|outstrip|outspend|eclipse|dwarf|overtake)\b",
    r"\bovert(?:akes|aking|ook)\b|(?<!been )\bovertaken\b|\bworld[’']s\smost\b",
    r"\b(?:vast|great|large|overwhelming|clear|small)?\s?majority\sof\b",
    rf"\b{_NEARLY}\s(?:than\s)?(?:a\s)?{_PART}\b{_NO_SPAN}",
    rf"(?<!\wer )(?<!first )(?<!second )\b{_PART}\sof\s(?:all|the|its|their|every|these|those)\b{_NO_SPAN}",
    r"\b(?:record|all-time|historic)\s(?:high|low)s?\b",
)
_SUPERLATIVE = (
    r"(?:larg|bigg|small|high|low|great|few|fast|slow|rich|poor|strong|weak|cheap|costli|busi|heavi|steep)est"
)
_RHETORICAL = (
    r"challenges?|obstacles?|risks?|problems?|questions?|concerns?|opportunit(?:y|ies)|mistakes?|uncertaint(?:y|ies)"
    r"|difficult(?:y|ies)|weakness(?:es)?|strengths?|hurdles?|barriers?|threats?|lessons?|worr(?:y|ies)|courts?"
    r"|possible|common|care|respect|caution|priority|priorities|virtues?|dangers?|disappointments?|surprises?"
    r"|levels?|standards?|importance|fears?|hopes?|unknowns?|degree|extent|terms|arguments?|cases?|bidder|links?"
)
_SUPERLATIVES = rf"(?<!at )\b{_SUPERLATIVE}\b(?!\s(?:\w+\s)?(?:{_RHETORICAL})\b)"
_IDIOMS = (
    r"\bno(?:t)?\s(?:more|less|fewer)\sthan\b|\bmore\soften\sthan\snot\b|\b(?:rather|other)\sthan\b",
    r"\bmore\sthan\s(?:can|could|one|once|ever|enough|a\s\w+)\b|\bmuch\smore\sthan\sa\b",
    r"\bmore\sor\sless\b|\bmore\sand\smore\b|\bless\sand\sless\b|\bno\slonger\b|\b(?:once|any)\s?more\b",
    r"\b(?:earlier|later|sooner|longer)\sthan\b|\bat\s(?:the\s)?(?:latest|earliest)\b",
)
_COMPARED = (
    r"(?:more|fewer|less|larger|bigger|smaller|higher|lower|greater|faster|slower|stronger|weaker|richer|cheaper"
    r"|better|worse|wider)"
)
_THAN = rf"\b{_COMPARED}\b(?:\s[\w’,-]+){{0,8}}?\s?\bthan\b"
_BARE = rf"\b{_COMPARED}\b(?!\s(?:recent|likely|important|common|generally|broadly))"
_MOVING = rf"\b(?:{UP}|{DOWN})\b"
_EXCEED = r"\bexceed(?:s|ed)?\b"
_MOST_OF = r"\bmost\sof\s(?:all|the\s(?:world|\w+[’']s)|its|their|them)\b"
_THE_MOST = r"\bthe\smost\s(?:[\w-]+\s)?(?P<what>[\w-]+)"
_RANKS = r"(?:comes?|came|ranks?|ranked|stands?|stood|puts?|placed?s?)"
_LAGS = r"(?:lag(?:s|ged)?|trail(?:s|ed)?|falls?|fell|remain(?:s|ed)?|stay(?:s|ed)?|come|came|ranks?|ranked)"
_LEADS = (
    r"\b(?:leads?|led)\s(?:in|by|on|over|the\s(?:world|field|pack|race|rankings?|table|list))\b",
    r"\bin\sthe\slead\b|\bout\sin\sfront\b|\bnumber\sone\b|\bsecond\sonly\sto\b",
    r"\btop\sof\sthe\s(?:list|table|rankings?)\b",
    rf"\b{_LAGS}\s(?:\w+\s){{0,2}}?behind\b",
    r"\bdominate[sd]?\b",
    rf"\b{_RANKS}\s(?:\w+\s){{0,3}}?(?:first|second|third|last|top)\b(?!\s\w)",
    r"\bcaught\sup\b|\bworld[’']s\s(?:first|only|top|best|leading)\b",
)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)


_ALWAYS = _any(*_STRONG, _SUPERLATIVES)
_ON_TOPIC = _any(_THAN, _EXCEED, _MOST_OF)
_IN_FINDINGS = _any(_BARE, _MOVING)
_OF_AREAS = _any(*_LEADS)
_MOST = _any(_THE_MOST)
_IDIOM = _any(*_IDIOMS)


def comparisons(
    text: str, topics: Topics, *, numbers: bool = False, finding: bool = False
) -> tuple[tuple[int, int], ...]:
    """Return where a text compares or ranks, in prose whose numbers, claims and quotations are hidden.

    `numbers` says whether the text prints numbers. `finding` is for headings, titles and key findings: there
    a bare "more" and a direction compare too, since such a text has no other purpose.
    """
    concerned = topics.concerns(text, numbers=numbers)
    spans = _spans(_ALWAYS, text) + _weak(text, topics, concerned=concerned)
    if finding and concerned:
        spans += _spans(_IN_FINDINGS, text)
    idioms = _spans(_IDIOM, text)
    return _joined(
        [
            span
            for span in spans
            if not (_covered(span, idioms) or _counted(text, span) or _is_possible(text, span))
        ]
    )


def _weak(text: str, topics: Topics, *, concerned: bool) -> list[tuple[int, int]]:
    """Return comparisons by words that have other uses, where the text is about something measured."""
    found = [one.span() for one in _MOST.finditer(text) if topics.measured_in(one["what"])]
    if concerned:
        found += _spans(_ON_TOPIC, text)
    if topics.areas_in(text):
        found += _spans(_OF_AREAS, text) + _spans(_ahead(topics.area.pattern), text)
    return found


def _ahead(area: str) -> re.Pattern[str]:
    ahead = rf"\bahead\sof\s(?:the\s)?{area}|{area}(?:\s\w+)?\sahead\b(?!\sof)"
    return re.compile(rf"{ahead}|\bbehind\s(?:only\s)(?:the\s)?{area}")


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [found.span() for found in pattern.finditer(text)]


def _counted(text: str, span: tuple[int, int]) -> bool:
    """Return whether a printed number says how much: “22.6% more than a year before” supports itself."""
    before = text[: span[0]]
    return re.search(rf"{HIDDEN}(?:\s(?:times|points|percentage\spoints))?\s?$", before) is not None


def _is_possible(text: str, span: tuple[int, int]) -> bool:
    """Return whether a comparison is only thought of: a bare verb behind “to” or “could”."""
    bare = re.match(rf"{_BASE}\b", text[span[0] : span[1]], re.IGNORECASE)
    return bare is not None and _ONLY_POSSIBLE.search(text[: span[0]]) is not None


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
