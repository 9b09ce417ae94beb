"""What lists of contents, figures and tables say: titles once more, without what may stand only once."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from aibrief_report.model.blocks import Exhibits, Figure, Table
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import (
    Citation,
    Claimed,
    CrossRef,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    NoteRef,
    NumberText,
    Superscript,
    Text,
)
from aibrief_report.model.walk import walk
from aibrief_report.render.annex import CONTESTED, Annex


def listed(exhibits: Exhibits, document: Document) -> tuple[Figure | Table, ...]:
    """Return the figures or tables that a list names, in reading order: those with a label."""
    kind = Figure if exhibits.kind == "figures" else Table
    return tuple(one for one in walk(document.blocks) if isinstance(one, kind) and one.label)


def repeated(title: Inlines, annex: Annex) -> Inlines:
    """Return a title as a list repeats it: in its look, with the marks of contested numbers, no more.

    Footnotes hang on the title itself; numbers, citations and links are words here.
    """
    return tuple(part for one in title for part in _repeated(one, annex))


def _repeated(inline: Inline, annex: Annex) -> Inlines:
    match inline:
        case Note() | NoteRef():
            return ()
        case LineBreak():
            return (Text(" "),)
        case CrossRef(_, text):
            return (Text(text),)
        case NumberText(number, text):
            known = annex.numbers.get(number)
            mark = (Superscript((Text(CONTESTED),)),) if known and known.contested else ()
            return (Text(text), *mark)
        case Citation() | Claimed() | Link():
            return repeated(inline.children, annex)
        case _:
            return (_with_children(inline, annex),)


def _with_children(inline: Any, annex: Annex) -> Any:
    children = getattr(inline, "children", None)
    return inline if children is None else replace(inline, children=repeated(children, annex))
