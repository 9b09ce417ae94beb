"""Sources in one line: what was read in one source is told together, each place with what stands there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from aibrief_report.model.inlines import CrossRef, Inline, Inlines, Text
from aibrief_report.render.annex import AnnexRival, AnnexSource

Read: TypeAlias = tuple[AnnexSource, tuple[str, ...]]
"""A source with its place, and what stands there: ids of rows, or values."""
_APART = ", "
"""What parts a locator, such as "article.txt, paragraph 3"."""


def sources_line(sources: Iterable[AnnexSource], words: Mapping[str, str]) -> Inlines:
    """Return where values were read; of a chart or table, each place with the rows that it has from there."""
    lines = []
    for places in _together((source, source.rows) for source in sources):
        (source, rows), *others = places
        if others and any(held for _, held in places):
            lines.append(_listed(places, words, "{place} [{held}]"))
        else:
            merged = replace(source, locator=_located([one for one, _ in places], words))
            lines.append((*_named(merged, words), *_behind(rows, words)))
    return joined(lines, words["semicolon"])


def rivals_line(rivals: Iterable[AnnexRival], words: Mapping[str, str]) -> Inlines:
    """Return what other sources say: a value before its source, several of one source behind it."""
    lines = []
    for places in _together((rival.source, (rival.text,)) for rival in rivals):
        (source, values), *others = places
        if others:
            lines.append(_listed(places, words, "{held} [{place}]"))
        else:
            lines.append((Text(f"{_list(values, words)}{words['colon']}"), *_named(source, words)))
    return joined(lines, words["semicolon"])


def joined(lines: Sequence[Inlines], between: str) -> Inlines:
    """Return lines one after the other, a text between them."""
    found: list[Inline] = []
    for place, line in enumerate(lines):
        found += [*(_text(between) if place else ()), *line]
    return tuple(found)


def _together(read: Iterable[Read]) -> list[list[Read]]:
    """Return what was read, source by source, each place of a source once."""
    found: dict[AnnexSource, dict[str, dict[str, None]]] = {}
    for source, held in read:
        places = found.setdefault(replace(source, locator="", rows=()), {})
        places.setdefault(source.locator, {}).update(dict.fromkeys(held))
    return [
        [(replace(source, locator=locator), tuple(held)) for locator, held in places.items()]
        for source, places in found.items()
    ]


def _listed(places: Sequence[Read], words: Mapping[str, str], form: str) -> Inlines:
    """Return a source, then its places with what stands in each; what their names share is told once."""
    shared = _shared([source.locator for source, _ in places])
    told = []
    for number, (source, held) in enumerate(places):
        place = source.locator if number == 0 else source.locator.removeprefix(shared)
        told.append(form.format(place=place, held=_list(held, words)) if place else _list(held, words))
    return (*_named(replace(places[0][0], locator=""), words), *_behind(told, words))


def _located(sources: Sequence[AnnexSource], words: Mapping[str, str]) -> str:
    """Return the places of one source in one."""
    shared = _shared([one.locator for one in sources])
    rest = (one.locator.removeprefix(shared) if number else one.locator for number, one in enumerate(sources))
    return words["semicolon"].join(one for one in rest if one)


def _shared(locators: Sequence[str]) -> str:
    """Return what all places begin with, up to a comma: the name of an article's file."""
    heads = {locator.rpartition(_APART)[0] for locator in locators}
    return f"{heads.pop()}{_APART}" if len(heads) == 1 and "" not in heads else ""


def _named(source: AnnexSource, words: Mapping[str, str]) -> Inlines:
    """Return a source as the annex names it: mark, place, "as cited in", credited to, quality of reading."""
    shown: Inline = CrossRef(source.anchor, source.mark) if source.anchor else Text(source.mark)
    located = (shown, *_text(f"{words['comma']}{source.locator}" if source.locator else ""))
    line = (
        _fill(words["as-cited-in"], source=located, origin=_text(source.origin)) if source.origin else located
    )
    hedges = [words["credited-to"].format(credited=source.credited)] if source.credited else []
    hedges += [source.reading] if source.reading else []
    return (*line, *_text(f" ({words['semicolon'].join(hedges)})" if hedges else ""))


def _behind(held: Sequence[str], words: Mapping[str, str]) -> Inlines:
    return _text(f"{words['colon']}{_list(held, words)}" if held else "")


def _list(held: Sequence[str], words: Mapping[str, str]) -> str:
    return words["comma"].join(held)


def _fill(template: str, **parts: Inlines) -> Inlines:
    """Return a template's text with inlines in place of its braces."""
    found: list[Inline] = []
    while template:
        before, brace, rest = template.partition("{")
        name, _, template = rest.partition("}") if brace else ("", "", "")
        found += [*_text(before), *parts.get(name, ())]
    return tuple(found)


def _text(text: str) -> Inlines:
    return (Text(text),) if text else ()
