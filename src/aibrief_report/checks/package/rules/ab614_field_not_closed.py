"""AB614: a field whose parts do not nest: one that never ends, or ends without having begun."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.fields import field_stories
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.names import clark

_KIND = clark("w:fldCharType")


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each mark of a field that does not fit those before it, and each field that never ends."""
    for part, marks in field_stories(file):
        separated: list[bool] = []
        begun: list[etree._Element] = []
        for mark in marks:
            kind = mark.get(_KIND)
            if kind == "begin":
                begun.append(mark)
                separated.append(False)
            elif not begun:
                yield file.found(part, f"the mark “{kind}” stands outside any field", at=mark)
            elif kind == "end":
                begun.pop()
                separated.pop()
            elif separated[-1]:
                yield file.found(part, "a field has two results", at=mark)
            else:
                separated[-1] = True
        for mark in begun:
            yield file.found(part, "the field that begins here never ends", at=mark)


RULE = Rule(
    code="AB614",
    name="field-not-closed",
    severity="error",
    title="Field that is not closed",
    what=(
        "A field that begins and never ends within the text, note, header or text box it stands in; an end"
        " or a result without a field; a field with two results."
    ),
    why="Word takes all that follows for the field's instruction: the text behind it does not show.",
    bad='<w:fldChar w:fldCharType="begin"/> PAGE <w:fldChar w:fldCharType="separate"/> 1',
    good=(
        '<w:fldChar w:fldCharType="begin"/> PAGE <w:fldChar w:fldCharType="separate"/> 1'
        ' <w:fldChar w:fldCharType="end"/>'
    ),
    mend="Delete the field, with its result, and insert it anew.",
    find=find,
)
