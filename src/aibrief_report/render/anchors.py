"""Names of places in the outputs: safe as HTML ids, PDF destinations and parts of Word bookmarks."""

from __future__ import annotations

import re

from aibrief_report.digest import short_id

_CITED = "#ref-"
_UNSAFE = re.compile(r"[^A-Za-z0-9-]+")


def slug(name: str) -> str:
    """Return ASCII letters, digits and hyphens that stand for a name.

    A name that had to be changed takes a short hash with it, so that `a_b` and `a b` stay apart.
    """
    safe = _UNSAFE.sub("-", name).strip("-")
    return safe if safe == name else f"{safe}-{short_id(name)}".lstrip("-")


def reference_anchor(key: str) -> str:
    """Return the place of a reference list entry."""
    return f"ref-{slug(key)}"


def linked_reference(url: str) -> str:
    """Return the place of the entry that a formatted citation's link leads to; empty for other addresses.

    Pandoc links citations to "#ref-" and the source's key, whatever signs the key holds.
    """
    return reference_anchor(url.removeprefix(_CITED)) if url.startswith(_CITED) else ""


def number_anchor(number: str) -> str:
    """Return the place of a number's entry in the annex, by the number's id."""
    return f"from-{slug(number)}"


def data_anchor(block: str) -> str:
    """Return the place of a chart's or table's entry in the annex, by the block's anchor."""
    return f"data-{slug(block)}"
