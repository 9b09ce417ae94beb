"""From Markdown's inline tokens to the model's inlines. What is not supported is a fault, never dropped."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct

from aibrief_report.errors import Faults, Place
from aibrief_report.inputs.nearest import nearest
from aibrief_report.model.inlines import (
    Citation,
    CiteItem,
    Code,
    CrossRef,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    NoteRef,
    NumberText,
    Passage,
    SmallCaps,
    Strong,
    Text,
)
from aibrief_report.narrative.escape import shown
from aibrief_report.narrative.markers import BLOCK, OPEN, runs
from aibrief_report.narrative.session import Printed

_ADDRESSES = ("https://", "http://", "mailto:")
_NOTE = re.compile(r"\[\^[^\]\s]+\]")
"""What would be a footnote's mark, were there such a footnote."""


class Edge(Struct, frozen=True):
    """Where a claim's sentence begins or ends, until both are found."""

    entry: int
    opens: bool


class InlineReader(Struct, frozen=True):
    """Reads the inline tokens of one text. `place` is where the text stands, for errors."""

    printed: Sequence[Printed]
    sources: Mapping[str, object]
    faults: Faults
    notes: Mapping[int, Callable[[], Note]]
    claimed: Callable[[int, Inlines], Inlines]

    def read(self, nodes: Sequence[SyntaxTreeNode], place: Place) -> Inlines:
        """Return the inlines of some nodes, adjoining texts joined."""
        found: list[Inline | Edge] = []
        line = place.line
        for node in nodes:
            here = place if line == place.line else Place(place.file, line)
            line = line + _breaks(node) if line is not None else None
            for inline in self._one(node, here):
                if isinstance(inline, Text) and found and isinstance(found[-1], Text):
                    found[-1] = Text(found[-1].text + inline.text)
                else:
                    found.append(inline)
        return self._folded(found, place)

    def plain(self, text: str) -> str:
        """Return a text with its numbers as plain text, for places where no node can stand."""
        return shown(
            "".join(self.printed[n].text if kind == "number" else run for kind, run, n in runs(text))
        )

    def _folded(self, parts: Sequence[Inline | Edge], place: Place) -> Inlines:
        """Return inlines in which what stands between a claim's edges is one node."""
        found: list[Inline] = []
        opened: list[tuple[int, int]] = []
        for part in parts:
            if not isinstance(part, Edge):
                found.append(part)
            elif part.opens:
                opened.append((part.entry, len(found)))
            elif opened and opened[-1][0] == part.entry:
                _, start = opened.pop()
                found[start:] = self.claimed(part.entry, tuple(found[start:]))
            else:
                opened.append((part.entry, len(found)))
        if opened:
            hint = (
                "keep {% claim %} … {% endclaim %} within one paragraph, outside or inside bold and italics"
            )
            self.faults.add("a claim begins and ends in different places", place, hint)
        return tuple(found)

    def _one(self, node: SyntaxTreeNode, place: Place) -> Sequence[Inline | Edge]:
        match node.type:
            case "text" | "text_special":
                return self._text(node.content, place)
            case "softbreak":
                return (Text(" "),)
            case "hardbreak":
                return (LineBreak(),)
            case "code_inline":
                return (Code(self.plain(node.content)),)
            case "em" | "strong":
                children = self.read(node.children, place)
                return (Emphasis(children) if node.type == "em" else Strong(children),)
            case "crossref":
                return (CrossRef(node.meta["target"], page=node.meta["page"]),)
            case "footnote_ref":
                return self._note(node, place)
            case "link" | "span" | "citation":
                return {"link": self._link, "span": self._span, "citation": self._citation}[node.type](
                    node, place
                )
            case _:
                return self._refused(node, place)

    def _refused(self, node: SyntaxTreeNode, place: Place) -> Inlines:
        if node.type == "html_inline":
            hint = "write Markdown; HTML would be lost in Word and PDF"
            if not node.content.startswith("</"):
                self.faults.add(f"HTML is not supported: {self.plain(node.content)}", place, hint)
        elif node.type == "image":
            self.faults.add("a picture stands in a paragraph of its own", place)
        else:
            self.faults.add(f"{node.type} is not supported in a brief", place)
        return ()

    def inline(self, text: str, place: Place) -> Inlines:
        """Return a text that needs no Markdown, with the numbers that marks stand for."""
        return self._folded(self._text(text, place), place)

    def _text(self, text: str, place: Place) -> list[Inline | Edge]:
        if BLOCK.search(text):
            hint = "leave an empty line before and after it"
            self.faults.add("a chart or table stands in a paragraph of its own", place, hint)
            return []
        noteless = _NOTE.search(text)
        if noteless:
            hint = f"write it in a paragraph of its own: {noteless[0]}: the note"
            self.faults.add(f"there is no footnote {noteless[0]}", place, hint)
        found: list[Inline | Edge] = []
        for kind, run, entry in runs(text):
            if kind == "text":
                found.append(Text(shown(run)))
            elif kind == "number":
                one = self.printed[entry]
                found.append(NumberText(one.number, one.text, source=one.span.source))
            else:
                found.append(Edge(entry, kind == "claim"))
        return found

    def _note(self, node: SyntaxTreeNode, place: Place) -> Inlines:
        make = self.notes.get(node.meta["id"])
        if make is None:
            self.faults.add(
                "a footnote cannot stand here", place, "write it in brackets, or in the narrative"
            )
            return ()
        # Markdown counts the marks of a note from 0; what is printed twice would be two notes.
        return (NoteRef(node.meta["label"]) if node.meta["subId"] else make(),)

    def _link(self, node: SyntaxTreeNode, place: Place) -> Inlines:
        address = str(node.attrs.get("href", ""))
        if OPEN in address or "%EE%80%80" in address:
            self.faults.add("a number cannot stand in a link's address", place)
        elif not address.startswith(_ADDRESSES):
            hint = "link to https://…; refer to parts of the brief with @sec-…, @fig-… or @tbl-…"
            self.faults.add(f"the link leads nowhere: {address or 'it is empty'}", place, hint)
        return (Link(address, self.read(node.children, place)),)

    def _span(self, node: SyntaxTreeNode, place: Place) -> Inlines:
        children = self.read(node.children, place)
        classes = str(node.attrs.get("class", "")).split()
        language = str(node.attrs.get("lang", ""))
        if language:
            return (Passage(language, children),)
        if classes == ["literal"]:
            return children
        if classes == ["smallcaps"]:
            return (SmallCaps(children),)
        hint = "known are {.literal}, {.smallcaps} and {lang=zh}"
        self.faults.add("the brackets' attributes are not known", place, hint)
        return children

    def _citation(self, node: SyntaxTreeNode, place: Place) -> Inlines:
        meta = node.meta
        items = tuple(CiteItem(**item) for item in meta["items"])
        for item in items:
            if item.key not in self.sources:
                hint = nearest(item.key, self.sources) or "add it to data/sources.yaml"
                self.faults.add(f"there is no source {item.key!r}", place, hint)
        return (Citation(items, meta["narrative"]),)


def _breaks(node: SyntaxTreeNode) -> int:
    """Return how many lines of text a node goes on for."""
    return sum(one.type in ("softbreak", "hardbreak") for one in node.walk())
