"""Escaping: text that comes from data never parses as Markdown or HTML."""

from __future__ import annotations

import re

from markupsafe import Markup

_ACTIVE = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>&~@^:=$])")


def escape(text: str) -> Markup:
    """Return a text on one line with every sign that Markdown could act on disarmed."""
    return Markup(_ACTIVE.sub(r"\\\1", " ".join(text.split())))  # noqa: S704  # this is what escapes it
