"""AB202: a cited source without a year, or a row without its place in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.checks.rule import Rule
from aibrief_report.checks.uses import first_uses
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import CiteItem
from aibrief_report.model.walk import walk

_SAID = re.compile(r"\b(?:no|without|lacks?|unknown)\b[^.;]*\b(?:dates?|years?)\b|\bundated\b", re.IGNORECASE)


def find(material: Material) -> Iterator[Finding]:
    """Yield each source of the brief without a year, then each row without a locator."""
    for key in _cited(material.document):
        source = material.ledger.sources.get(key)
        if source and not source.year and not _SAID.search(str(source.entry.get("note") or "")):
            hint = "add issued: “2024”; where no date is known, say so in the entry’s note:"
            yield Finding(f"the source {key} has no year", source.place, hint, "", (key,))
    for key in first_uses(material.uses):
        row = material.ledger.observations.get(key) or material.ledger.events.get(key)
        if row and not row.locator:
            hint = "say where in the source it stands: a page, table, paragraph or section"
            yield Finding(
                f"{row.id} does not say where in {row.source} it stands",
                row.place,
                hint,
                "",
                (row.id, row.source),
            )


def _cited(document: Document) -> Iterator[str]:
    """Yield the keys of all sources that the brief cites or that stand behind its numbers, each once."""
    keys = {node.key: None for node in walk(document.blocks) if isinstance(node, CiteItem)}
    keys |= {mark.key: None for one in document.numbers.values() for mark in one.sources}
    keys |= {reference.key: None for reference in document.references}
    yield from keys


RULE = Rule(
    code="AB202",
    name="source-without-year-or-locator",
    severity="warning",
    title="Source without year or locator",
    what=(
        "A source that the brief cites, or that stands behind its numbers, without `issued`; and a "
        "row used in the brief with an empty `locator`. Where the entry’s `note` says that no date is"
        " known, it is let pass."
    ),
    why="Who checks a figure has to find the edition, and the place in it, without reading the whole.",
    bad="  - id: press\n    title: What lanes cost",
    good='  - id: press\n    title: What lanes cost\n    issued: "2024-03-01"',
    mend=(
        "Add `issued` to the source, `locator` to the row. What is not known is said in `note`, and "
        "never made up."
    ),
    accept="The source is a page of a few lines, which needs no locator.",
    find=find,
)
