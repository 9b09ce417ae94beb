"""AB105: a figure that could not be traced, printed as if it were settled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from aibrief_report.checks.facts import fact_key, rows_behind
from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.checks.prose import Prose
from aibrief_report.checks.rule import Rule
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.model.numbers import Number

_HEDGED = re.compile(
    r"\b(?:untraced|untraceable|unconfirmed|unverified|unsourced|undated|unattributed|alleged(?:ly)?|purported(?:ly)?"
    r"|(?:can|could|cannot|can’t|couldn’t)\s?(?:not)?\s(?:be\s)?(?:trace|traced|confirm|confirmed|verify|verified|found|find)"
    r"|(?:not|none|never|nowhere)\s(?:\w+\s){0,2}?(?:found|traced|confirmed|verified|proved|proven|borne\sout)"
    r"|(?:no|without\s(?:a|any)?)\s?(?:\w+\s)?(?:sources?|producer|evidence|record|trace)\b"
    r"|(?:do|did|does|could|was|were|is|are)\snot\s(?:\w+\s){0,3}?(?:find|trace|confirm|verify|found)"
    r"|(?:wrongly|falsely)|mis(?:credited|quoted|attributed|dated|labell?ed))\b",
    re.IGNORECASE,
)


def find(material: Material) -> Iterator[Finding]:
    """Yield each untraced figure in prose of which no text around it says so.

    Once a section has said so of a row, later sentences of the section need not.
    """
    whole = _texts_by_anchor(material.prose)
    told: set[tuple[str, str]] = set()
    for prose in material.prose:
        if prose.role in ("cell", "alt"):
            continue
        for piece in prose.line.numbers:
            number = material.document.numbers.get(piece.number)
            if number is None or not _untraced(number, material.ledger):
                continue
            if _hedged(prose, whole):
                told.add((prose.section, number.id))
            elif (prose.section, number.id) not in told:
                yield _finding(prose, number, piece.text)


def _texts_by_anchor(texts: tuple[Prose, ...]) -> Mapping[str, str]:
    """Return all that is written of one paragraph, figure or table, by its anchor."""
    found: dict[str, str] = {}
    for one in texts:
        found[one.anchor] = f"{found.get(one.anchor, '')} {one.line.text}"
    return found


def _hedged(prose: Prose, whole: Mapping[str, str]) -> bool:
    """Return whether a text says that a figure is untraced, or refers to a figure or table that says so."""
    anchors = (prose.anchor, *(piece.target for piece in prose.line.pieces if piece.target))
    return any(_HEDGED.search(whole.get(anchor, "")) for anchor in anchors)


def _untraced(number: Number, ledger: Ledger) -> bool:
    """Return whether a fact behind a number is known from untraced readings only.

    A range is told as contested already, and counts only where all of it is untraced.
    """
    readings: dict[tuple[str, ...], set[bool]] = {}
    for row in rows_behind(number, ledger):
        readings.setdefault(fact_key(row), set()).add(row.reading == "untraced")
    if not readings:
        return any(mark.reading == "untraced" for mark in number.sources)
    alone = [held == {True} for held in readings.values()]
    return all(alone) if number.kind == "range" else any(alone)


def _finding(prose: Prose, number: Number, text: str) -> Finding:
    printed = text.replace("\u00a0", " ")
    return Finding(
        f"“{printed}” could not be traced to its source, and the text does not say so",
        prose.place_of(""),
        "say “untraced”, “could not be traced” or “was not found” beside it, or refer to a table that does",
        next((one.text for one in prose.sentences if text in one.text), prose.line.text),
        (*prose.keys, *number.rows),
    )


RULE = Rule(
    code="AB105",
    name="untraced-in-prose",
    severity="warning",
    title="Untraced reading in prose",
    what=(
        "A printed number whose every row was read as `untraced`, in a text that does not say so. It "
        "is said by words such as untraced, unconfirmed, undated, “could not be traced” or “was not "
        "found”: in the same paragraph, in the title or note of the same figure, in a table that the "
        "paragraph refers to, or before in the same section. Tables, which have a column for it, and "
        "ranges that hold other readings too, are let pass."
    ),
    why="A reader takes every figure in a sentence for one that the author stands behind.",
    bad='China received {{ row("article-14") }} of private investment.',
    good='One article prints {{ row("article-14") }}, which was not found at the source it names.',
    mend="Say it in the sentence, or move the figure to a table of untraced figures.",
    accept="The sentence says it in other words.",
    find=find,
    words=True,
)
