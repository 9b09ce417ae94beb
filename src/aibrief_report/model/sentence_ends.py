"""Where a sentence ends: in scripts with spaces and capitals, and in Chinese and Japanese."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(
    r"""[.!?…]+["”’»)\]]*(?=\s+["“‘«(\[¿¡]*[^\W_a-zà-öø-ÿ])   # then a capital, a digit or another script
      | [。！？]+[”’」』）]*""",  # no space in Chinese
    re.VERBOSE,
)
_SHORT = frozenset(
    (
        *("al", "approx", "art", "ca", "cf", "ch", "col", "dr", "e.g", "ed", "eds", "eg", "etc", "ff", "fig"),
        *("figs", "i.e", "ie", "inc", "jr", "ltd", "mr", "mrs", "ms", "no", "nos", "op", "p", "para", "pp"),
        *("prof", "resp", "sec", "sr", "st", "tab", "u.k", "u.s", "vol", "vols", "vs"),
        *("bzw", "d.h", "hr", "nr", "vgl", "z.b"),
    )
)
"""Words that a full stop shortens: it does not end a sentence behind them."""


def sentence_ends(text: str) -> Iterator[int]:
    """Yield the places in a text at which a sentence has ended and another follows."""
    for found in _END.finditer(text):
        word = re.split(r"[\s(\[“‘]", text[: found.start()])[-1]
        initial = len(word) == 1 and word.isalpha() and word.isupper()
        full_stop = found[0] == "."
        if not (full_stop and (initial or word.lower() in _SHORT)) and found.end() < len(text):
            yield found.end()
