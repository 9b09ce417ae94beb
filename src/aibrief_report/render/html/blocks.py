"""Blocks as HTML: one case for each node that stands between lines of text."""

from __future__ import annotations

from collections.abc import Mapping

from aibrief_report.model.blocks import (
    Box,
    CodeBlock,
    Exhibits,
    Figure,
    Heading,
    KeyFigures,
    ListBlock,
    Paragraph,
    Provenance,
    Quote,
    References,
    Rule,
    Table,
)
from aibrief_report.model.walk import plain
from aibrief_report.render.html.back import provenance, references
from aibrief_report.render.html.exhibits import exhibits
from aibrief_report.render.html.figures import figure
from aibrief_report.render.html.key_figures import key_figures
from aibrief_report.render.html.markup import element, paragraph, text
from aibrief_report.render.html.pen import Case, Pen
from aibrief_report.render.html.tables import table


def _heading(node: Heading, pen: Pen) -> str:
    """Return a heading one level below its own, as the brief's title is the page's first."""
    number = element("span", text(node.number) + " ", class_="no") if node.number else ""
    return element(
        f"h{node.level + 1}",
        number + pen.inlines(node.inlines),
        id=node.anchor,
        data_label=f"{node.number} {plain(node.inlines)}".strip() if pen.paper else None,
    )


def _paragraph(node: Paragraph, pen: Pen) -> str:
    return paragraph(pen.inlines(node.inlines), id=node.anchor or None)


def _list(node: ListBlock, pen: Pen) -> str:
    items = "\n".join(element("li", _item(item, pen)) for item in node.items)
    if not node.ordered or node.start == 1:
        return element("ol" if node.ordered else "ul", items)
    # WeasyPrint counts by CSS alone; browsers and their readers by the attribute.
    counted = {"style": f"counter-reset:list-item {node.start - 1}"} if pen.paper else {"start": node.start}
    return element("ol", items, **counted)


def _item(item: tuple[object, ...], pen: Pen) -> str:
    """Return an item; one that only holds a line is set without the distances of a paragraph."""
    match item:
        case (Paragraph() as only,):
            return pen.inlines(only.inlines)
        case _:
            return "\n".join(pen.draw(block) for block in item)  # type: ignore[arg-type]  # items are blocks


def _quote(node: Quote, pen: Pen) -> str:
    return element("blockquote", pen.blocks(node.blocks))


def _code(node: CodeBlock, _pen: Pen) -> str:
    kind = f"language-{node.language}" if node.language else None
    return element("pre", element("code", text(node.text), class_=kind), tabindex=0)


def _rule(_node: Rule, _pen: Pen) -> str:
    return element("hr")


def _box(node: Box, pen: Pen) -> str:
    label = element("span", text(node.label) + " ", class_="label") if node.label else ""
    name = f"{node.anchor}-title" if node.anchor else None
    title = paragraph(label + pen.inlines(node.title), class_="box-title", id=name)
    body = element("div", pen.blocks(node.blocks), class_="box-body")
    return element(
        "aside", f"{title}\n{body}", class_=f"box {node.role}", id=node.anchor or None, aria_labelledby=name
    )


BLOCKS: Mapping[type, Case] = {
    Heading: _heading,
    Paragraph: _paragraph,
    ListBlock: _list,
    Quote: _quote,
    CodeBlock: _code,
    Rule: _rule,
    Box: _box,
    KeyFigures: key_figures,
    Figure: figure,
    Table: table,
    Exhibits: exhibits,
    References: references,
    Provenance: provenance,
}
"""How each member of `model.blocks.Block` is drawn."""
