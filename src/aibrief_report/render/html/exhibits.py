"""Lists of figures and of tables: an entry a link; on paper the layout adds the page."""

from __future__ import annotations

from aibrief_report.model.blocks import Exhibits, Figure, Table
from aibrief_report.render.exhibits import listed, repeated
from aibrief_report.render.html.markup import element, paragraph, text
from aibrief_report.render.html.pen import Pen


def exhibits(node: Exhibits, pen: Pen) -> str:
    """Return the list of figures or of tables, in the order of the text."""
    title = paragraph(pen.inlines(node.title), class_="nav-title", id=node.anchor)
    lines = "\n".join(element("li", _line(one, pen)) for one in listed(node, pen.document))
    return element("nav", f"{title}\n{element('ol', lines)}", class_="exhibits", aria_labelledby=node.anchor)


def _line(block: Figure | Table, pen: Pen) -> str:
    """Return an entry in cells: label, title and, on paper, the page, which the layout fills in."""
    label, href = text(block.label), f"#{block.anchor}"
    words = pen.unlinked().inlines(repeated(block.title, pen.annex))
    cells = [
        element("span", label if words else element("a", label, href=href), class_="label") + " ",
        element("span", element("a", words, href=href) if words else "", class_="listed"),
    ]
    if pen.paper:
        cells.append(element("span", element("a", class_="its-page", href=href), class_="at"))
    return element("div", "".join(cells), class_="line")
