"""Every paragraph that an author wrote has a bookmark of its own, by which it is found again."""

import re
from collections import Counter

import pytest
from lxml import etree

from aibrief_report.ooxml.ids import LONGEST_BOOKMARK
from aibrief_report.ooxml.names import clark
from aibrief_report.ooxml.readback import bookmarked
from aibrief_report.ooxml.reading import read_package
from aibrief_report.ooxml.text import text_of
from aibrief_report.render.docx.provenance import PROVENANCE
from aibrief_report.render.docx.writer import render_docx
from tests.render.docx.written import find, style_of

MADE = (
    "BriefLabel",
    "BriefImprint",
    "BriefAnnexText",
    "BriefTableHeading",
    "TOC",
    "TableOfFigures",
    "Bibliography",
)
"""Styles (or the start of their ids) of what no author writes, but for the headings of columns."""
PARTS = ("word/document.xml", "word/footnotes.xml")


def roots(data: bytes) -> list[etree._Element]:
    members = read_package(data)
    return [etree.fromstring(members[name]) for name in PARTS]


def passages(data: bytes) -> list[etree._Element]:
    found = [etree.fromstring(one) for name, one in read_package(data).items() if "customXml/item" in name]
    (root,) = [one for one in found if one.tag == f"{{{PROVENANCE}}}provenance"]
    return list(root.iter(f"{{{PROVENANCE}}}passage"))


def unnamed(data: bytes, words: dict[str, str]) -> list[str]:
    """The paragraphs in which no passage has its bookmark, though nothing says that no author wrote them."""
    known = {one.get("bookmark") for one in passages(data)}
    generated = {words[key] for key in ("references", "numbers", "key-findings", "about", "annex-note")}
    generated |= {words[key] for key in ("corrections",) if key in words}
    sources = tuple(f"{words[key]}{words['colon']}" for key in ("source", "sources"))
    return [
        f"{style_of(one)}: {text_of(one)[:60]}"
        for root in roots(data)
        for one in root.iter(clark("w:p"))
        if (text := text_of(one).strip())
        and not known & marks(one)
        and not any(name.startswith("_subtitle_fig") for name in marks(one))  # a chart's own, of its units
        and not style_of(one).startswith(MADE)
        and text not in generated
        and not text.startswith(sources)
        and not in_table_of_the_ledger(one)
    ]


def marks(paragraph: etree._Element) -> set[str]:
    return {one.get(clark("w:name"), "") for one in paragraph.iter(clark("w:bookmarkStart"))}


def in_table_of_the_ledger(paragraph: etree._Element) -> bool:
    """Whether a paragraph stands in a table of which no author wrote the rows."""
    tables = list(paragraph.iterancestors(clark("w:tbl")))
    style = find(tables[0], "string(w:tblPr/w:tblStyle/@w:val)") if tables else ""
    return style == "BriefTable" and not find(tables[0], ".//w:bookmarkStart[contains(@w:name, '_cell')]")


def check(document, theme) -> None:
    data = render_docx(document, theme)
    assert unnamed(data, document.words) == []
    names = [
        mark.get(clark("w:name")) for root in roots(data) for mark in root.iter(clark("w:bookmarkStart"))
    ]
    assert [name for name, count in Counter(name.lower() for name in names).items() if count > 1] == []
    assert all(re.fullmatch(r"_[A-Za-z0-9_]+", name) and len(name) <= LONGEST_BOOKMARK for name in names)
    texts = {key: one.text for root in roots(data) for key, one in bookmarked(root).items()}
    printed = {one.get("bookmark"): one.findtext(f"{{{PROVENANCE}}}printed") for one in passages(data)}
    assert {name: texts[name] for name in printed} == printed
    assert all(one.get("file") and one.findtext(f"{{{PROVENANCE}}}source") for one in passages(data))


def test_of_the_small_brief(compact):
    check(compact.document, compact.theme)


def test_of_the_flagship(flagship):
    check(flagship.document, flagship.theme)


@pytest.mark.conformance
def test_of_the_torture_brief(torture_brief):
    check(torture_brief.document, torture_brief.theme)
