"""A small brief as each stage leaves it, held against what it was when somebody last looked.

A change that is meant is taken over by `pytest tests/test_snapshots.py --snapshot-update`; then read the
difference in `tests/__snapshots__/` before it is committed. What differs from machine to machine, or is no
text to be read (fonts, drawings, the version), is left out.
"""

from __future__ import annotations

import json
import re

import pypdfium2
import pytest
from lxml import etree
from msgspec.structs import replace
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from aibrief_report.digest import Json
from aibrief_report.model.charts import Chart
from aibrief_report.model.document import Document
from aibrief_report.model.json import to_json
from aibrief_report.model.walk import rewrite
from aibrief_report.ooxml.reading import read_package
from aibrief_report.pipeline import Written
from aibrief_report.render.docx.writer import render_docx
from aibrief_report.render.html.page import screen_body
from tests.extracting.model import told_by_document
from tests.extracting.paper import tree
from tests.extracting.tags import outline_of_tags

WIDTH = 110
DRAWING = re.compile(r'(<svg\b)[^>]*( aria-label="[^"]*")[^>]*>.*?</svg>', re.DOTALL)
ELEMENT = re.compile(
    r"(?<!\n)(?=<(?:section|figure|figcaption|table|tr|t[hd]|[uo]l|li|p|fieldset)\b"
    r'|<span (?:class="(?:number|source|rivals|rows|places)"))'
)
"""Before each element that is worth a line, so that a difference shows where it is."""


class TextFile(SingleFileSnapshotExtension):
    """A snapshot in a text file of its own."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


class JsonFile(TextFile):
    file_extension = "json"


class HtmlFile(TextFile):
    file_extension = "html"


class XmlFile(TextFile):
    file_extension = "xml"


def undrawn(document: Document) -> Document:
    """Return a document without drawings, which are made of its charts and tested as pictures."""
    return rewrite(document, lambda node: replace(node, drawing=None) if isinstance(node, Chart) else node)


def test_the_model(compact: Written, snapshot: SnapshotAssertion):
    document = replace(undrawn(compact.document), words={}, attachments=(), inputs=())
    assert f"{folded(to_json(document))}\n" == snapshot.use_extension(JsonFile)


def folded(value: Json, indent: str = "") -> str:
    """Return JSON in which whatever fits stands in one line."""
    flat = json.dumps(value, ensure_ascii=False)
    if len(indent + flat) <= WIDTH or not isinstance(value, dict | list):
        return flat
    inner = f"{indent} "
    if isinstance(value, list):
        parts, (start, end) = [folded(one, inner) for one in value], "[]"
    else:
        parts = [f"{json.dumps(name)}: {folded(one, inner)}" for name, one in value.items()]
        start, end = "{}"
    lines = ",\n".join(inner + part for part in parts)
    return f"{start}\n{lines}\n{indent}{end}"


def test_the_body_of_the_page(compact: Written, snapshot: SnapshotAssertion):
    body = screen_body(compact.document, compact.theme)
    told = DRAWING.sub(r"\1\2/>", body)
    assert f"{ELEMENT.sub(chr(10), told).strip()}\n" == snapshot.use_extension(HtmlFile)


@pytest.mark.parametrize("part", ["document", "styles", "numbering", "footnotes"])
def test_a_part_of_the_docx(compact: Written, snapshot: SnapshotAssertion, part: str):
    without_fonts = replace(compact.theme, fonts=replace(compact.theme.fonts, faces=()))
    held = read_package(render_docx(compact.document, without_fonts))
    assert in_lines(held[f"word/{part}.xml"]) == snapshot.use_extension(XmlFile)


def in_lines(part: bytes) -> str:
    """Return XML in lines, each run and each bag of properties in one."""
    root = etree.fromstring(part)
    etree.indent(root, " ")
    for one in root.iter():
        name = etree.QName(one).localname
        if name.endswith("Pr") or name in {"r", "tblGrid", "lvl"}:
            for below in one.iterdescendants():
                below.tail = None
            for bag in (bag for bag in one.iter() if len(bag)):
                bag.text = None
    return f"{etree.tostring(root, encoding='unicode')}\n"


def test_the_text_of_each_page_of_the_pdf(compact_pdf: bytes, snapshot: SnapshotAssertion):
    with pypdfium2.PdfDocument(compact_pdf) as pdf:
        pages = [flowing(page.get_textpage().get_text_range()) for page in pdf]
    told = (f"page {number}\n{text}\n" for number, text in enumerate(pages, start=1))
    assert "\n".join(told) == snapshot.use_extension(TextFile)


def flowing(page: str) -> str:
    """Return a page's text as it is whatever the lines of the page: where each ends may differ by machine.

    Hyphens are left out, as those of the layout cannot be told from others.
    """
    text = " ".join(re.sub("[-\x02]\\s*", "", page).split())
    return re.sub(r"(?<=[\w)]\.) (?=[A-Z])| (?=[A-Z][a-z]+(?: [a-z]+)*: )", "\n", text)


def test_the_tags_of_the_pdf(compact: Written, compact_pdf: bytes, snapshot: SnapshotAssertion):
    told = outline_of_tags(tree(compact_pdf), told_by_document(compact.document))
    assert told == snapshot.use_extension(TextFile)
