"""Links: one area for each line of a link, which says in words where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weasyprint.document import Document as Layout


def drop_inner_links(layout: Layout) -> None:
    """Keep of each link one area only, before the layout is written.

    WeasyPrint gives the boxes within a link (a raised mark, a fraction) areas of their own, which would
    stand outside the link's element.
    """
    for page in layout.pages:
        page.links = [link for link in page.links if link[3].link]


def describe_links(layout: Layout) -> None:
    """Describe every link by its words instead of by the name of its target (ISO 14289-1, 7.18.5)."""
    import pydyf  # type: ignore[import-untyped]  # comes with WeasyPrint, ships no types

    for page in layout.pages:
        for _kind, target, _rectangle, box in page.links:
            annotation = getattr(box, "link_annotation", None)
            if annotation is not None:
                words = "".join(getattr(one, "text", "") for one in box.descendants()).strip()
                annotation["Contents"] = pydyf.String(words or target)
