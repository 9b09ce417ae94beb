"""AB606: a file that fetches something from outside when it is opened, or whose links may run programs."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.reading import outside_faults


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each relationship that leads outside, plain hyperlinks aside."""
    for part, root in file.roots.items():
        if part.endswith(".rels"):
            for fault in outside_faults(root, part):
                yield file.found(part, fault.message, fault.hint or "")


RULE = Rule(
    code="AB606",
    name="fetches-from-outside",
    severity="error",
    title="Fetches something from outside",
    what=(
        "A picture, template, workbook or other part that lies outside the file and is fetched when it is"
        " opened; or a hyperlink to something other than the web, mail or a file beside."
    ),
    why=(
        "Opening the file tells others that and where it was opened, may send them the reader's"
        " credentials, and shows something else tomorrow. Such a file is refused as a house template, and"
        " when it comes back from an editor."
    ),
    bad='<Relationship Type="…/attachedTemplate" Target="file://server/house.dotx" TargetMode="External"/>',
    good='<Relationship Type="…/hyperlink" Target="https://example.org" TargetMode="External"/>',
    mend=(
        "In Word: File, Info, Edit Links to Files, Break Link; for a template Developer, Document Template,"
        " and take the path out."
    ),
    find=find,
)
