"""How wide columns are: what their words need, then what is left over, shared."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

# Widths in ems of the faces that briefs are set in; they need only be fair to one another.
_NARROW = frozenset("iljtfrI.,:;'’‘|!()[]/ -\u00a0\u202f\u2009")
_WIDE = frozenset("mwMW%@—…")
_NARROW_EM, _USUAL_EM, _CAPITAL_EM, _WIDE_EM, _FULL_EM = 0.30, 0.51, 0.61, 0.84, 1.0
_BREAKS = re.compile(r"[ \n\t]+|(?<=-)|(?<=–)|(?<=/)")


class Need(Struct, frozen=True):
    """What a column needs in points: at least for its longest word, at best for its longest line."""

    least: float
    best: float
    weight: float = 0.0


def line_width(text: str, size: float) -> float:
    """Return about how wide a line of text is in points, at a type size."""
    return size * sum(_em(letter) for letter in text)


def longest_word(text: str, size: float) -> float:
    """Return about how wide the longest piece of a text is that cannot be broken."""
    return max((line_width(word, size) for word in _BREAKS.split(text)), default=0.0)


def share(needs: Sequence[Need], width: float) -> tuple[float, ...]:
    """Return the widths of columns, which fill `width`.

    Columns with a weight share what the others leave, by weight; each gets what its longest word needs,
    as far as there is room. Where there is none, all give way alike, and words break.
    """
    least = sum(need.least for need in needs)
    if least >= width:
        return tuple(need.least * width / least for need in needs)
    wishes = _wishes(needs, width)
    slack = [max(0.0, wish - need.least) for wish, need in zip(wishes, needs, strict=True)]
    if sum(slack) < width - least:
        spread = (width - least - sum(slack)) / len(needs)
        return tuple(need.least + spare + spread for need, spare in zip(needs, slack, strict=True))
    part = (width - least) / sum(slack)
    return tuple(need.least + spare * part for need, spare in zip(needs, slack, strict=True))


def _wishes(needs: Sequence[Need], width: float) -> list[float]:
    weight = sum(need.weight for need in needs)
    if not weight:
        return [need.best for need in needs]
    content = sum(need.best for need in needs if not need.weight)
    left = max(width - content, 0.0)
    return [left * need.weight / weight if need.weight else need.best for need in needs]


def _em(letter: str) -> float:
    if letter in _NARROW:
        return _NARROW_EM
    if letter in _WIDE:
        return _WIDE_EM
    if letter >= "\u2e80":
        return _FULL_EM
    return _CAPITAL_EM if letter.isupper() else _USUAL_EM
