"""AB633: a document that does not say in which language it is."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.names import clark

_LANGUAGE = f"{clark('w:rPr')}/{clark('w:lang')}"


def find(file: WordFile) -> Iterator[Finding]:
    """Yield a finding where neither the defaults nor the usual paragraph style have a language."""
    part, styles = file.root_of("styles")
    if styles is None or not any(_says(one) for one in _bases(styles)):
        hint = "in Word: Review, Language, Set Proofing Language, Set As Default"
        yield file.found(part or file.main, "the document does not say in which language it is", hint)


def _bases(styles: etree._Element) -> Iterator[etree._Element]:
    """Yield what all text is based on: the document's defaults, and the usual style of paragraphs."""
    yield from styles.iter(clark("w:rPrDefault"))
    for style in styles.iter(clark("w:style")):
        if style.get(clark("w:default")) in ("1", "true") and style.get(clark("w:type")) == "paragraph":
            yield style


def _says(base: etree._Element) -> bool:
    language = base.find(_LANGUAGE)
    return language is not None and any(language.attrib.values())


RULE = Rule(
    code="AB633",
    name="no-language",
    severity="warning",
    title="No language",
    what="A document without a language in its defaults and in its usual paragraph style.",
    why=(
        "Screen readers pronounce it by the rules of the reader's own language (WCAG 2.2, success criterion"
        " 3.1.1), and Word checks the spelling by them."
    ),
    bad="<w:rPrDefault><w:rPr/></w:rPrDefault>",
    good='<w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>',
    mend="In Word: select all, then Review, Language, Set Proofing Language.",
    find=find,
)
