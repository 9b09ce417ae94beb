"""Directions in words: rose, fell, narrowed; and which of them a sentence says of the numbers beside it."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from msgspec import Struct

Sign: TypeAlias = Literal[1, -1]

UP = (
    r"rose|risen|rises|rising|grew|grown|grows|growing|increased|increases|increasing|climbed|climbs|gained|gains|"
    r"jumped|jumps|surged|surges|soared|soars|expanded|expands|widened|widens|swelled|mounted"
)
DOWN = (
    r"fell|fallen|falls|falling|declined|declines|declining|decreased|decreases|decreasing|dropped|drops|dropping|"
    r"shrank|shrunk|shrinks|narrowed|narrows|contracted|contracts|slumped|plunged|plummeted|sank|slipped|dwindled|"
    r"halved"
)
_MORE = r"more|higher|larger|increase|rise|gain|jump|up"
_LESS = r"less|fewer|lower|smaller|decrease|fall|decline|drop|down"
_NOUNS = {1: r"increase|rise|gain|jump|surge", -1: r"decrease|fall|decline|drop|reduction|slump"}
_DIRECTION = re.compile(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:not|never|neither|nor|no|hardly|scarcely|without|instead\sof|rather\sthan)\b[^,;]*$", re.IGNORECASE
)


class Direction(Struct, frozen=True):
    """A word that says which way something went: 1 is up, -1 down."""

    start: int
    end: int
    sign: Sign
    word: str


def directions(text: str) -> tuple[Direction, ...]:
    """Return the direction verbs of a sentence; those that it denies are left out."""
    return tuple(
        Direction(found.start(), found.end(), 1 if found["up"] else -1, found[0])
        for found in _DIRECTION.finditer(text)
        if not _NEGATED.search(text[: found.start()])
    )


def direction_before(text: str) -> Direction | None:
    """Return the direction that ends a text and leads to a change behind it: “fell by”, “a rise of”.

    `None` where it does not end so.
    """
    nouns = rf"(?P<up>{UP}|{_NOUNS[1]})|(?P<down>{DOWN}|{_NOUNS[-1]})"
    found = re.search(
        rf"\b(?:{nouns})\b(?:\s(?:by|of|about|some|only|another|a|further|roughly|around)){{0,3}}\s$",
        text,
        re.IGNORECASE,
    )
    return _of(found, text)


def direction_behind(text: str) -> Direction | None:
    """Return the direction that begins a text behind a change: “… more than”, “… lower”, “… decline”.

    `None` where it does not begin so.
    """
    found = re.match(rf"\s(?:(?P<up>{_MORE})|(?P<down>{_LESS}))\b", text, re.IGNORECASE)
    return _of(found, text, negation=False)


def _of(found: re.Match[str] | None, text: str, *, negation: bool = True) -> Direction | None:
    if found is None or (negation and _NEGATED.search(text[: found.start()])):
        return None
    word = found["up"] or found["down"]
    start = found.start("up" if found["up"] else "down")
    return Direction(start, start + len(word), 1 if found["up"] else -1, word)
