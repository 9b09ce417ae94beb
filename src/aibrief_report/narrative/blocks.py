"""From Markdown's block tokens to the model's blocks, each with its span in the template."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.tree import SyntaxTreeNode
from msgspec.structs import replace

from aibrief_report.errors import Faults, Place
from aibrief_report.model.anchors import cell_anchor, part_anchor
from aibrief_report.model.blocks import (
    Align,
    Block,
    Box,
    BoxRole,
    CodeBlock,
    Column,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Row,
    Rule,
    Table,
)
from aibrief_report.model.inlines import Inlines, Note, Text
from aibrief_report.model.numbers import Span
from aibrief_report.narrative.anchors import Anchors, take_anchor
from aibrief_report.narrative.inlines import InlineReader
from aibrief_report.narrative.markdown import lost
from aibrief_report.narrative.markers import BLOCK, read_lines
from aibrief_report.narrative.pictures import read_picture
from aibrief_report.narrative.session import Placed, Session

_ROLES: dict[str, BoxRole] = {"box": "box", "method": "method"}
_TITLE = "Table: "
_NO_TABLE = re.compile(r"^.*\|.*\n *\|[ :]*-{2,}[-:| ]*$", re.MULTILINE)
_DEEPEST = 3


@dataclass(slots=True)
class BlockReader:
    """Reads filled Markdown. `figures` and `tables` are what `{{ chart(…) }}` and `{{ table(…) }}` place."""

    session: Session
    markdown: MarkdownIt
    figures: Mapping[str, Figure]
    tables: Mapping[str, Table]
    lines: list[tuple[int, int]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    inlines: InlineReader = field(init=False)

    @property
    def faults(self) -> Faults:
        """Where faults are collected."""
        return self.session.faults

    @property
    def anchors(self) -> Anchors:
        """Where anchors are given."""
        return self.session.anchors

    def read(self, filled: str, file: str) -> tuple[Block, ...]:
        """Return the blocks of a filled template, which begins in a file."""
        text, self.lines = read_lines(filled, self.session.environment.number_of_file(file))
        self.texts = text.split("\n")
        read: dict[str, Any] = {}
        root = SyntaxTreeNode(self.markdown.parse(text, read))
        for number, message, hint in lost(read, self.texts):
            origin, line = self._line(number)
            self.faults.add(message, Place(self._file(origin), line), hint)
        notes = {
            int(note.meta["id"]): note
            for part in root.children
            if part.type == "footnote_block"
            for note in part.children
        }
        makers: dict[int, Callable[[], Note]] = {
            key: lambda note=note: self._note(note)  # type: ignore[misc]  # a default binds it
            for key, note in notes.items()
        }
        self.inlines = InlineReader(
            self.session.printed, self.session.ledger.sources, self.faults, makers, self.session.claimed
        )
        return self._blocks(root.children)

    def _note(self, node: SyntaxTreeNode) -> Note:
        """Return a footnote, in which no other stands: two that name each other would never end."""
        outside = self.inlines
        self.inlines = replace(outside, notes={})
        try:
            return Note(self._blocks(node.children), name=str(node.meta["label"]))
        finally:
            self.inlines = outside

    def _blocks(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Block, ...]:
        found: list[Block] = []
        for node in nodes:
            block = self._one(node)
            last = found[-1] if found else None
            if isinstance(block, Paragraph) and isinstance(last, Table) and _raw(node).startswith(_TITLE):
                found[-1] = self._titled(last, block, _raw(node))
            elif block is not None:
                found.append(block)
        return tuple(found)

    def _one(self, node: SyntaxTreeNode) -> Block | None:
        span = self._span(node)
        place = Place(span.file, span.first)
        match node.type:
            case "paragraph":
                return self._paragraph(node, span, place)
            case "heading":
                return self._heading(node, span, place)
            case "bullet_list" | "ordered_list":
                items = tuple(self._blocks(item.children) for item in node.children)
                start = int(node.attrs.get("start", 1))
                return ListBlock(items, node.type == "ordered_list", start, span)
            case "blockquote":
                return Quote(self._blocks(node.children), span)
            case "fence" | "code_block":
                text, language = (self.inlines.plain(one) for one in (node.content, node.info.strip()))
                return CodeBlock(text.rstrip("\n"), language, span, self.anchors.of_source("code", span))
            case "hr":
                return Rule(span)
            case "container_fence":
                return self._box(node, span, place)
            case "table":
                return self._table(node, span, place)
            case "footnote_block" | "footnote_anchor":
                return None
            case "html_block":
                hint = "write Markdown; HTML would be lost in Word and PDF"
                first = self.inlines.plain(node.content.strip().partition("\n")[0])
                self.faults.add(f"HTML is not supported: {first}", place, hint)
            case _:
                self.faults.add(f"{node.type} is not supported in a brief", place)
        return None

    def _paragraph(self, node: SyntaxTreeNode, span: Span, place: Place) -> Block | None:
        content = node.children[0]
        called = BLOCK.fullmatch(content.content.strip())
        if called:
            return self._placed(self.session.placed[int(called[1])], place)
        if len(content.children) == 1 and content.children[0].type == "image":
            return self._picture(content.children[0], span, place)
        if content.content.startswith(":::"):
            self.faults.add("a fence is opened or closed here, and its partner is missing", place)
        if _NO_TABLE.search(content.content):
            hint = "below the head stands a line of dashes, with as many columns as the head"
            self.faults.add("this looks like a table, and is none", place, hint)
        inlines = self.inlines.read(content.children, place)
        return Paragraph(inlines, self.anchors.of_source("p", span), span)

    def _placed(self, placed: Placed, place: Place) -> Block | None:
        known: Mapping[str, Figure] | Mapping[str, Table]
        known = self.figures if placed.kind == "chart" else self.tables
        block = known.get(placed.key)
        if block is None:
            return None  # its own faults are told where it is declared
        if not self.anchors.place(block.anchor):
            self.faults.add(f"the {placed.kind} {placed.key!r} stands here a second time", place)
        return block

    def _picture(self, node: SyntaxTreeNode, span: Span, place: Place) -> Block | None:
        alt = self.inlines.plain("".join(child.content for child in node.children))
        picture = (str(node.attrs["src"]), alt)
        image = read_picture(self.session.inputs, self.session.name, picture, self.faults, place)
        if image is None:
            return None
        title = self._inline(str(node.attrs.get("title", "")), place)
        named = str(node.attrs.get("id", ""))
        anchor = self.anchors.written("fig", named, place) if named else self.anchors.of_source("fig", span)
        self.session.passages[part_anchor("title", anchor)] = span
        return Figure(image, title, anchor, span=span)

    def _heading(self, node: SyntaxTreeNode, span: Span, place: Place) -> Heading:
        level = int(node.tag[1])
        if level > _DEEPEST:
            self.faults.add(f"headings go {_DEEPEST} levels deep", place, "make it a paragraph in bold")
        inlines = self.inlines.read(node.children[0].children, place)
        inlines, named = take_anchor(inlines, _raw(node))
        anchor = self.anchors.written("sec", named, place) if named else self.anchors.of_words("sec", span)
        return Heading(min(level, _DEEPEST), inlines, anchor, span=span)

    def _box(self, node: SyntaxTreeNode, span: Span, place: Place) -> Box:
        word, _, title = node.info.strip().partition(" ")
        role = _ROLES.get(word)
        if not word:
            hint = "open a box with “::: box Title”; the line “:::” closes it"
            self.faults.add("a box is closed here that is not open", place, hint)
            return Box((), (), span=span)
        if not self._closed(node):
            self.faults.add("the box that begins here is never closed", place, "close it with a line: :::")
        if role is None:
            hint = "open a box with “::: box Title” or “::: method Title”"
            self.faults.add(f"the fence {word!r} is not known", place, hint)
        inlines, named = take_anchor(self._inline(title.strip(), place), title)
        if not inlines:
            self.faults.add("the box has no title", place, "::: box What is measured")
        anchor = self.anchors.written("box", named, place) if named else self.anchors.of_words("box", span)
        head = span.source.partition("\n")[0]
        self.session.passages[part_anchor("title", anchor)] = Span(span.file, span.first, span.first, head)
        return Box(inlines, self._blocks(node.children), anchor, role or "box", span=span)

    def _closed(self, node: SyntaxTreeNode) -> bool:
        """Return whether a fence ends at its closing line, not at the end of what is around it."""
        end = node.map[1] if node.map else 0
        return end < len(self.texts) and self.texts[end].lstrip(" >").startswith(":::")

    def _table(self, node: SyntaxTreeNode, span: Span, place: Place) -> Table:
        head, *body = node.children
        columns = tuple(self._column(cell, span, place) for cell in head.children[0].children)
        rows = tuple(self._row(row, len(columns)) for part in body for row in part.children)
        return Table(columns, rows, anchor=self.anchors.of_first_line("tbl", span), span=span)

    def _column(self, cell: SyntaxTreeNode, span: Span, place: Place) -> Column:
        raw = _raw(cell) if cell.children else ""
        anchor = self.anchors.of_texts("column", span.file, raw)
        self.session.passages[anchor] = replace(span, last=span.first, source=raw)
        return Column(self._cell(cell, place), align=_alignment(cell), anchor=anchor)

    def _row(self, node: SyntaxTreeNode, width: int) -> Row:
        span = self._span(node)
        place = Place(span.file, span.first)
        line = self.texts[node.map[0]].strip(" >") if node.map else ""
        cells = len(escapedSplit(line.removeprefix("|").removesuffix("|")))
        if cells > width:
            message = f"the row has {cells} cells, the table {width} columns"
            self.faults.add(
                message, place, "what stands in no column would be lost; write | in a cell as \\|"
            )
        anchor = self.anchors.of_source("row", span)
        self.session.passages |= {cell_anchor(anchor, place): span for place in range(len(node.children))}
        return Row(tuple(self._cell(cell, place) for cell in node.children), anchor=anchor)

    def _inline(self, text: str, place: Place) -> Inlines:
        read: dict[str, Any] = {}
        root = SyntaxTreeNode(self.markdown.parseInline(text, read))
        for _, message, hint in lost(read, ()):
            self.faults.add(message, place, hint)
        return self.inlines.read(root.children[0].children, place)

    def _cell(self, node: SyntaxTreeNode, place: Place) -> Inlines:
        return self.inlines.read(node.children[0].children, place) if node.children else ()

    def _titled(self, table: Table, paragraph: Paragraph, raw: str) -> Table:
        first, *rest = paragraph.inlines
        start = Text(first.text.removeprefix(_TITLE)) if isinstance(first, Text) else first
        title, named = take_anchor((start, *rest), raw)
        span = paragraph.span
        if span is None:
            return replace(table, title=title)
        anchor = self.anchors.written("tbl", named, Place(span.file, span.first)) if named else table.anchor
        self.session.passages[part_anchor("title", anchor)] = span
        return replace(table, title=title, anchor=anchor)

    def _span(self, node: SyntaxTreeNode) -> Span:
        first, end = node.map if node.map else (0, 1)
        last = max(first, end - 1)
        while last > first and last < len(self.lines) and self.lines[last] == self.lines[first]:
            last -= 1
        file, line = self._line(first)
        end_file, end_line = self._line(last)
        final = max(line, end_line) if file == end_file else line
        name = self._file(file)
        source = self.session.environment.sources.get(name, "").split("\n")[line - 1 : final]
        return Span(name, line, final, "\n".join(source).strip("\n"))

    def _line(self, number: int) -> tuple[int, int]:
        return self.lines[min(number, len(self.lines) - 1)] if self.lines else (0, 1)

    def _file(self, number: int) -> str:
        files = self.session.environment.files
        return files[number] if number < len(files) else ""


def _raw(node: SyntaxTreeNode) -> str:
    """Return a heading's or paragraph's text before it is read: what data brought is still disarmed."""
    return node.children[0].content


def _alignment(cell: SyntaxTreeNode) -> Align:
    style: Any = cell.attrs.get("style", "")
    if "right" in style:
        return "decimal"
    return "center" if "center" in style else "left"
