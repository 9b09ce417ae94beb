"""Footnotes: at the foot of the page on paper, in a list at the end of the text on screen."""

from __future__ import annotations

from msgspec.structs import replace

from aibrief_report.model.blocks import Paragraph
from aibrief_report.model.inlines import Note, NoteRef
from aibrief_report.render.html.markup import element, paragraph, text
from aibrief_report.render.html.pen import Pen


def note(node: Note, pen: Pen) -> str:
    """Return the mark of a footnote, linked to the note; on paper the note stands right behind it."""
    if not pen.paper:
        pen.notes.append(node)
    mark = text(str(node.number))
    if pen.links:
        mark = element("a", mark, href=f"#{_anchor(node)}", role="doc-noteref")
    call = element("sup", mark, class_="note-mark", id=_back(node))
    return call + (_at_foot(node, pen) if pen.paper else "")


def note_again(node: NoteRef, pen: Pen) -> str:
    """Return a further mark of a footnote, linked to the note."""
    mark = text(str(node.number))
    if pen.links:
        mark = element("a", mark, href=f"#{node.anchor}", role="doc-noteref")
    return element("sup", mark, class_="note-mark")


def notes(pen: Pen) -> str:
    """Return the notes gathered so far as a section, and forget them; nothing where there are none."""
    if not pen.notes:
        return ""
    # A note may hold a note: drawing one can gather more, so the list is read as it grows.
    items = [_listed(one, pen) for one in pen.notes]
    pen.notes.clear()
    title = element("h2", text(pen.words["footnotes"]), id="footnotes")
    listed = element("ol", "\n".join(items))
    return element("section", f"{title}\n{listed}", class_="footnotes", role="doc-endnotes")


def _listed(node: Note, pen: Pen) -> str:
    label = pen.words["back-to-text"]
    back = element("a", "↑", href=f"#{_back(node)}", role="doc-backlink", aria_label=label)
    *before, last = node.blocks
    lines = [pen.draw(block) for block in before]
    lines += (
        [paragraph(f"{pen.inlines(last.inlines)} {back}")]
        if isinstance(last, Paragraph)
        else [pen.draw(last), paragraph(back)]
    )
    return element("li", "\n".join(lines), id=_anchor(node), value=node.number)


def _at_foot(node: Note, pen: Pen) -> str:
    """Return the note in spans, as no paragraph may stand within a paragraph."""
    mark = element("a", text(str(node.number)), class_="note-number", href=f"#{_back(node)}")
    inner = replace(pen, links=True)
    parts = [
        element("span", inner.inlines(block.inlines), class_="note-line")
        if isinstance(block, Paragraph)
        else element("span", inner.draw(block), class_="note-line")
        for block in node.blocks
    ]
    return element("span", mark + "".join(parts), class_="footnote", id=_anchor(node))


def _anchor(node: Note) -> str:
    return node.anchor or f"note-{node.number}"


def _back(node: Note) -> str:
    return f"{_anchor(node)}-mark"
