"""Small helpers for tests of the DOCX: blocks as XML, a package as its parts."""

from __future__ import annotations

from functools import cache

from lxml import etree
from msgspec.structs import replace

from aibrief_report.model.document import Document
from aibrief_report.ooxml.names import NAMESPACES, clark
from aibrief_report.ooxml.reading import read_package
from aibrief_report.ooxml.text import text_of
from aibrief_report.render.docx.writer import render_docx
from aibrief_report.theme.tokens import Theme
from tests.documents import small, theme, torture


@cache
def bare() -> Theme:
    """The default theme without font files, which take most of the time."""
    return replace(theme(), fonts=replace(theme().fonts, faces=()))


def package(document: Document, of: Theme | None = None) -> dict[str, bytes]:
    """The parts of a document's DOCX, by name."""
    return dict(read_package(render_docx(document, of or bare())))


def part(name: str, document: Document) -> etree._Element:
    """One part, parsed."""
    return etree.fromstring(package(document)[name])


def body(*blocks: object, base: Document | None = None, **meta: object) -> etree._Element:
    """The body of a document of these blocks, with the numbers and references of `torture()`."""
    base = base or torture()
    document = replace(base, blocks=blocks, meta=replace(small().meta, **meta))
    (found,) = part("word/document.xml", document)
    return found


def find(element: etree._Element, path: str) -> list[etree._Element]:
    """What an XPath with Word's prefixes finds."""
    return element.xpath(path, namespaces=dict(NAMESPACES))


def style_of(paragraph: etree._Element) -> str:
    """A paragraph's style."""
    return "".join(find(paragraph, "string(w:pPr/w:pStyle/@w:val)"))


def outline(element: etree._Element) -> list[str]:
    """The paragraphs of an element as "Style: words"."""
    return [f"{style_of(one)}: {text_of(one)}" for one in element.iter(clark("w:p"))]


@cache
def torture_parts() -> dict[str, bytes]:
    """The parts of `torture()` in the default theme."""
    return package(torture(), theme())


@cache
def torture_body() -> etree._Element:
    """The body of `torture()`."""
    (found,) = etree.fromstring(torture_parts()["word/document.xml"])
    return found
