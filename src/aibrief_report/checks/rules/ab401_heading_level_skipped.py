"""AB401: a heading that lies more than one level below the one before it."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding, Repair
from aibrief_report.checks.material import Material
from aibrief_report.checks.rule import Rule
from aibrief_report.errors import Place
from aibrief_report.model.blocks import Heading
from aibrief_report.model.walk import plain


def find(material: Material) -> Iterator[Finding]:
    """Yield each heading that skips a level; the first heading is one of the first level."""
    before = 0
    for block in material.document.blocks:
        if isinstance(block, Heading):
            if block.level > before + 1:
                yield _finding(block, before)
            before = block.level


def _finding(heading: Heading, before: int) -> Finding:
    span = heading.span
    place = Place(span.file, span.first) if span else Place("")
    above = f"one of level {before}" if before else "the beginning"
    old, new = "#" * heading.level, "#" * (before + 1)
    marked = span is not None and span.source.startswith(f"{old} ")
    return Finding(
        f"a heading of level {heading.level} follows {above}",
        place,
        f"make it level {before + 1}: {new} …",
        plain(heading.inlines),
        (heading.anchor,),
        Repair(place, f"{old} ", f"{new} ") if marked else None,
    )


RULE = Rule(
    code="AB401",
    name="heading-level-skipped",
    severity="warning",
    title="Heading level skipped",
    what=(
        "A heading more than one level below the heading before it, or a first heading that is not of"
        " level 1."
    ),
    why=(
        "Navigation panes, bookmarks and screen readers show headings as a tree; a skipped level "
        "reads as a missing section (WCAG 2.2, technique G141)."
    ),
    bad="# Trips\n\n### In the north",
    good="# Trips\n\n## In the north",
    mend="Raise the heading. `--fix` does so.",
    accept="There is hardly a reason; choose a bold first line instead of a small heading.",
    find=find,
)
