"""What the HTML page says, by its tags and classes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import html

from aibrief_report.ooxml.ids import bookmark_name
from aibrief_report.render.annex import CONTESTED
from tests.extracting.told import Told

_BLOCKS = frozenset(
    (
        *(
            "header",
            "nav",
            "section",
            "div",
            "aside",
            "details",
            "figure",
            "figcaption",
            "svg",
            "img",
            "table",
        ),
        *("h1", "h2", "h3", "h4", "ul", "ol", "li", "p", "blockquote", "pre"),
    )
)
_HIDDEN = frozenset(("backs", "skip", "contents", "data", "tools"))
"""Ways back from references, and what repeats headings and values for moving about or taking away."""
_APART = frozenset(("author", "affiliation", "unit"))
"""Spans that stand on lines of their own."""


def told_by_html(data: bytes) -> Told:
    """Return what a page says."""
    found = Told()
    (article,) = html.document_fromstring(data).iter("article")
    _read(article, found, "paragraphs")
    for number in _shown(article):
        if "number" in _classes(number):
            found.add("numbers", _words(number).rstrip(CONTESTED))
            for target in number.xpath("a/@href"):
                found.add("targets", bookmark_name(target[1:]))
    return found


def _read(element: html.HtmlElement, found: Told, kind: str) -> None:
    for one in element:
        classes = _classes(one)
        if _is_hidden(one):
            continue
        if one.tag in {"svg", "img"}:
            # A chart that is drawn twice is told once.
            if "logo" not in classes and not one.get("aria-labelledby"):
                found.add("pictures", one.get("aria-label") or one.get("alt", ""))
        elif one.tag in {"h2", "h3", "h4"}:
            if one.get("id") != "footnotes":  # a heading that only a page without feet needs
                found.add("headings", _words(one))
        elif one.tag == "figcaption":
            found.add("captions", " ".join(_words(line) for line in one))
        elif one.tag == "table":
            for row in one.iter("tr"):
                found.add("rows", " | ".join(_words(cell) for cell in row))
        elif one.tag == "li" and "footnotes" in _classes(one.getparent().getparent()):
            found.add("footnotes", f"{one.get('value')} {' '.join(_words(line) for line in one)}")
        elif any(below.tag in _BLOCKS for below in one.iterdescendants()):
            _read(one, found, _kind(one, kind))
        else:
            words = _words(one)
            found.add(kind, words.casefold() if kind == "title" else words)


def _kind(element: html.HtmlElement, kind: str) -> str:
    found = {name: name for name in ("references", "annex", "exhibits")} | {"title-block": "title"}
    return next((found[name] for name in _classes(element) if name in found), kind)


def _classes(element: html.HtmlElement) -> set[str]:
    return set(element.get("class", "").split())


def _words(element: html.HtmlElement) -> str:
    """Return the words of an element as they are seen."""
    if _is_hidden(element):
        return ""
    if element.tag == "br":
        return " "
    parts = [element.text or "", *(part for one in element for part in (_words(one), one.tail or ""))]
    return f" {''.join(parts)} " if _classes(element) & _APART else "".join(parts)


def _shown(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield what is below an element and seen."""
    for one in element:
        if not _is_hidden(one):
            yield one
            yield from _shown(one)


def _is_hidden(element: html.HtmlElement) -> bool:
    above = element.getparent()
    card = element.tag == "span" and "number" in _classes(above) and above[0].tag == "a"
    return card or bool(_classes(element) & _HIDDEN) or element.get("role") == "doc-backlink"
