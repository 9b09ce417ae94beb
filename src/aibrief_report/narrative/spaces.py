"""The spaces of French: before : ; ! ? and %, and within « », none of which a line may break at.

After the Lexique des règles typographiques en usage à l'Imprimerie nationale: a narrow space before ; ! ?,
a whole one before the colon and the sign of per cent, and within guillemets.
"""

from __future__ import annotations

import re

_WHOLE, _NARROW = "\u00a0", "\u202f"
_RULES = (
    (re.compile(r"[ \u00a0\u202f]+([;!?])"), rf"{_NARROW}\1"),
    # Where an author writes none: after a word and before a space, so that addresses stay as they are.
    (re.compile(r"(?<=[\w»)’])([;!?]+)(?=[\s»)]|$)"), rf"{_NARROW}\1"),
    (re.compile(r"[ \u00a0\u202f]+([:%‰»])"), rf"{_WHOLE}\1"),
    (re.compile(r"«[ \u00a0\u202f]*"), f"«{_WHOLE}"),
    (re.compile(r"(?<=[^\s\u00a0\u202f])»"), f"{_WHOLE}»"),
)


def french_spaces(text: str) -> str:
    """Return a text whose marks have the spaces of French before them."""
    for pattern, changed in _RULES:
        text = pattern.sub(changed, text)
    return text
