"""Small helpers for tests of the page: a pen, a node as HTML, the page as a tree."""

from __future__ import annotations

from functools import cache

from lxml import etree, html
from msgspec.structs import replace

from aibrief_report.model.blocks import Provenance, References
from aibrief_report.model.document import Document
from aibrief_report.render.annex import annex
from aibrief_report.render.html import render_html
from aibrief_report.render.html.page import CASES, screen_body
from aibrief_report.render.html.pen import Pen
from aibrief_report.store.cache import Cache
from tests.documents import plain_theme, small, t, theme, torture


def pen(document: Document | None = None, medium: str = "screen") -> Pen:
    """A pen for a document with an annex (`small()` where none is given)."""
    document = document or small()
    return Pen(document, theme(), annex(document), medium, CASES)


def drawn(node: object, medium: str = "screen", document: Document | None = None) -> str:
    """One node as HTML."""
    return pen(document, medium).draw(node)


def body(*blocks: object, **meta: object) -> html.HtmlElement:
    """The body of a page with these blocks, references and annex, as a tree; without fonts it is quick."""
    back = (References(t("References")), Provenance(t("Numbers")))
    document = replace(torture(), blocks=(*blocks, *back), meta=replace(torture().meta, **meta))
    return html.fragment_fromstring(screen_body(document, theme()), create_parent="body")


@cache
def torture_page() -> bytes:
    """The whole page of `torture()`, in one face."""
    return render_html(torture(), plain_theme(), Cache(None))


@cache
def torture_tree() -> etree._Element:
    """The whole page of `torture()` as a tree."""
    return html.document_fromstring(torture_page())


def text_of(element: etree._Element) -> str:
    """The words of an element, spaces joined."""
    return " ".join("".join(element.itertext()).split())
