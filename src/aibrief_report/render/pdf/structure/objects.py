"""The tree as objects of the PDF, with the way back from marked content to the element it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aibrief_report.render.carried import chart_file
from aibrief_report.render.pdf.structure.node import Area, Kid, Mark, Node
from aibrief_report.render.pdf.structure.tree import Tree


def write_tree(tree: Tree, pdf: Any, files: Mapping[str, bytes]) -> None:
    """Add the tree to a PDF (a `pydyf.PDF`) and say in its catalogue that it is tagged.

    `files` are references to the embedded files, by name; a figure points to that of its chart.
    """
    _Writer(pdf, files).write(tree)


class _Writer:
    """Turns nodes into dictionaries, and gathers what the parent tree needs (ISO 32000-1, 14.7.4.4)."""

    def __init__(self, pdf: Any, files: Mapping[str, bytes]) -> None:
        self._pdf, self._files = pdf, files
        self._pages: tuple[bytes, ...] = pdf.page_references
        self._owners: list[dict[int, bytes]] = [{} for _ in self._pages]
        self._areas: list[bytes] = []
        self.written: dict[Node, bytes] = {}

    def write(self, tree: Tree) -> None:
        """Write the whole tree and all that points to it."""
        import pydyf  # type: ignore[import-untyped]  # comes with WeasyPrint, ships no types

        root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        self._pdf.add_object(root)
        root["K"] = self._element(tree.root, root.reference)
        root["ParentTree"] = self._parents()
        if tree.notes:
            root["IDTree"] = self._names(tree)
        self._pdf.catalog["StructTreeRoot"] = root.reference
        self._pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
        self._pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})

    def _element(self, node: Node, parent: bytes) -> bytes:
        """Add a node and all below it; return its reference."""
        import pydyf

        entries = {key: pydyf.String(value) for key, value in node.entries.items() if value is not None}
        made = pydyf.Dictionary({"S": f"/{node.kind}", "P": parent, **entries})
        self._pdf.add_object(made)
        own = made.reference
        home = next((kid.page for kid in node.kids if isinstance(kid, Mark)), None)
        if home is not None:
            made["Pg"] = self._pages[home]
        kids = [self._kid(kid, own, home) for kid in node.kids]
        if kids:
            made["K"] = kids[0] if len(kids) == 1 else pydyf.Array(kids)
        if node.attributes:
            values = {key: _value(value) for key, value in node.attributes.items()}
            made["A"] = pydyf.Dictionary({"O": f"/{node.owner}", **values})
        if node.kind == "Figure" and chart_file(node.name) in self._files:
            made["AF"] = pydyf.Array([self._files[chart_file(node.name)]])
        self.written[node] = own
        return bytes(own)

    def _kid(self, kid: Kid, own: bytes, home: int | None) -> Any:
        import pydyf

        if isinstance(kid, Node):
            return self._element(kid, own)
        if isinstance(kid, Area):
            kid.annotation["StructParent"] = len(self._pages) + len(self._areas)
            self._areas.append(own)
            page = self._pages[kid.page]
            return pydyf.Dictionary({"Type": "/OBJR", "Obj": kid.annotation.reference, "Pg": page})
        self._owners[kid.page][kid.mcid] = own
        if kid.page == home:
            return kid.mcid
        return pydyf.Dictionary({"Type": "/MCR", "Pg": self._pages[kid.page], "MCID": kid.mcid})

    def _parents(self) -> bytes:
        """Add the parent tree: for each page the owners of its marks, then the owner of each link's area."""
        import pydyf

        numbers = pydyf.Array()
        for place, owners in enumerate(self._owners):
            marks = (owners.get(mcid, b"null") for mcid in range(max(owners, default=-1) + 1))
            numbers += [place, pydyf.Array(marks)]
            page = self._pdf.objects[int(self._pages[place].split()[0])]
            page["StructParents"], page["Tabs"] = place, "/S"
        for place, owner in enumerate(self._areas, start=len(self._owners)):
            numbers += [place, owner]
        found = pydyf.Dictionary({"Nums": numbers})
        self._pdf.add_object(found)
        return bytes(found.reference)

    def _names(self, tree: Tree) -> Any:
        """Return the tree of names, which leads from a note's name to the note."""
        import pydyf

        names = pydyf.Array()
        for note in sorted(tree.notes, key=lambda one: one.name):
            names += [pydyf.String(note.name), self.written[note]]
        return pydyf.Dictionary({"Names": names})


def _value(value: Any) -> Any:
    import pydyf

    return pydyf.Array(value) if isinstance(value, tuple) else value
