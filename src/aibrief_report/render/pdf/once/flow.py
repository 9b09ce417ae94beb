"""Whether a box stands in the flow of the text: asked of each box dozens of times, in five steps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def flow_told_at_once() -> Iterator[None]:
    """Let boxes tell so by two values of their styles, while WeasyPrint lays them out."""
    from weasyprint.formatting_structure.boxes import Box  # here: it takes time to import

    own = Box.is_in_normal_flow
    Box.is_in_normal_flow = _is_in_normal_flow
    try:
        yield
    finally:
        Box.is_in_normal_flow = own


def _is_in_normal_flow(box: Any) -> bool:
    style = box.style
    return style["float"] == "none" and style["position"] in ("static", "relative")
