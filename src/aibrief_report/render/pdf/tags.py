"""What WeasyPrint's tags lack of PDF/UA: the scope of table heads, and links that say where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from weasyprint.document import Document as Layout


def finish(layout: Layout, pdf: Any) -> None:
    """Complete the structure of a PDF before it is written; a finisher in WeasyPrint's sense."""
    _scopes(pdf)
    _descriptions(layout)


def _scopes(pdf: Any) -> None:
    """Give every head cell its scope, by whether it stands in the table's head (ISO 32000-1, table 349)."""
    by_reference = {item.reference: item for item in pdf.objects if hasattr(item, "get")}
    for item in list(by_reference.values()):
        if item.get("S") == "/TH":
            row = by_reference[item["P"]]
            in_head = by_reference[row["P"]].get("S") == "/THead"
            item["A"]["Scope"] = "/Column" if in_head else "/Row"


def _descriptions(layout: Layout) -> None:
    """Describe every link by its words instead of by the name of its target (ISO 14289-1, 7.18.5)."""
    import pydyf

    for page in layout.pages:
        for _kind, _target, _rectangle, box in page.links:
            annotation = getattr(box, "link_annotation", None)
            words = "".join(getattr(one, "text", "") for one in box.descendants()).strip()
            if annotation is not None and words:
                annotation["Contents"] = pydyf.String(words)
