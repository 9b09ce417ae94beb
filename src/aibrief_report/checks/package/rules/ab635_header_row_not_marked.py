"""AB635: a table whose first row is set as its header and not marked as one."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.package.tables import data_tables
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.names import clark

_FIRST_ROW = 0x0020
"""The bit of a table's look that sets its first row apart (ECMA-376 part 1, section 17.4.55)."""


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each such table of several rows and columns."""
    for part, table in data_tables(file):
        first = table.find(clark("w:tr"))
        marked = first is not None and first.find(f"{clark('w:trPr')}/{clark('w:tblHeader')}") is not None
        if _set_apart(table) and not marked:
            yield file.found(part, "the first row looks like a header and is not marked as one", at=first)


def _set_apart(table: etree._Element) -> bool:
    look = table.find(f"{clark('w:tblPr')}/{clark('w:tblLook')}")
    if look is None:
        return False
    said = look.get(clark("w:firstRow"))
    if said is not None:
        return said in ("1", "true", "on")
    bits = look.get(clark("w:val"), "0")
    return bool(int(bits, 16) & _FIRST_ROW) if all(one in "0123456789abcdefABCDEF" for one in bits) else False


RULE = Rule(
    code="AB635",
    name="header-row-not-marked",
    severity="warning",
    title="Header row that is not marked",
    what="A table of several rows and columns whose look sets the first row apart, and whose first row is"
    " not marked to be repeated as a header.",
    why="Screen readers cannot tell what a cell stands for (WCAG 2.2, success criterion 1.3.1); on the"
    " next page the columns have no heads.",
    bad='<w:tblLook w:firstRow="1" …/> and a first row without <w:tblHeader/>',
    good="<w:tr><w:trPr><w:tblHeader/></w:trPr>…",
    mend="In Word: select the row; Table Properties, Row, Repeat as header row; or untick Header Row under"
    " Table Design, where the table has none.",
    find=find,
)
