"""AB634: a heading of a file that lies more than one level below the one before it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.styles import heading_levels, outline_level
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.names import clark
from aibrief_report.ooxml.text import text_of


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each heading of the main text that skips a level; the first one has the first level."""
    levels = heading_levels(file)
    before = 0
    for paragraph in file.roots[file.main].iter(clark("w:p")):
        properties = paragraph.find(clark("w:pPr"))
        own = outline_level(properties)
        level = own if own is not None else levels.get(_style(properties), 0)
        if not level or not text_of(paragraph).strip():
            continue
        if level > before + 1:
            above = f"one of level {before}" if before else "the beginning"
            yield file.found(file.main, f"a heading of level {level} follows {above}", at=paragraph)
        before = level


def _style(properties: etree._Element | None) -> str:
    style = properties.find(clark("w:pStyle")) if properties is not None else None
    return style.get(clark("w:val"), "") if style is not None else ""


RULE = Rule(
    code="AB634",
    name="file-heading-skipped",
    severity="warning",
    title="Heading level skipped in a file",
    what=(
        "A heading more than one level below the heading before it, or a first heading that is not of level"
        " 1. Levels are those of the styles, or of the paragraphs themselves; empty headings are passed over."
    ),
    why=(
        "Navigation panes, contents and screen readers show headings as a tree; a skipped level reads as a"
        " missing section (WCAG 2.2, technique G141)."
    ),
    bad="Heading 1, then Heading 3",
    good="Heading 1, then Heading 2",
    mend="Set the heading in the style one level higher. Do not choose headings by their size.",
    find=find,
)
