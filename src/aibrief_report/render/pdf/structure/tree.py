"""Growing the tree: boxes are walked in order, and an element of the page gets one element of the tree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aibrief_report.render.pdf.structure.kinds import node_of
from aibrief_report.render.pdf.structure.node import Area, Kid, Mark, Node

_POINTS = 0.75
"""Points in a CSS pixel."""


class Tree:
    """The structure of one document. `notes` are its footnotes, which have names."""

    def __init__(self, language: str) -> None:
        self.root = Node("Document")
        self.notes: list[Node] = []
        self._language = language
        # WeasyPrint's elements compare by identity; a page's boxes for one of them find the same node.
        self._nodes: dict[Any, Node] = {}
        self._labels: dict[Any, Node] = {}
        self._calls: dict[str, tuple[Node, Kid | None]] = {}

    def add_page(self, page: int, page_box: Any, marks: Mapping[Any, int]) -> None:
        """Add what a page shows. `marks` are the numbers of its marked pieces, by box."""
        for child in page_box.children:
            if not _is_margin(child):
                _Walk(self, page, page_box, marks).below(child, self.root)

    def node(self, box: Any, parent: Node) -> Node:
        """Return the node that a box's content belongs to, made where its element has none yet."""
        element, tag = box.element, box.element_tag or ""
        if element is None:
            return parent
        if tag.endswith("::marker"):
            return self._label(element, parent)
        known = self._nodes.get(element)
        if known is None:
            known = self._nodes[element] = self._new(box, parent)
        return known

    def _new(self, box: Any, parent: Node) -> Node:
        made = node_of(box, self._language)
        if made is None:
            return parent
        self._place(made, box.element, parent)
        if made.kind != "LI":
            return made
        body = Node("LBody")
        made.add(body)
        self._labels[box.element] = made
        return body

    def _place(self, node: Node, element: Any, parent: Node) -> None:
        """Put a new node where it is read: a caption within its table, a note behind its mark."""
        if node.kind == "Note":
            call, mark = self._calls.get(f"{node.name}-mark", (parent, None))
            call.add_after(mark, node)
            self.notes.append(node)
            return
        if node.kind == "Figure":
            node.name = parent.name
        if node.kind == "Table" and parent.kids and _is_caption(parent.kids[-1]):
            node.add(parent.kids.pop())
        parent.add(node)

    def _label(self, element: Any, parent: Node) -> Node:
        """Return the label of a list's item, before its body."""
        item = self._labels.get(element)
        if item is None:
            return parent
        first = item.kids[0]
        if isinstance(first, Node) and first.kind == "Lbl":
            return first
        label = Node("Lbl")
        item.kids.insert(0, label)
        return label

    def remember_call(self, name: str, node: Node) -> None:
        """Remember where the mark of a footnote stands."""
        self._calls[name] = (node, node.kids[-1] if node.kids else None)


class _Walk:
    """The walk through the boxes of one page."""

    def __init__(self, tree: Tree, page: int, page_box: Any, marks: Mapping[Any, int]) -> None:
        self._tree, self._page, self._marks = tree, page, marks
        self._height = page_box.margin_height()

    def below(self, box: Any, parent: Node) -> None:
        """Add a box and what lies in it."""
        if box in self._marks:
            self._add_mark(box, parent)
        elif box.children:
            node = self._tree.node(box, parent)
            if box.link_annotation is not None:
                node.add(Area(self._page, box.link_annotation))
            for child in box.children:
                self.below(getattr(child, "_box", child), node)  # what is positioned stands in a placeholder
            if "note-mark" in (box.element.get("class") or "" if box.element is not None else ""):
                self._tree.remember_call(box.element.get("id"), node)
        elif box.element_tag in ("td", "th"):
            self._tree.node(box, parent)

    def _add_mark(self, box: Any, parent: Node) -> None:
        mark = Mark(self._page, self._marks[box])
        if not hasattr(box, "replacement"):
            parent.add(mark)
            return
        node = self._tree.node(box, parent)
        node.add(mark)
        node.owner, node.attributes = "Layout", {"BBox": self._area(box)}

    def _area(self, box: Any) -> tuple[float, ...]:
        """Return the rectangle of a picture, in points from the lower left of its page."""
        left, top = box.content_box_x(), self._height - box.content_box_y()
        edges = (left, top - box.height, left + box.width, top)
        return tuple(round(edge * _POINTS, 2) for edge in edges)


def _is_margin(box: Any) -> bool:
    return type(box).__name__ == "MarginBox"


def _is_caption(kid: Kid) -> bool:
    return isinstance(kid, Node) and kid.kind == "Caption"
