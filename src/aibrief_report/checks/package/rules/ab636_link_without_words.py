"""AB636: a link that has no words to click on."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.names import clark
from aibrief_report.ooxml.text import text_of

_SEEN = (clark("w:drawing"), clark("w:pict"), clark("w:object"), clark("w:footnoteReference"), clark("w:del"))
"""What makes a link one that shows, or that goes with its words once their deletion is accepted."""


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each link around nothing that shows."""
    for part, root in file.stories:
        for link in root.iter(clark("w:hyperlink")):
            if not text_of(link).strip() and next(link.iter(*_SEEN), None) is None:
                yield file.found(
                    part, "a link has no words", "take the link out, or write what it leads to", at=link
                )


RULE = Rule(
    code="AB636",
    name="link-without-words",
    severity="warning",
    title="Link without words",
    what="A link around no text, picture or mark.",
    why="Nobody can see it, and screen readers stop at it with nothing to say (WCAG 2.2, 2.4.4).",
    bad='<w:hyperlink r:id="rId7"/>',
    good='<w:hyperlink r:id="rId7"><w:r><w:t>the report</w:t></w:r></w:hyperlink>',
    mend="Delete the line around it and write it anew, or save the file in Word.",
    find=find,
)
