"""AB106: a key finding all of whose numbers come from one origin, which it does not name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aibrief_report.checks.facts import house, rows_behind
from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.checks.prose import Prose
from aibrief_report.checks.reading.words import word_set
from aibrief_report.checks.rule import Rule
from aibrief_report.ledger.records import Source

_GENERAL = word_set(
    "institute institutes center centre office organization organisation university report reports",
    "national international global world state council ministry department research security index",
    "annual bureau agency committee commission group artificial intelligence human-centered",
    "technology emerging information academy examples example statistics company press news",
)


def find(material: Material) -> Iterator[Finding]:
    """Yield each key finding that rests on one origin without saying on which."""
    for prose in material.prose:
        if prose.role == "finding":
            origins = _origins(prose, material)
            if len({house(source) for source in origins}) == 1 and not _names_one(prose, origins):
                yield _finding(prose, origins[0])


def _origins(prose: Prose, material: Material) -> tuple[Source, ...]:
    """Return the producers of the figures in a text, each once."""
    numbers = (material.document.numbers.get(piece.number) for piece in prose.line.numbers)
    rows = (row for one in numbers if one for row in rows_behind(one, material.ledger))
    keys = dict.fromkeys(row.producer for row in rows)
    return tuple(material.ledger.sources[key] for key in keys)


def _names_one(prose: Prose, origins: tuple[Source, ...]) -> bool:
    """Return whether a text names an origin, by a name, a word of it, or its initials; or cites it."""
    cited = any(piece.kind == "citation" for piece in prose.line.pieces)
    return cited or any(_is_named(source, prose.line.text) for source in origins)


def _is_named(source: Source, text: str) -> bool:
    names = [house(source), *(str(source.entry.get(key) or "") for key in ("publisher", "collection-title"))]
    told = {word for name in names for word in _telling(name)}
    return any(re.search(rf"\b{re.escape(word)}\b", text) for word in told)


def _telling(name: str) -> Iterator[str]:
    """Yield what a reader would know an origin by: whole name, words of its own, initials."""
    words = re.findall(r"[^\W\d_][\w’-]*", name)
    capital = [word for word in words if word[0].isupper()]
    if name:
        yield name
    yield from (word for word in capital if len(word) > 2 and word.lower() not in _GENERAL)
    if len(capital) > 1:
        yield "".join(word[0] for word in capital)
    if len(words) > 2:
        yield " ".join(words[:2])


def _finding(prose: Prose, origin: Source) -> Finding:
    return Finding(
        f"every figure of this key finding comes from one origin, {house(origin)}, which it does not name",
        prose.place_of(""),
        "name the origin in the sentence (“By …’s count, …”), or add a second one that bears it out",
        prose.line.text,
        (*prose.keys, origin.key),
    )


RULE = Rule(
    code="AB106",
    name="finding-of-one-origin",
    severity="warning",
    title="Key finding that rests on a single origin",
    what=(
        "A key finding whose numbers were all produced by one institution, where the sentence neither"
        " names it nor cites a source. Editions and reports of one house count as one origin; what "
        "copies or quotes it does too."
    ),
    why=(
        "Key findings are read alone and quoted on. One counter’s figure is a finding about its "
        "count; a reader should know whose, or see that another counter found the same."
    ),
    bad="The north made {{ north }} trips in 2024.",
    good="By the count of the Office of Examples, the north made {{ north }} trips in 2024.",
    mend="Name the origin, cite it, or bring in a figure of another origin.",
    accept="The origin is the one body that can know, such as a court on its own cases.",
    find=find,
    words=True,
)
