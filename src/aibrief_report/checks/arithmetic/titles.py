"""Titles of indicators: which one is a share, a change or a part of another, by their words alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from aibrief_report.checks.reading.words import word_set
from aibrief_report.ledger.records import Indicator

_SMALL = word_set(
    "the a an of in on for to from by and as at with its their per",
)
_SHARE = word_set(
    "share shares part percentage percent proportion world worlds global total all worldwide",
)
_CHANGE = word_set(
    "change growth yearly annual year before previous rate relative compound",
)


def words_of(title: str) -> tuple[str, ...]:
    """Return the words of a title in lower case, singular, without possessives and small words."""
    found = re.findall(r"[^\W_]+", title.lower().replace("’s", "").replace("'s", ""))
    return tuple(_singular(word) for word in found if word not in _SMALL)


def base_of_share(share: Indicator, others: Iterable[Indicator]) -> Indicator | None:
    """Return the indicator that a share is a share of: “Share of the world’s patents” -> “Patents”."""
    return _base(share, others, _SHARE, "share")


def base_of_change(change: Indicator, others: Iterable[Indicator]) -> Indicator | None:
    """Return the indicator that a change is a change in: “Growth of spending” -> “Spending”."""
    return _base(change, others, _CHANGE, "rate")


def of_the_world(share: Indicator) -> bool:
    """Return whether a title says that the whole is the world."""
    return bool({"world", "worldwide", "global"} & set(words_of(share.title)))


def is_part_of_a_whole(share: Indicator) -> bool:
    """Return whether shares of different areas add up to a whole, by title or definition."""
    text = f"{share.title} {share.definition}".lower()
    return share.kind == "share" and bool(
        re.search(r"\b(?:share|part|portion|percentage) of (?:the )?(?:world|global|all|total)\b", text)
        or re.search(r"’s (?:part|share) of\b", text)
    )


def parts_of(whole: Indicator, indicators: Mapping[str, Indicator]) -> tuple[Indicator, ...]:
    """Return the indicators that are parts of another: “Programme: models” of “Programme”."""
    return tuple(
        one
        for one in indicators.values()
        if re.match(rf"{re.escape(whole.title)}\s*[:–—-]\s+\S", one.title) and one.id != whole.id
    )


def _base(one: Indicator, others: Iterable[Indicator], extra: frozenset[str], kind: str) -> Indicator | None:
    """Return the only indicator whose words are those of a title without some that say how it is taken."""
    if one.kind != kind or one.unit.kind != "percent":
        return None
    words = set(words_of(one.title))
    fitting = [
        other
        for other in others
        if other.kind in ("stock", "flow")
        and (base := set(words_of(other.title)))
        and base <= words
        and words - base <= extra
        and words - base
    ]
    return fitting[0] if len(fitting) == 1 else None


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return (
        word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word
    )
