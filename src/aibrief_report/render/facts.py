"""The annex in sentences: an entry's facts as labelled lines of the model's own inlines.

Renderers set label and line in their own way; the words, their order and the links are settled here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from aibrief_report.model.inlines import CrossRef, Inline, Inlines, Text
from aibrief_report.render.annex import AnnexEntry, AnnexRival, AnnexSource

Role: TypeAlias = Literal[
    "value", "range", "status", "formula", "source", "rivals", "verdict", "contest", "rows", "places"
]


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of an entry. In a line of role "places" each `CrossRef` may be followed by its page number."""

    role: Role
    label: str
    inlines: Inlines


def subject(entry: AnnexEntry, words: Mapping[str, str]) -> str:
    """Return what a number measures, where and when: "Private AI investment, United States, 2023"."""
    return words["comma"].join(part for part in (entry.measures, entry.area, entry.period) if part)


def facts(entry: AnnexEntry, words: Mapping[str, str]) -> tuple[Fact, ...]:
    """Return the lines of an entry below its subject, in the order in which they are printed."""
    told = {row for source in entry.sources for row in source.rows}
    rows = [row for row in entry.rows if row not in told]
    lines: tuple[tuple[Role, str, Inlines], ...] = (
        ("value", words["value-computed" if entry.formula else "value"], _text(_value(entry))),
        ("status", words["status"], _text(_status(entry, words))),
        ("formula", words["formula"], _text(entry.formula)),
        ("range", words["range"], _text(entry.range)),
        ("source", words["sources" if len(entry.sources) > 1 else "source"], _sources(entry.sources, words)),
        ("rivals", words["rivals"], _rivals(entry, words)),
        ("verdict", entry.verdict or words["note"], _text(entry.note)),
        ("contest", words["contest"], _text(words["comma"].join(entry.contests))),
        ("rows", words["rows" if len(rows) > 1 else "row"], _text(words["comma"].join(rows))),
        ("places", words["printed-in"], _places(entry, words)),
    )
    return tuple(Fact(role, label, inlines) for role, label, inlines in lines if inlines)


def source_line(source: AnnexSource, words: Mapping[str, str]) -> Inlines:
    """Return a source as the annex names it: mark, place, "as cited in", credited to, quality of reading."""
    shown: Inline = CrossRef(source.anchor, source.mark) if source.anchor else Text(source.mark)
    located = (shown, *_text(f"{words['comma']}{source.locator}" if source.locator else ""))
    line = (
        _fill(words["as-cited-in"], source=located, origin=_text(source.origin)) if source.origin else located
    )
    hedges = [words["credited-to"].format(credited=source.credited)] if source.credited else []
    hedges += [source.reading] if source.reading else []
    rows = f"{words['colon']}{words['comma'].join(source.rows)}" if source.rows else ""
    return (*line, *_text(f" ({words['semicolon'].join(hedges)})" if hedges else ""), *_text(rows))


def _text(text: str) -> Inlines:
    return (Text(text),) if text else ()


def _fill(template: str, **parts: Inlines) -> Inlines:
    """Return a template's text with inlines in place of its braces."""
    found: list[Inline] = []
    while template:
        before, brace, rest = template.partition("{")
        name, _, template = rest.partition("}") if brace else ("", "", "")
        found += [*_text(before), *parts.get(name, ())]
    return tuple(found)


def _join(parts: list[Inlines], between: str) -> Inlines:
    found: list[Inline] = []
    for place, part in enumerate(parts):
        found += [*(_text(between) if place else ()), *part]
    return tuple(found)


def _sources(sources: tuple[AnnexSource, ...], words: Mapping[str, str]) -> Inlines:
    return _join([source_line(source, words) for source in sources], words["semicolon"])


def _value(entry: AnnexEntry) -> str:
    """Return value and unit as in the table, where the printed number does not show the same digits."""
    if not entry.value:
        return ""
    digits = re.sub(r"[^0-9]", "", entry.printed)
    return "" if re.sub(r"[^0-9]", "", entry.value) == digits else f"{entry.value} {entry.unit}".strip()


def _rivals(entry: AnnexEntry, words: Mapping[str, str]) -> Inlines:
    """Return what other sources say; of a computed number's inputs the sources' marks are enough."""
    lines: list[Inlines] = [
        (Text(f"{rival.text}{words['colon']}"), *_rival_source(entry, rival, words)) for rival in entry.rivals
    ]
    return _join(lines, words["semicolon"])


def _rival_source(entry: AnnexEntry, rival: AnnexRival, words: Mapping[str, str]) -> Inlines:
    return source_line(
        replace(rival.source, locator="", credited="") if entry.formula else rival.source, words
    )


def _status(entry: AnnexEntry, words: Mapping[str, str]) -> str:
    """Return the status, and the verdict where no note of its own tells it."""
    told = "" if entry.note else entry.verdict
    return words["comma"].join(part for part in (entry.status, told) if part)


def _places(entry: AnnexEntry, words: Mapping[str, str]) -> Inlines:
    """Return each section that prints the number once, by the first place in it."""
    first = {place.where: place.anchor for place in reversed(entry.places)}
    where = dict.fromkeys(place.where for place in entry.places)
    return _join([(CrossRef(first[one], one),) for one in where], words["semicolon"])
