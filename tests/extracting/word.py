"""What a DOCX says, by its styles: paragraphs, tables and content controls of the parts that Word shows."""

from __future__ import annotations

from lxml import etree

from aibrief_report.ooxml.names import NAMESPACES, clark
from aibrief_report.ooxml.reading import read_package
from aibrief_report.ooxml.text import text_of
from aibrief_report.render.docx.numbering import HEADINGS, UNCOUNTED
from tests.extracting.told import Told, spell

_STYLES = {
    "BriefLabel": "title",
    "Title": "title",
    "Subtitle": "title",
    "Caption": "captions",
    "Bibliography": "references",
    "TOCHeading": "exhibits",
    "TableOfFigures": "exhibits",
}
_BY_CELL = {"BriefImprintTable": "title", "BriefKeyFigures": "paragraphs"}
"""Tables of which every cell tells one thing."""


def told_by_docx(data: bytes, annex: str) -> Told:
    """Return what a DOCX says; `annex` is the heading of its annex."""
    parts = read_package(data)
    (body,) = etree.fromstring(parts["word/document.xml"])
    notes = etree.fromstring(parts["word/footnotes.xml"])
    reader = _Reader(annex)
    for mark in body.iter(clark("w:footnoteReference")):
        _becomes_text(mark, mark.get(clark("w:id"), ""))
    reader.read(body)
    for note in notes:
        if note.get(clark("w:type")) is None:
            reader.told.add("footnotes", f"{note.get(clark('w:id'))} {text_of(note)}")
    for part in (body, notes):
        reader.numbers(part)
    return reader.told


class _Reader:
    """Reads paragraphs and tables one after the other, and counts headings as Word does."""

    def __init__(self, annex: str) -> None:
        self.annex, self.in_annex = annex, False
        self.told, self.counts = Told(), [0, 0, 0]

    def read(self, element: etree._Element) -> None:
        for one in element:
            if one.tag == clark("w:p"):
                self._paragraph(one)
            elif one.tag == clark("w:tbl"):
                self._table(one)

    def numbers(self, part: etree._Element) -> None:
        """Tell the numbers: each in a content control that carries its id."""
        for control in _find(part, ".//w:sdt[w:sdtPr/w:tag]"):
            self.told.add("numbers", text_of(control))
            for link in _find(control, "ancestor::w:hyperlink"):
                self.told.add("targets", link.get(clark("w:anchor"), ""))

    def _paragraph(self, one: etree._Element) -> None:
        style, words = _style(one), text_of(one)
        for drawing in _find(one, ".//w:drawing//wp:docPr"):
            self.told.add("pictures", drawing.get("descr", ""))
        if style.startswith("Heading"):
            self.in_annex = words == self.annex
            self.told.add("headings", f"{self._count(one)} {words}")
        elif self.in_annex:
            self.told.add("annex", words)
        elif style == "BriefCaptionDetail" and _style(one.getprevious()) == "Caption":
            self.told.by_kind["captions"][-1] += f" {spell(words)}"
        else:
            kind = _STYLES.get(style, "paragraphs")
            self.told.add(kind, words.casefold() if kind == "title" else words)

    def _count(self, heading: etree._Element) -> str:
        """Return the number that Word prints before a heading; empty where it prints none."""
        for properties in _find(heading, "w:pPr/w:numPr"):
            if _find(properties, "string(w:numId/@w:val)") == str(UNCOUNTED):
                return ""
            assert _find(properties, "string(w:numId/@w:val)") == str(HEADINGS)
            level = int(str(_find(properties, "string(w:ilvl/@w:val)")))
            self.counts[level] += 1
            self.counts[level + 1 :] = [0] * (2 - level)
            return ".".join(str(count) for count in self.counts[: level + 1])
        return ""

    def _table(self, table: etree._Element) -> None:
        style = _find(table, "string(w:tblPr/w:tblStyle/@w:val)")
        rows = [list(_find(row, "w:tc")) for row in _find(table, "w:tr")]
        if kind := _BY_CELL.get(str(style)):
            for cell in (cell for row in rows for cell in row):
                words = _lines(cell)
                self.told.add(kind, words.casefold() if kind == "title" else words)
        elif style not in ("BriefTable", "BriefAnnexTable"):
            for cell in (cell for row in rows for cell in row):
                self.read(cell)
        elif self.in_annex:
            self._entries(rows)
        else:
            for row in rows:
                self.told.add("rows", " | ".join(map(_lines, row)))

    def _entries(self, rows: list[list[etree._Element]]) -> None:
        """Tell the annex: a row an entry, with its facts in the second line."""
        for printed, told in rows[1:]:
            subject, *facts = _find(told, "w:p")
            self.told.add("annex", f"{_lines(printed)} {text_of(subject)}")
            for fact in facts:
                self.told.add("annex", text_of(fact))


def _lines(cell: etree._Element) -> str:
    return text_of(cell).replace("\n", " ")


def _style(paragraph: etree._Element) -> str:
    return str(_find(paragraph, "string(w:pPr/w:pStyle/@w:val)"))


def _find(element: etree._Element, path: str) -> list[etree._Element]:
    return element.xpath(path, namespaces=dict(NAMESPACES))


def _becomes_text(element: etree._Element, words: str) -> None:
    """Put words in place of an element's content, to be read as text."""
    parent, text = element.getparent(), etree.Element(clark("w:t"))
    text.text = words
    assert parent is not None
    parent.replace(element, text)
