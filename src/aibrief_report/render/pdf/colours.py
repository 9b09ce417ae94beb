"""The colours of the PDF: all are of sRGB, which the file itself describes (ISO 19005-3, 6.2.3)."""

from __future__ import annotations

from importlib.resources import files
from io import BytesIO
from typing import Any

INTENT = "srgb-icc"
"""The profile's name in the layout. WeasyPrint's own, `srgb`, would leave the profile's file open."""


def profiles() -> dict[str, Any]:
    """Return the one profile that colours are described by, in WeasyPrint's form."""
    from weasyprint.css import ColorProfile  # here: it takes time to import

    data = files("weasyprint.pdf").joinpath("sRGB2014.icc").read_bytes()
    return {INTENT: ColorProfile(BytesIO(data), "sRGB2014.icc", "relative-colorimetric", ("r", "g", "b"))}
