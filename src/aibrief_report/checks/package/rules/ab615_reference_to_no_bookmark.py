"""AB615: a link, cross-reference or page reference to a bookmark that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.bookmarks import names
from aibrief_report.checks.package.fields import instructions
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.names import NAMESPACES, clark

_FIELD = re.compile(r'\s*(REF|PAGEREF|NOTEREF)\s+"?([^\s"\\]+)', re.IGNORECASE)
_LINK = re.compile(r'\s*HYPERLINK\s+\\l\s+"?([^\s"]+)', re.IGNORECASE)
_SET = re.compile(r'\s*(?:SET|ASK)\s+"?([^\s"\\]+)', re.IGNORECASE)
_EVERYWHERE = frozenset({"", "_top"})
"""Anchors that need no bookmark: the file as a whole, and its beginning."""
_HINT = "Word prints “Error! Reference source not found.” when it updates fields"


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each reference by a link or a field to nothing."""
    fields = list(instructions(file))
    known = names(file) | _EVERYWHERE
    known |= {found[1].lower() for _, _, words in fields if (found := _SET.match(words))}
    for part, root in file.stories:
        for link in root.iter(clark("w:hyperlink")):
            anchor = link.get(clark("w:anchor"), "")
            if link.get(f"{{{NAMESPACES['r']}}}id") is None and anchor.lower() not in known:
                yield file.found(
                    part, f"a link leads to the bookmark {anchor!r}, which is not there", at=link
                )
    for part, element, words in fields:
        if (found := _FIELD.match(words)) and found[2].lower() not in known:
            what = f"the field {found[1].upper()} asks for the bookmark {found[2]!r}, which is not there"
            yield file.found(part, what, _HINT, at=element)
        elif (found := _LINK.match(words)) and found[1].lower() not in known:
            yield file.found(
                part, f"a link leads to the bookmark {found[1]!r}, which is not there", at=element
            )


RULE = Rule(
    code="AB615",
    name="reference-to-no-bookmark",
    severity="error",
    title="Reference to no bookmark",
    what=(
        "A link within the file, or one of the fields REF, PAGEREF, NOTEREF and HYPERLINK, to a bookmark"
        " that the file does not have."
    ),
    why=(
        "The link does nothing; the field keeps its old words until somebody updates it, before printing at"
        " the latest, and then says “Error! Reference source not found.”"
    ),
    bad="<w:instrText> REF _fig_gap \\h </w:instrText>, and no bookmark _fig_gap",
    good='<w:bookmarkStart w:id="1" w:name="_fig_gap"/>Figure 1<w:bookmarkEnd w:id="1"/>',
    mend="In Word, insert the cross-reference anew (References, Cross-reference), or delete the link.",
    find=find,
)
