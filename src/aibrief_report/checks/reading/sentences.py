"""Sentences: where one ends and the next begins, in English prose full of abbreviations and decimals."""

from __future__ import annotations

import re
from collections.abc import Collection

from aibrief_report.checks.reading.words import word_set

_END = re.compile(r"(?P<marks>[.!?…]+)(?P<closing>[”’\"')\]»]*)(?P<cite>\s?\ufffc)?(?P<gap>\s+)(?=\S)")
_ABBREVIATED = word_set(
    "mr mrs ms dr prof rev hon gov sen rep gen col lt capt st mt ft vs v cf al approx ca est e.g i.e",
    "viz p pp no nos art arts sec secs para paras fig figs tab tbl eq eqs ch chs vol vols ed eds jan",
    "feb mar apr jun jul aug sep sept oct nov dec",
)
"""Words whose point ends no sentence, in lower case and without that point."""
_MAY_END = frozenset(
    ("inc", "ltd", "co", "corp", "plc", "jr", "sr", "etc", "a.m", "p.m", "ph.d", "dept", "govt")
)
"""Abbreviations that stand at the end of a sentence as often as not."""
_NUMBERED = frozenset(
    ("no", "nos", "p", "pp", "art", "sec", "fig", "ch", "vol", "mar", "jan", "sep", "dec", "v")
)
"""Abbreviations that are words, or could be, unless a number follows."""
_STARTERS = word_set(
    "a an the this that these those it its he she they we you i there here in on at by for from of to",
    "with and but or yet so as if when while since after before although though because however",
    "moreover still both neither either one two three four five many most some few several no none",
    "not what who which how why where under over between among during until unless despite instead",
    "meanwhile today now then even also only all each every",
)
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_WORD_BEFORE = re.compile(r"[^\s(\[“‘\"']+$")
_WORD_AFTER = re.compile(r"[(\[“‘\"']*([^\s,;:.!?)\]”’]*)")


def sentences(text: str, starts: Collection[int] = ()) -> tuple[tuple[int, int], ...]:
    """Return where each sentence begins and ends.

    `starts` are places where a printed number begins: a sentence may begin there, though no capital does.
    """
    found, start = [], 0
    for end in _END.finditer(text):
        if _ends(text, end, starts):
            found.append((start, end.end() - len(end["gap"])))
            start = end.end()
    if text[start:].strip():
        found.append((start, len(text.rstrip())))
    return tuple((first + _indent(text[first:last]), last) for first, last in found)


def words(text: str) -> int:
    """Return how many words a text has; a number with its signs and scale is one word."""
    bare = re.sub(
        r"[$€£¥]?\d[\d.,\u00a0\u202f–-]*(?:[\s\u00a0](?:million|billion|trillion|per cent))?", "0", text
    )
    return sum(1 for word in bare.split() if any(sign.isalnum() for sign in word))


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _ends(text: str, end: re.Match[str], starts: Collection[int]) -> bool:
    """Return whether a mark ends its sentence, by the words on both sides of it."""
    rest = text[end.end() :]
    if not _begins(rest, end.end() in starts, end["marks"]):
        return False
    if end["marks"] != "." or end["closing"]:
        return True
    before = _WORD_BEFORE.search(text[: end.start()])
    word = before[0] if before else ""
    following = _WORD_AFTER.match(rest)
    return not _abbreviates(word, following[1] if following else "")


def _begins(rest: str, number: bool, marks: str) -> bool:
    """Return whether a sentence could begin with a text."""
    sign = rest.lstrip("“‘\"'([«")[:1]
    if sign.isupper() or number or sign in ("\ufffc", "$", "€", "£"):
        return True
    # Of scripts without capitals any letter will do; after an ellipsis a small letter goes on.
    caseless = sign.isalpha() and sign.lower() == sign.upper()
    return caseless or (sign.isdigit() and "…" not in marks and marks != "...")


def _abbreviates(word: str, following: str) -> bool:
    """Return whether the point after a word belongs to it."""
    bare = word.lower()
    starter = following.lower() in _STARTERS and following[:1].isupper()
    if bare in _NUMBERED and len(word) > 1 and bare not in ("pp", "nos"):
        return following[:1].isdigit() or following[:1] == "\ufffc"
    if bare in _MAY_END or _ACRONYM.fullmatch(word):
        return not starter or bare in ("e.g", "i.e")
    if bare in _ABBREVIATED:
        return True
    return len(word) == 1 and word.isupper() and word != "I" and not starter
