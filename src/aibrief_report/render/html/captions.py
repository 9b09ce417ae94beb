"""What stands above and beneath a figure or table: label, finding, what is measured; note and sources."""

from __future__ import annotations

from aibrief_report.model.blocks import Figure, Table
from aibrief_report.model.inlines import Citation, Inlines
from aibrief_report.model.walk import walk
from aibrief_report.render.html.markup import element, paragraph, text
from aibrief_report.render.html.pen import Pen


def caption(node: Figure | Table, pen: Pen) -> str:
    """Return the caption: label, title and subtitle; nothing where a block has none of them."""
    label = element("span", text(node.label) + " ", class_="label") if node.label else ""
    title = element("span", pen.inlines(node.title), id=f"{node.anchor}-title") if node.title else ""
    lines = paragraph(label + title, class_="title") if label or title else ""
    if node.subtitle:
        lines += paragraph(pen.inlines(node.subtitle), class_="subtitle")
    return element("figcaption", lines) if lines else ""


def scrolling(content: str, node: Figure | Table) -> str:
    """Return content that scrolls sideways where it is too wide: by touch, and focused by the keyboard."""
    return element("div", content, class_="scroll", tabindex=0, role="group", **named(node))


def named(node: Figure | Table) -> dict[str, str]:
    """Return the attribute that names a part of a figure or table by its title, else by its label."""
    if node.title:
        return {"aria_labelledby": f"{node.anchor}-title"}
    return {"aria_label": node.label} if node.label else {}


def beneath(node: Figure | Table, pen: Pen) -> str:
    """Return note and sources; nothing where a block has neither."""
    words = pen.words
    cited = sum(len(one.items) for one in walk(node.sources) if isinstance(one, Citation))
    lines = _line(words["note"], node.note, "note", pen)
    lines += _line(words["sources" if cited > 1 else "source"], node.sources, "source", pen)
    return element("div", lines, class_="beneath") if lines else ""


def _line(label: str, inlines: Inlines, kind: str, pen: Pen) -> str:
    if not inlines:
        return ""
    # A full-width colon brings its own space.
    colon = pen.words["colon"]
    head = element("span", text(label + colon.rstrip()), class_="key") + (" " if colon.endswith(" ") else "")
    return paragraph(f"{head}{pen.inlines(inlines)}", class_=kind)
