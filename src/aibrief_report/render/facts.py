"""The annex in sentences: an entry's facts as labelled lines of the model's own inlines.

Renderers set label and line in their own way; the words, their order and the links are settled here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.model.inlines import CrossRef, Inlines, Text
from aibrief_report.render.annex import AnnexEntry
from aibrief_report.render.sourcing import joined, rivals_line, sources_line

Role: TypeAlias = Literal[
    "value", "unit", "range", "status", "formula", "source", "rivals", "verdict", "contest", "rows", "places"
]

_LONGEST, _LEAST = 40, 20
"""Characters: the longest title of a section that is told whole, and the least that is left of one."""


class Fact(Struct, frozen=True):
    """One line of an entry. In a line of role "places" each `CrossRef` may be followed by its page number."""

    role: Role
    label: str
    inlines: Inlines


def subject(entry: AnnexEntry, words: Mapping[str, str]) -> str:
    """Return what a number measures, where and when: "Private AI investment, United States, 2023".

    What the name of the measure says already, as that of a contest may, is not said again; nor is the date
    that a date prints.
    """
    known = (entry.measures, "" if entry.value else entry.printed)
    told = (part for part in (entry.area, entry.period) if part and not any(part in one for one in known))
    return words["comma"].join((*((entry.measures,) if entry.measures else ()), *told))


def facts(entry: AnnexEntry, words: Mapping[str, str]) -> tuple[Fact, ...]:
    """Return the lines of an entry below its subject, in the order in which they are printed."""
    told = {row for source in entry.sources for row in source.rows} | set(
        re.split(r"[\s(),]+", entry.formula)
    )
    rows = [row for row in entry.rows if row not in told]
    lines: tuple[tuple[Role, str, Inlines], ...] = (
        ("value", words["value-computed" if entry.formula else "value"], _text(_value(entry))),
        ("unit", words["unit"], _text(_unit(entry))),
        ("status", words["status"], _text(_status(entry, words))),
        ("formula", words["formula"], _text(entry.formula)),
        ("range", words["range"], _text(entry.range)),
        (
            "source",
            words["sources" if len(entry.sources) > 1 else "source"],
            sources_line(entry.sources, words),
        ),
        ("rivals", words["spanned" if entry.spans else "rivals"], _rivals(entry, words)),
        ("verdict", entry.verdict or words["note"], _text(entry.note)),
        (
            "contest",
            words["contests" if len(entry.contests) > 1 else "contest"],
            _text(words["semicolon"].join(entry.contests)),
        ),
        ("rows", words["rows" if len(rows) > 1 else "row"], _text(words["comma"].join(rows))),
        ("places", words["printed-in"], _places(entry, words)),
    )
    return tuple(Fact(role, label, inlines) for role, label, inlines in lines if inlines)


def _text(text: str) -> Inlines:
    return (Text(text),) if text else ()


def _value(entry: AnnexEntry) -> str:
    """Return value and unit as in the table, where the printed number does not show the same digits."""
    if not entry.value:
        return ""
    digits = re.sub(r"[^0-9]", "", entry.printed)
    return "" if re.sub(r"[^0-9]", "", entry.value) == digits else f"{entry.value} {entry.unit}".strip()


def _unit(entry: AnnexEntry) -> str:
    """Return the unit of what is counted, where neither the printed number nor its measure names it."""
    if not entry.counted or _value(entry):
        return ""
    told = f"{entry.printed} {entry.measures}".replace("\u00a0", " ").casefold()
    return "" if entry.counted.casefold() in told else entry.counted


def _rivals(entry: AnnexEntry, words: Mapping[str, str]) -> Inlines:
    """Return what other sources say; of a computed number's inputs the sources' marks are enough."""
    rivals = entry.rivals
    if entry.formula:
        rivals = tuple(replace(one, source=replace(one.source, locator="", credited="")) for one in rivals)
    return rivals_line(rivals, words)


def _status(entry: AnnexEntry, words: Mapping[str, str]) -> str:
    """Return the status, and the verdict where no note of its own tells it."""
    told = "" if entry.note else entry.verdict
    return words["comma"].join(part for part in (entry.status, told) if part)


def _places(entry: AnnexEntry, words: Mapping[str, str]) -> Inlines:
    """Return each section that prints the number once, by the first place in it; long titles are cut."""
    first = {place.where: place.anchor for place in reversed(entry.places)}
    where = dict.fromkeys(place.where for place in entry.places)
    return joined([(CrossRef(first[one], _cut(one)),) for one in where], words["semicolon"])


def _cut(title: str) -> str:
    """Return a title short enough to be told again and again, cut between words."""
    if len(title) <= _LONGEST:
        return title
    head = title[: _LONGEST - 1]
    words = head[: head.rfind(" ")] if " " in head[_LEAST:] else head
    return f"{words.rstrip(' ,;:–')}…"
