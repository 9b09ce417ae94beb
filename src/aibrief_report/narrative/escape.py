"""Escaping: text that comes from data never parses as Markdown or HTML, and comes out as it went in.

Every sign of ASCII punctuation is exchanged for a private-use character of its own, which means nothing to
Markdown anywhere: in prose, cells, addresses and literal text alike. A backslash before it would not do:
it counts as text within backticks.
"""

from __future__ import annotations

import re
import string

from markupsafe import Markup

from aibrief_report.errors import Fault, NarrativeError
from aibrief_report.inputs.door import misfit

_FIRST = 0xE100
_HIDE = {ord(sign): chr(_FIRST + ord(sign)) for sign in string.punctuation}
_SHOW = {ord(hidden): chr(sign) for sign, hidden in _HIDE.items()}
_SPACE = re.compile(r"[ \t\r\n]+")


def escape(text: str) -> Markup:
    """Return a text on one line with every sign that Markdown could act on disarmed; see `shown`.

    Raises `NarrativeError` for a text that would pass for a mark (see `markers`).
    """
    bare = one_line(shown(text))
    sign = misfit(bare)
    if sign:
        raise NarrativeError(Fault(f"{sign} cannot be printed", hint="delete it from the text"))
    return Markup(bare.translate(_HIDE))  # noqa: S704  # this is what escapes it


def shown(text: str) -> str:
    """Return a text with the signs that `escape` disarmed as they were."""
    return text.translate(_SHOW)


def one_line(text: str) -> str:
    """Return a text with line ends and runs of spaces as one space each; other kinds of space are kept."""
    return _SPACE.sub(" ", text)
