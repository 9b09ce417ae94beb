"""What WeasyPrint's tags lack of PDF/UA: the scope of table heads, and links that say where they lead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from weasyprint.document import Document as Layout


def drop_inner_links(layout: Layout) -> None:
    """Keep of each link one area only, before the layout is written.

    WeasyPrint gives the boxes within a link (a raised mark, a fraction) areas of their own, which would
    stand outside the link's tag.
    """
    for page in layout.pages:
        page.links = [link for link in page.links if link[3].link]


def finish(layout: Layout, pdf: Any) -> None:
    """Complete the structure of a PDF before it is written; a finisher in WeasyPrint's sense."""
    items = {item.reference: item for item in pdf.objects if hasattr(item, "get")}
    _scopes(items)
    _notes(items)
    _descriptions(layout)


def _scopes(items: Mapping[bytes, Any]) -> None:
    """Give every head cell its scope, by whether it stands in the table's head (ISO 32000-1, table 349)."""
    for item in items.values():
        if item.get("S") == "/TH":
            row = items[item["P"]]
            item["A"]["Scope"] = "/Column" if items[row["P"]].get("S") == "/THead" else "/Row"


def _notes(items: Mapping[bytes, Any]) -> None:
    """Tag footnotes as notes: WeasyPrint leaves them as spans in a nameless part of the document."""
    import pydyf  # type: ignore[import-untyped]  # comes with WeasyPrint, ships no types

    root = next(reference for reference, item in items.items() if item.get("S") == "/Document")
    areas = {name for name, item in items.items() if item.get("S") == "/NonStruct" and item.get("P") == root}
    found = [item for item in items.values() if item.get("S") == "/Span" and item.get("P") in areas]
    for place, item in enumerate(found, start=1):
        item["S"] = "/Note"
        item["ID"] = pydyf.String(f"note-{place}")


def _descriptions(layout: Layout) -> None:
    """Describe every link by its words instead of by the name of its target (ISO 14289-1, 7.18.5)."""
    import pydyf

    for page in layout.pages:
        for _kind, _target, _rectangle, box in page.links:
            annotation = getattr(box, "link_annotation", None)
            words = "".join(getattr(one, "text", "") for one in box.descendants()).strip()
            if annotation is not None and words:
                annotation["Contents"] = pydyf.String(words)
