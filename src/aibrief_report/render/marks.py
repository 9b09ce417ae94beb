"""Short marks of sources: "Maslej et al. 2024", as the annex and the tooltips name a reference."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from aibrief_report.model.document import Reference
from aibrief_report.model.walk import plain

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d[a-z]?\b")


def mark(reference: Reference, words: Mapping[str, str]) -> str:
    """Return the author and year of a reference, after its number where the style numbers ("[1] …").

    Without CSL-JSON both are looked for in the printed entry; its key is the last resort.
    """
    csl = _read(reference.csl)
    printed = plain(reference.inlines)
    names = _names(csl, words) or re.split(r"[,.(]", printed, maxsplit=1)[0].strip()
    year = _year(csl, printed) or (words["no-date"] if names else "")
    return " ".join(part for part in (reference.label, names, year) if part) or reference.key


def _read(csl: str) -> dict[str, Any]:
    try:
        held = json.loads(csl) if csl else {}
    except ValueError:
        return {}
    return held if isinstance(held, dict) else {}


def _names(csl: Mapping[str, Any], words: Mapping[str, str]) -> str:
    people = [_name(person) for role in ("author", "editor") for person in csl.get(role, ())]
    match [name for name in people if name]:
        case []:
            return str(csl.get("publisher") or csl.get("title-short") or csl.get("title") or "")
        case [one]:
            return one
        case [first, second]:
            return words["and"].format(first=first, second=second)
        case [first, *_]:
            return words["et-al"].format(author=first)
    return ""


def _name(person: Mapping[str, Any]) -> str:
    particle = person.get("non-dropping-particle", "")
    family = person.get("literal") or person.get("family") or person.get("given") or ""
    return f"{particle} {family}".strip()


def _year(csl: Mapping[str, Any], printed: str) -> str:
    """Return the year with the letter that the style gave it ("2024a"), else as CSL has it."""
    issued = csl.get("issued") or {}
    parts = issued.get("date-parts") or [[""]]
    year = str(parts[0][0]) if parts[0] else ""
    year = year or str(issued.get("raw") or issued.get("literal") or "")[:4]
    # Without a year of its own the entry may still hold one, in its title.
    known = bool(year or csl.get("title") or csl.get("author"))
    found = [one for one in _YEAR.findall(printed) if not known or (year and one.startswith(year))]
    return found[0] if found else year
