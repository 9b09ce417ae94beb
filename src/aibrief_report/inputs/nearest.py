"""Near misses: what somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return "did you mean …?" with up to three known words that are near; `None` where none is.

    What differs in capitals alone is nearer than all else.
    """
    names = sorted(known)
    spelt = [one for one in names if one.casefold() == word.casefold()]
    found = spelt or get_close_matches(word, names, n=3, cutoff=0.6)
    return f"did you mean {' or '.join(found)}?" if found else None
