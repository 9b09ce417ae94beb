"""Inlines as HTML: one case for each node that stands within a line of text."""

from __future__ import annotations

from collections.abc import Mapping

from aibrief_report.model.inlines import (
    Citation,
    Claimed,
    Code,
    CrossRef,
    Emphasis,
    LineBreak,
    Link,
    Note,
    NoteRef,
    NumberText,
    Passage,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from aibrief_report.model.walk import walk
from aibrief_report.ooxml.language import RIGHT_TO_LEFT, primary
from aibrief_report.render.anchors import linked_reference, reference_anchor
from aibrief_report.render.html.markup import address, element, text
from aibrief_report.render.html.notes import note, note_again
from aibrief_report.render.html.numbers import number
from aibrief_report.render.html.pen import Case, Pen

_SHORT = 16


def _text(node: Text, _pen: Pen) -> str:
    return text(node.text)


def _emphasis(node: Emphasis, pen: Pen) -> str:
    return element("em", pen.inlines(node.children))


def _strong(node: Strong, pen: Pen) -> str:
    return element("strong", pen.inlines(node.children))


def _small_caps(node: SmallCaps, pen: Pen) -> str:
    return element("span", pen.inlines(node.children), class_="small-caps")


def _superscript(node: Superscript, pen: Pen) -> str:
    return element("sup", pen.inlines(node.children))


def _subscript(node: Subscript, pen: Pen) -> str:
    return element("sub", pen.inlines(node.children))


def _code(node: Code, _pen: Pen) -> str:
    return element("code", text(node.text))


def _link(node: Link, pen: Pen) -> str:
    if not pen.links:
        return pen.inlines(node.children)
    within = linked_reference(node.url)
    href = f"#{within}" if within else address(node.url)
    return element("a", pen.unlinked().inlines(node.children), href=href)


def _line_break(_node: LineBreak, _pen: Pen) -> str:
    return "<br>"


def _passage(node: Passage, pen: Pen) -> str:
    turned = "rtl" if primary(node.language) in RIGHT_TO_LEFT else None
    return element("span", pen.inlines(node.children), lang=node.language, dir=turned)


def _claimed(node: Claimed, pen: Pen) -> str:
    told = None if node.verdict == "holds" else pen.words["contested"]
    return element("span", pen.inlines(node.children), class_=f"claim {node.verdict}", title=told)


def _cross_ref(node: CrossRef, pen: Pen) -> str:
    if not pen.links:
        return text(node.text)
    words = element("a", whole(node), class_="xref", href=f"#{node.target}")
    # The layout fills in the page; a screen has none.
    page = element("a", class_="the-page", href=f"#{node.target}") if node.page and pen.paper else ""
    return words + page


def whole(node: CrossRef) -> str:
    """Return the text of a reference: "Figure 1" stays in one line, a section's title may break."""
    numbered = len(node.text) <= _SHORT and node.text[-1:].isdigit()
    return text(node.text.replace(" ", "\u00a0") if numbered else node.text)


def _citation(node: Citation, pen: Pen) -> str:
    """Link each source of a cluster where the style's text falls into as many parts, else the whole."""
    if any(isinstance(one, Link) and linked_reference(one.url) for one in walk(node.children)):
        return element("span", pen.inlines(node.children), class_="cite", id=node.anchor or None)
    known = {one.key for one in pen.document.references}
    keys = [item.key if item.key in known else "" for item in node.items]
    whole = pen.unlinked().inlines(node.children)
    parts = whole.split("; ") if all(isinstance(one, Text) for one in node.children) else [whole]
    if len(parts) != len(keys):
        parts, keys = [whole], keys[:1]
    shown = "; ".join(_cited(part, key, pen) for part, key in zip(parts, keys, strict=True))
    return element("span", shown, class_="cite", id=node.anchor or None)


def _cited(part: str, key: str, pen: Pen) -> str:
    return element("a", part, href=f"#{reference_anchor(key)}") if key and pen.links else part


INLINES: Mapping[type, Case] = {
    Text: _text,
    Emphasis: _emphasis,
    Strong: _strong,
    SmallCaps: _small_caps,
    Superscript: _superscript,
    Subscript: _subscript,
    Code: _code,
    Link: _link,
    LineBreak: _line_break,
    Passage: _passage,
    Claimed: _claimed,
    NumberText: number,
    Citation: _citation,
    CrossRef: _cross_ref,
    Note: note,
    NoteRef: note_again,
}
"""How each member of `model.inlines.Inline` is drawn."""
