"""AB637: a document without a title among its properties."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule

_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def find(file: WordFile) -> Iterator[Finding]:
    """Yield a finding where the core properties hold no title."""
    parts = [target for _, target in file.related("", "core-properties") if target in file.roots]
    titles = [file.roots[part].findtext(_TITLE, default="") or "" for part in parts]
    if not any(title.strip() for title in titles):
        yield file.found(
            parts[0] if parts else "", "the document's properties hold no title", "File, Info, Title"
        )


RULE = Rule(
    code="AB637",
    name="no-title",
    severity="info",
    title="No title",
    what="A document whose core properties hold no title; what stands on its first page does not count.",
    why="Windows, screen readers and the PDF made from it show the file's name instead (WCAG 2.2, 2.4.2).",
    bad="<dc:title/>",
    good="<dc:title>Counting the AI race</dc:title>",
    mend="In Word: File, Info, Title.",
    find=find,
)
