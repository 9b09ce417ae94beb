"""Which element of the structure an element of the page is, and what it tells of itself."""

from __future__ import annotations

from typing import Any

from aibrief_report.render.pdf.structure.node import Node

_KINDS = {
    "article": "Art",
    "section": "Sect",
    "header": "Div",
    "aside": "Div",
    "figure": "Div",
    "figcaption": "Caption",
    "p": "P",
    "pre": "P",
    "code": "Code",
    "blockquote": "BlockQuote",
    "h1": "H1",
    "h2": "H2",
    "h3": "H3",
    "h4": "H4",
    "ul": "L",
    "ol": "L",
    "li": "LI",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "img": "Figure",
}
"""Standard types (ISO 32000-1, 14.8.4). What is not here lends its content to what it stands in."""

_GROUPS = frozenset({"p", "entry"})
"""Classes of a `div` that is more than a wrapper."""

_SCOPES = {"col": "/Column", "row": "/Row", "rowgroup": "/Row"}
"""Whom a head cell heads (ISO 32000-1, table 349)."""


def node_of(box: Any, language: str) -> Node | None:
    """Return a new element for what a box shows; `None` for what is a mere wrapper or a run of text."""
    element = box.element
    kind = _kind(element)
    spoken = element.get("lang")
    if spoken in (None, language) or element.tag == "html":
        spoken = None
    if kind is None and spoken is None:
        return None
    found = Node(kind or "Span", name=element.get("id") or "")
    if spoken:
        found.entries["Lang"] = spoken
    _tell(found, box)
    return found


def _kind(element: Any) -> str | None:
    classes = (element.get("class") or "").split()
    match element.tag:
        case "a":
            return "Link" if element.get("href") else None
        case "div":
            return "Div" if _GROUPS.intersection(classes) else None
        case "span":
            return "Note" if "footnote" in classes else None
        case "sup":
            return "Span" if "contested" in classes else None
        case tag:
            return _KINDS.get(tag)


def _tell(node: Node, box: Any) -> None:
    match node.kind:
        case "Figure":
            node.entries["Alt"] = box.element.get("alt")
        case "Span" if box.element.tag == "sup":  # the mark of a contested number, read as what it means
            node.entries["Alt"] = box.element.get("title")
        case "L":
            node.owner, node.attributes = "List", {"ListNumbering": _numbering(box)}
        case "TH":
            scope = _SCOPES[box.element.get("scope", "col")]
            node.owner, node.attributes = "Table", {"Scope": scope, **_spans(box)}
        case "TD" if spans := _spans(box):
            node.owner, node.attributes = "Table", spans
        case "Note":
            node.entries["ID"] = node.name
        case _:
            pass


def _numbering(box: Any) -> str:
    """Return how a list is numbered (ISO 32000-1, table 347)."""
    if box.style["list_style_type"] == "none":
        return "/None"
    return "/Decimal" if box.element.tag == "ol" else "/Disc"


def _spans(box: Any) -> dict[str, int]:
    spans = {"ColSpan": box.colspan, "RowSpan": box.rowspan}
    return {name: count for name, count in spans.items() if count != 1}
