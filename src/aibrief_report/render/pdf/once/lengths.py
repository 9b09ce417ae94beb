"""Margins, padding and widths of boxes: worked out once for a style and the size of what is around it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from aibrief_report.render.pdf.once.replacing import replaced

LENGTHS = (
    *("margin_left", "margin_right", "margin_top", "margin_bottom"),
    *("padding_left", "padding_right", "padding_top", "padding_bottom"),
    *("border_top_width", "border_right_width", "border_bottom_width", "border_left_width"),
    *("width", "min_width", "max_width", "height", "min_height", "max_height"),
)
"""What WeasyPrint's `resolve_percentages` writes on a box."""


@contextmanager
def lengths_kept() -> Iterator[None]:
    """Keep lengths while WeasyPrint lays out."""
    from weasyprint.formatting_structure.boxes import Box, PageBox  # here: it takes time to import
    from weasyprint.layout.percent import resolve_percentages as work_out

    def resolve_percentages(box: Any, containing_block: Any) -> None:
        known = _known(box.style)
        if known is None or isinstance(box, PageBox) or box.style["border_collapse"] == "collapse":
            work_out(box, containing_block)
            return
        around = containing_block
        key = (around.width, around.height) if isinstance(around, Box) else tuple(around)
        if key in known:
            box.__dict__.update(known[key])
            return
        work_out(box, containing_block)
        known[key] = {name: box.__dict__[name] for name in LENGTHS}

    with replaced((work_out, resolve_percentages)):
        yield


def _known(style: Any) -> dict[Any, Any] | None:
    """Return what is known of a style; `None` for a copy, which may be changed at any time."""
    own = vars(style)
    if "lengths" not in own:
        parent = vars(style.parent_style or style)
        shared = "lengths" in parent and parent.get("anonymous_style") is style
        own["lengths"] = {} if shared else None
    found: dict[Any, Any] | None = own["lengths"]
    return found
