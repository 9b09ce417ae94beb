"""Bringing in a library kept elsewhere: BibTeX and BibLaTeX through pandoc, to be kept as CSL-YAML.

For import only: of 84 fields 73 survive BibLaTeX there and back, so the YAML is what is kept.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from aibrief_report.digest import Json
from aibrief_report.errors import Fault, Faults, Place, ReferencesError
from aibrief_report.references.dates import edtf
from aibrief_report.references.engine import run_pandoc
from aibrief_report.references.vocabulary import DATES

_FIRST = ("id", "type", "author", "editor", "title", "container-title", "issued", "publisher", "URL", "DOI")
"""The order in which a reader looks for them; all else follows by name."""

_HINT = "is it BibTeX, as a reference manager exports it?"
_FAULT = re.compile(r"\(line (\d+), column (\d+)\): (.*)")


def import_bibtex(text: str, file: str = "") -> list[dict[str, Json]]:
    """Return the entries of a BibTeX or BibLaTeX file as CSL-JSON items, in its order.

    `file` names it in messages. An entry of no known type becomes a `document`. Raises `ReferencesError`
    where the file cannot be read, holds no entry, or holds two of one key. Note that pandoc turns titles
    of BibTeX, which are in capitals by its custom, into sentence case: what is a name wants braces there.
    """
    try:
        found = run_pandoc(("-f", "biblatex", "-t", "csljson"), text.encode())
    except ReferencesError as error:
        raise ReferencesError(*(_placed(fault, file) for fault in error.faults)) from error
    items: list[dict[str, Json]] = [_typed(item) for item in json.loads(found)]
    _check(items, file)
    return items


def to_csl_yaml(items: Sequence[Mapping[str, Json]]) -> str:
    """Return items as CSL-YAML, every scalar a string and dates as EDTF: same items, same text."""
    # Imported here to keep start-up fast: only an import writes YAML.
    import yaml

    entries = [{key: _plain(key, item[key]) for key in sorted(item, key=_rank)} for item in items]
    texts = [
        yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=110, default_flow_style=None)
        for entry in entries
    ]
    return "\n".join(texts)


def _rank(key: str) -> tuple[int, str]:
    return (_FIRST.index(key) if key in _FIRST else len(_FIRST), key)


def _plain(key: str, value: Json) -> object:
    if key in DATES and isinstance(value, Mapping):
        value = edtf(value)
    if isinstance(value, Mapping):
        return {name: _plain("", value[name]) for name in sorted(value)}
    if isinstance(value, list | tuple):
        return [_plain("", part) for part in value]
    return value if isinstance(value, str) else json.dumps(value)


def _typed(item: dict[str, Json]) -> dict[str, Json]:
    return {**item, "type": item.get("type") or "document"}


def _check(items: Sequence[Mapping[str, Json]], file: str) -> None:
    place = Place(file) if file else None
    faults = Faults(ReferencesError)
    if not items:
        faults.add("there is no entry in it", place, _HINT)
    for key, number in Counter(str(item["id"]) for item in items).items():
        if number > 1:
            faults.add(f"the key {key!r} stands {number} times", place, "keep one of the entries")
    faults.check()


def _placed(fault: Fault, file: str) -> Fault:
    found = _FAULT.search(fault.message)
    if not found:
        return fault
    place = Place(file, int(found[1]), int(found[2])) if file else None
    return Fault(f"this is not BibTeX: {found[3]}", place, _HINT)
