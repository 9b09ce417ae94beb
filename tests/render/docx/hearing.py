"""What a DOCX leaves unsaid to readers who cannot see it, and to programs that read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from aibrief_report.checks.package.rules import PACKAGE_RULES
from aibrief_report.checks.package.run import check_file
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import Passage
from aibrief_report.model.walk import plain, walk
from aibrief_report.ooxml.language import EAST_ASIAN, RIGHT_TO_LEFT, primary, word_language
from aibrief_report.ooxml.names import clark
from aibrief_report.ooxml.reading import read_package
from aibrief_report.ooxml.text import text_of
from tests.render.docx.written import find, style_of

RULES = ("AB631", "AB632", "AB633", "AB634", "AB635", "AB636", "AB637", "AB651")
"""Those of `aibrief check file.docx` that speak for readers who cannot see."""
DATA_TABLES = ("BriefTable", "BriefAnnexTable")
EMPTY = {
    "BriefSeparator": "parts two tables, or ends a section or the text behind one",
    "BriefRule": "is a line itself",
}
"""Styles of paragraphs that may be empty, and why."""


def faults(data: bytes, document: Document) -> list[str]:
    """All that is missing for those who do not see the page."""
    parts = {name: etree.fromstring(part) for name, part in read_package(data).items() if _is_text(name)}
    rules = [rule for rule in PACKAGE_RULES if rule.code in RULES]
    found = [f"{one.rule.code}: {one.finding.message}" for one in check_file(data, "brief.docx", rules)]
    for name, root in parts.items():
        found += [f"{name}: {fault}" for fault in (*_tables(root), *_empty(root), *_links(root))]
    return [*found, *_headings(parts["word/document.xml"]), *_languages(data, parts, document)]


def _is_text(name: str) -> bool:
    return re.fullmatch(r"word/(?:document|footnotes|footer\d|header\d|styles)\.xml", name) is not None


def _tables(root: etree._Element) -> Iterator[str]:
    for table in root.iter(clark("w:tbl")):
        style = find(table, "string(w:tblPr/w:tblStyle/@w:val)")
        if not find(table, "string(w:tblPr/w:tblCaption/@w:val)"):
            yield f"a table in {style} has no name"
        first = find(table, "w:tblPr/w:tblLook/@w:firstRow") == ["1"]
        marked = bool(find(table, "w:tr[1]/w:trPr/w:tblHeader"))
        if not (style in DATA_TABLES) == first == marked:
            yield f"a table in {style} does not say what heads its columns"
        if style == "BriefAnnexTable" and find(table, "w:tblPr/w:tblLook/@w:firstColumn") != ["1"]:
            yield "the annex does not say what heads its rows"


def _empty(root: etree._Element) -> Iterator[str]:
    for one in root.iter(clark("w:p")):
        shown = text_of(one) or find(one, ".//w:drawing | .//w:separator | .//w:continuationSeparator")
        in_cell = one.getparent().tag == clark("w:tc")
        if not shown and style_of(one) not in EMPTY and not in_cell:
            yield f"an empty paragraph in {style_of(one) or 'Normal'} makes space"


def _links(root: etree._Element) -> Iterator[str]:
    for one in root.iter(clark("w:hyperlink")):
        if not text_of(one).strip() and not find(one, ".//w:footnoteReference"):
            yield "a link has no words"


def _headings(body: etree._Element) -> Iterator[str]:
    """Yield the headings that skip a level: lists of headings lose their place there."""
    deepest = 0
    for one in body.iter(clark("w:p")):
        level = re.fullmatch(r"Heading(\d)", style_of(one))
        if level:
            if int(level[1]) > deepest + 1:
                yield f"the heading {text_of(one)!r} skips a level"
            deepest = int(level[1])


def _languages(data: bytes, parts: Mapping[str, etree._Element], document: Document) -> Iterator[str]:
    language = document.meta.language
    (said,) = find(parts["word/styles.xml"], "w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    if said.get(clark(f"w:{_slot(language)}")) != word_language(language) or len(said.attrib) != 3:
        yield "the document does not tell its language"
    for node in walk((document.meta.title, document.blocks)):
        if isinstance(node, Passage):
            yield from _passage(parts, node)


def _slot(language: str) -> str:
    """The attribute in which Word keeps a language: it keeps one of each kind of script."""
    east, turned = primary(language) in EAST_ASIAN, primary(language) in RIGHT_TO_LEFT
    return "bidi" if turned else "eastAsia" if east else "val"


def _passage(parts: Mapping[str, etree._Element], node: Passage) -> Iterator[str]:
    path = f".//w:r[w:rPr/w:lang/@w:{_slot(node.language)}='{word_language(node.language)}']"
    runs = [run for root in parts.values() for run in find(root, path)]
    said = "".join(text_of(run) for run in runs)
    if plain(node).replace("\n", "") not in said:
        yield f"the passage {plain(node)!r} does not tell that it is in {node.language}"
    if _slot(node.language) == "bidi" and not all(find(run, "w:rPr/w:rtl") for run in runs):
        yield f"the passage {plain(node)!r} is not written from right to left"
